// The desk call that a panel starts with: one answer instead of four, because each is a message to the service worker.
import { sessionToOpen } from '../session-to-open';
import type { Handlers } from '../work';
import { doubleCheckHandlers } from './double-checks';
import { settingsHandlers } from './settings';
import { viewHandlers } from './views';

export const panelHandlers: Handlers<'openPanel'> = {
  openPanel: {
    mode: 'read',
    async run(work, { host, url, sessionId, left }) {
      const [settings, rows] = await Promise.all([
        settingsHandlers.getSettings.run(work, {}),
        host === undefined ? [] : viewHandlers.sessionsForHost.run(work, { host, url }),
      ]);
      const wanted = left ? undefined : sessionToOpen(rows, sessionId);
      const session = wanted === undefined ? undefined : await work.tables.sessions.get(wanted);
      const shown =
        session && !(await doubleCheckHandlers.blindness.run(work, { sessionId: session.id })).blind
          ? session.id
          : undefined;
      return {
        settings,
        rows,
        view: shown ? await viewHandlers.sessionView.run(work, { sessionId: shown, light: true }) : null,
      };
    },
  },
};
