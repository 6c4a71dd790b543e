// What the panel knows before it draws for the first time, read in two steps: the tab, then the desk.
import type { HostAccess, InspectionClient, PageState } from '@/lib/client/client';
import type { DeskOutput } from '@/lib/desk/protocol';
import { hostOf } from './choose-session';
import { parseUiState, type UiState } from './ui-state';

export interface PanelStart extends DeskOutput<'openPanel'> {
  page: PageState;
  ui: UiState;
  /** The item that this tab was opened to recheck. */
  recheck: string | undefined;
  /** undefined when the tab's memory does not tell the site. */
  access: HostAccess | undefined;
}

/**
 * Tab, panel memory and, in one call of the desk, settings, sessions and the session to open. undefined when one of
 * them cannot be read: the screens then ask for each and say what is wrong.
 */
export async function readPanelStart(client: InspectionClient): Promise<PanelStart | undefined> {
  try {
    const { state: page, ui: stored, recheck, access } = await client.page.readStart();
    const ui = parseUiState(stored);
    const host = hostOf(page.url);
    const answer = await client.desk.openPanel({
      left: ui.left !== undefined && ui.left === host,
      ...(host === undefined ? {} : { host, url: page.url }),
      ...(ui.sessionId === undefined ? {} : { sessionId: ui.sessionId }),
    });
    return { page, ui, recheck, access, ...answer };
  } catch {
    return undefined;
  }
}
