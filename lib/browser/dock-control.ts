// Puts the dock's script and frame into a tab and speaks to it.
import { browser } from 'wxt/browser';
import type { DockAnswer, DockOrder, Obstacle } from './dock-messages';
import { readTab, writeTab } from './tab-memory';

const NOT_OPEN: DockAnswer<'state'> = { open: false, folded: false, obstacle: null };
const MOST_TRIES = 4;
const ACCESS_DELAY_MS = 100;

/** Sends one order to the script on the page; undefined when no script is there. */
export async function order<T extends DockOrder>(
  tabId: number,
  what: T,
): Promise<DockAnswer<T['type']> | undefined> {
  try {
    return await browser.tabs.sendMessage(tabId, what, { frameId: 0 });
  } catch {
    return undefined;
  }
}

/** The page lets the script in, but cannot hold the dock. */
export class DockObstacle extends Error {
  constructor(readonly obstacle: Obstacle) {
    super(obstacle);
  }
}

/** Makes sure that the page's script is there (without a frame). Rejects where no extension may run. */
export async function ensureScript(tabId: number): Promise<DockAnswer<'state'>> {
  const state = await order(tabId, { to: 'dock', type: 'state' });
  if (state) return state;
  for (let tries = 1; ; tries++) {
    try {
      await browser.scripting.executeScript({
        target: { tabId },
        files: ['/content-scripts/dock.js'],
        injectImmediately: true,
      });
      return (await order(tabId, { to: 'dock', type: 'state' })) ?? NOT_OPEN;
    } catch (error) {
      // On a busy machine the click is told a moment before its access takes effect (seen in Chromium 156).
      if (tries >= MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, ACCESS_DELAY_MS));
    }
  }
}

/** A new one-time token for a tab that has a dock; null for any other tab. */
export async function renewToken(tabId: number): Promise<string | null> {
  const memory = await readTab(tabId);
  if (!memory) return null;
  const token = crypto.randomUUID();
  await writeTab(tabId, { ...memory, token });
  return token;
}

/**
 * Opens the dock in a tab and, with `focus`, gives it the keyboard; does nothing when it is open. Rejects where no
 * extension may run, with DockObstacle where the page cannot hold it.
 */
export function openDock(tabId: number, site: string, focus: boolean): Promise<'opened' | 'was-open'> {
  // A page load reports itself twice, and a click may fall in between: one at a time, or two docks would race.
  return navigator.locks.request(`dock:${tabId}`, async () => {
    const { open, obstacle } = await ensureScript(tabId);
    if (obstacle) throw new DockObstacle(obstacle);
    if (open) return 'was-open';
    const token = crypto.randomUUID();
    await writeTab(tabId, { ...(await readTab(tabId)), site, token });
    const answer = await order(tabId, { to: 'dock', type: 'open', token, focus });
    if (!answer?.open) throw new DockObstacle('resisted');
    return 'opened';
  });
}
