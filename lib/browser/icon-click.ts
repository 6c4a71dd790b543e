// What a click on the icon or the hot key does: open, fold or unfold the dock, or say why that is impossible here.
import { browser } from 'wxt/browser';
import { DockObstacle, openDock, order } from './dock-control';
import type { Obstacle } from './dock-messages';

import { announce } from './own-messages';
import { siteOf } from './site-of';
import { HAS_DOCK, openSidePanel, prefersSidePanel, rememberPlace, SIDE_PANEL } from './surface';
import { forgetTab, inspectedSites, readTab, writeTab } from './tab-memory';

const URL_TRIES = 4;
const URL_DELAY_MS = 100;

interface ClickedTab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
}

/**
 * Handles the click. The side panel is tried first and without waiting, because the browser opens it only within the
 * click; it refuses at once while the panel lives in the dock (see `followPlace`).
 */
export async function onIconClick(tab: ClickedTab): Promise<void> {
  const { id: tabId, windowId } = tab;
  if (tabId === undefined || windowId === undefined) return;
  if (await openSidePanel(windowId)) {
    const site = await siteNow(tab);
    if (site) await writeTab(tabId, { ...(await readTab(tabId)), site });
    await announce({ to: 'screens', about: 'access', tabId });
    return;
  }
  const site = await siteNow(tab);
  try {
    if (!site) throw new Error('not a site');
    const outcome = await openDock(tabId, site, true);
    if (outcome === 'was-open') {
      await writeTab(tabId, { ...(await readTab(tabId)), site });
      await order(tabId, { to: 'dock', type: 'toggle' });
    } else await unfold(tabId);
  } catch (error) {
    await sayBlocked(tabId, await reasonOf(tabId, site, error));
  }
}

/** Opens (or unfolds) the panel and tells it to check the page; the order waits when the panel is not there yet. */
export async function onRunChecksKey(tab: ClickedTab): Promise<void> {
  const { id: tabId, windowId } = tab;
  if (tabId === undefined || windowId === undefined) return;
  const inSidebar = !HAS_DOCK && openSidePanel(windowId);
  const site = await siteNow(tab);
  try {
    if (!site) throw new Error('not a site');
    await writeTab(tabId, { ...(await readTab(tabId)), site, pendingCommand: 'run-checks' });
    if (!(await inSidebar)) {
      if ((await openDock(tabId, site, true)) === 'opened') return;
      await unfold(tabId);
    }
    // A panel that was open takes the order now, a new one as soon as it is there.
    await announce({ to: 'screens', about: 'command', tabId, command: 'run-checks' });
  } catch (error) {
    await sayBlocked(tabId, await reasonOf(tabId, site, error));
  }
}

/**
 * The site in the tab that was clicked; null for a browser page, whose address stays hidden. That of a website may be
 * hidden, too, for a moment: on a busy machine the click is told before its access takes effect (seen in Chromium 156).
 */
async function siteNow({ id, url }: ClickedTab): Promise<string | null> {
  let now = url;
  for (let tries = 0; !now && tries < URL_TRIES && id !== undefined; tries++) {
    await new Promise((resolve) => setTimeout(resolve, URL_DELAY_MS));
    now = (await browser.tabs.get(id).catch(() => undefined))?.url;
  }
  return siteOf(now ?? '');
}

async function reasonOf(tabId: number, site: string | null, error: unknown): Promise<BlockedReason> {
  if (error instanceof DockObstacle) return error.obstacle;
  if (site !== null) return 'refused';
  // A slow server: the tab still shows its empty first page, or the one before.
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.status === 'loading' ? 'loading' : 'internal';
}

async function unfold(tabId: number): Promise<void> {
  const state = await order(tabId, { to: 'dock', type: 'state' });
  if (state?.folded) await order(tabId, { to: 'dock', type: 'toggle' });
}

/**
 * Puts the dock back after a page load: in a tab that had it, and in a new tab of a site under inspection once its host
 * is granted. Anything else is left alone: no script, no style, nothing.
 */
export async function onPageLoad(tabId: number, url: string | undefined): Promise<void> {
  const memory = await readTab(tabId);
  const site = siteOf(url ?? '');
  // Without access the address is hidden: the tab went to another site, so it is no longer ours.
  if (!site) {
    if (memory) await forgetTab(tabId);
    return;
  }
  if (memory ? memory.site !== site : !(await inspectedSites()).has(site)) {
    if (memory) await forgetTab(tabId);
    return;
  }
  // In the side panel the panel stays by itself; a dock beside it would be a second one.
  if (await prefersSidePanel()) return;
  await openDock(tabId, site, false).catch(() => undefined);
}

/** Why the dock cannot be used; the sentences stand in entrypoints/blocked. */
export type BlockedReason = 'internal' | 'loading' | 'refused' | 'inert' | Obstacle;

/** Shows a small window under the icon with the reason. */
export async function sayBlocked(tabId: number, reason: BlockedReason): Promise<void> {
  const popup = `blocked.html#${reason}`;
  await browser.action.setPopup({ tabId, popup });
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({
      url: browser.runtime.getURL(`/blocked.html#${reason}`),
      openerTabId: tabId,
    });
  } finally {
    // Only this once: the next click on the icon folds and unfolds again.
    await browser.action.setPopup({ tabId, popup: '' }).catch(() => undefined);
  }
}

/** The side panel may open on a click only while the user wants it there. */
export async function followPlace(sidePanel: boolean): Promise<void> {
  await browser.sidePanel?.setOptions(sidePanel ? SIDE_PANEL : { enabled: false });
}

/** Back from the side panel into the page. */
export async function openDockAgain(tabId: number): Promise<void> {
  const { url } = await browser.tabs.get(tabId);
  const site = siteOf(url ?? '');
  if (!site) return;
  await rememberPlace('right');
  await openDock(tabId, site, true);
}
