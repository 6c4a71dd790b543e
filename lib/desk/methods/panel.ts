// The desk call that a panel starts with: one answer instead of four, because each is a message to the service worker.
import { sessionToOpen } from '../session-to-open';
import type { Handlers } from '../work';
import { settingsHandlers } from './settings';
import { viewHandlers } from './views';

export const panelHandlers: Handlers<'openPanel'> = {
  openPanel: {
    mode: 'read',
    async run(work, { host, url, sessionId, left }) {
      const rows = host === undefined ? [] : await viewHandlers.sessionsForHost.run(work, { host, url });
      const wanted = left ? undefined : sessionToOpen(rows, sessionId);
      const there = wanted !== undefined && (await work.tables.sessions.get(wanted)) !== undefined;
      return {
        settings: await settingsHandlers.getSettings.run(work, {}),
        rows,
        view: there ? await viewHandlers.sessionView.run(work, { sessionId: wanted, light: true }) : null,
      };
    },
  },
};
