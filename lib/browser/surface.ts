// Where the panel lives, kept over browser restarts; read by the page's script and the service worker too.
import { browser } from 'wxt/browser';
import type { Place } from '@/lib/client/client';
import type { Surface } from '@/lib/overlay/dock-frame';
import { DEFAULT_SURFACE, PLACE_KEY, SURFACE_KEY } from './dock-messages';

/** The panel in the browser's own side panel. */
export const SIDE_PANEL = { path: 'sidepanel.html', enabled: true } as const;

export async function readSurface(): Promise<Surface> {
  const stored = (await browser.storage.local.get(SURFACE_KEY))[SURFACE_KEY];
  return { ...DEFAULT_SURFACE, ...(typeof stored === 'object' ? stored : {}) };
}

/** Remembers the place; a dock also remembers its side. */
export async function rememberPlace(place: Place): Promise<void> {
  if (place === 'side-panel') {
    await browser.storage.local.set({ [PLACE_KEY]: 'side-panel' });
    return;
  }
  const surface: Surface = { ...(await readSurface()), side: place, folded: false };
  await browser.storage.local.set({ [PLACE_KEY]: 'dock', [SURFACE_KEY]: surface });
}

export async function prefersSidePanel(): Promise<boolean> {
  return (await browser.storage.local.get(PLACE_KEY))[PLACE_KEY] === 'side-panel';
}
