// Where the panel lives, kept over browser restarts; read by the page's script and the service worker too.
import { browser } from 'wxt/browser';
import type { Place } from '@/lib/client/client';
import type { Surface } from '@/lib/overlay/dock-frame';
import { DEFAULT_SURFACE, PLACE_KEY, SURFACE_KEY } from './dock-messages';

/** The panel in the browser's own side panel. */
export const SIDE_PANEL = { path: 'sidepanel.html', enabled: true } as const;

/**
 * false in Firefox: there a frame of the extension inside a web page runs as a part of that page, without tabs, scripting or
 * permissions (seen in Firefox 153), so that the panel lives in the browser's sidebar alone.
 */
export const HAS_DOCK = !import.meta.env.FIREFOX;

/** Firefox's sidebar, which its types and Chromium do not know. */
const { sidebarAction } = browser as typeof browser & { sidebarAction?: { open(): Promise<void> } };

/**
 * Opens the browser's side panel or sidebar; true when it is open. Must be called in the click, before anything is awaited.
 * Chromium refuses at once while the user wants the panel in the dock.
 */
export function openSidePanel(windowId: number): Promise<boolean> {
  const opening = HAS_DOCK ? browser.sidePanel?.open({ windowId }) : sidebarAction?.open();
  return (opening ?? Promise.reject()).then(
    () => true,
    () => false,
  );
}

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
  if (!HAS_DOCK) return true;
  return (await browser.storage.local.get(PLACE_KEY))[PLACE_KEY] === 'side-panel';
}
