// Builds the client that the screens see, over this browser.
import { browser } from 'wxt/browser';
import type { InspectionClient } from '@/lib/client/client';
import type { DeskChange } from '@/lib/desk/desk-change';
import type { Desk } from '@/lib/desk/protocol';
import { createRemoteDesk } from '@/lib/desk/remote-desk';
import { openBeside } from './account-tab';
import { createLinkRequests } from './link-client';
import { openSite } from './open-site';
import { onAnnouncement } from './own-messages';
import { openRecheck } from './recheck-order';
import { saveFile } from './save-file';
import { createTargetPage } from './target-page';

const DESK_TIMEOUT_MS = 30_000;

/** The part of the client that needs no inspected tab. `openDesk` gives the desk in this page. */
export function createDeskClient(
  openDesk: (alsoTell: (change: DeskChange) => void) => Desk,
): Omit<InspectionClient, 'page' | 'links'> {
  const listeners = new Set<(change: DeskChange) => void>();
  const tell = (change: DeskChange) => {
    for (const listener of listeners) listener(change);
  };
  onAnnouncement((announcement) => {
    if (announcement.about === 'desk-change') tell(announcement.change);
  });
  return {
    desk: openDesk(tell),
    onDeskChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saveFile,
    openWorkbench,
    openRecheck,
    openSite,
    openBeside,
    browserKeys,
    now: () => new Date(),
  };
}

/** The client of a panel. In the dock's frame the database is out of reach, so the desk is asked by messages. */
export async function createPanelClient(
  docked: boolean,
  openDesk: () => Promise<(alsoTell: (change: DeskChange) => void) => Desk>,
): Promise<InspectionClient> {
  const desk = docked ? remoteDesk : await openDesk();
  return { ...createDeskClient(desk), page: createTargetPage(docked), links: createLinkRequests() };
}

function remoteDesk(): Desk {
  return createRemoteDesk((call) => browser.runtime.sendMessage({ to: 'desk', call }), {
    timeoutMs: DESK_TIMEOUT_MS,
  });
}

/** A browser keeps keys that it uses itself (Chrome and Edge: Alt+Shift+I), and users change them. */
async function browserKeys() {
  const commands = await browser.commands.getAll();
  const keyOf = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { toggle: keyOf('_execute_action'), runChecks: keyOf('run-checks') };
}

/** Brings the workbench tab to front, or opens one. */
async function openWorkbench(route = '#/'): Promise<void> {
  const url = browser.runtime.getURL('/workbench.html');
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find(({ documentUrl }) => documentUrl?.startsWith(url));
  if (open && open.tabId >= 0) {
    await browser.tabs.update(open.tabId, { active: true, url: `${url}${route}` });
    await browser.windows.update(open.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url: `${url}${route}` });
}
