// What the panel and the service worker tell the script on the page; small, because no zod goes into pages.
// Only pages of this extension can send these: web pages have no road to a content script's runtime.onMessage.
import type { Locator } from '@/lib/model/finding';
import type { Rect } from '@/lib/model/primitives';

export type DockOrder =
  | { to: 'dock'; type: 'state' }
  /** `focus`: the user asked for it, so the keyboard goes there; not after a mere page load. */
  | { to: 'dock'; type: 'open'; token: string; focus: boolean }
  | { to: 'dock'; type: 'toggle' }
  | { to: 'dock'; type: 'fold' }
  | { to: 'dock'; type: 'side'; side: 'left' | 'right' }
  | { to: 'dock'; type: 'close' }
  | { to: 'dock'; type: 'hide' }
  | { to: 'dock'; type: 'show' }
  | { to: 'dock'; type: 'jump'; locator: Locator; label: string }
  | { to: 'dock'; type: 'show-all'; marks: { locator: Locator; label: string }[] }
  | { to: 'dock'; type: 'clear-marks' }
  | { to: 'dock'; type: 'phone-open' }
  | { to: 'dock'; type: 'phone-box' }
  | { to: 'dock'; type: 'phone-close' };

/**
 * Why a document cannot hold the dock: it has no HTML (a picture in SVG), its sandbox takes the panel's origin away, or
 * it keeps the dock from being built or from staying.
 */
export type Obstacle = 'not-html' | 'sandboxed' | 'resisted';

/** Answers by order; orders without an entry answer `null`. */
export interface DockAnswers {
  open: { open: true };
  state: { open: boolean; folded: boolean; obstacle: Obstacle | null };
  /** `box` is null when the spot is gone, or there but not shown (`hidden`). */
  jump: { box: Rect | null; hidden: boolean };
  'show-all': { shown: number };
  'phone-box': { box: Rect | null };
}

export type DockAnswer<T extends DockOrder['type']> = T extends keyof DockAnswers ? DockAnswers[T] : null;

/** What the script on the page may ask of the service worker; it is trusted with nothing else. */
export type PageCall =
  | { to: 'worker'; type: 'new-token' }
  /** The page keeps removing the dock. */
  | { to: 'worker'; type: 'dock-resisted' }
  /** A modal dialog of the page makes everything else inert, the dock too. */
  | { to: 'worker'; type: 'dock-inert' };

/** Key in `storage.local`: where the dock was last and how wide. The script on the page reads and writes it. */
export const SURFACE_KEY = 'dockSurface';
export const DEFAULT_SURFACE = { side: 'right', width: 420, folded: false } as const;
/** Key in `storage.local`: 'dock' or 'side-panel'. */
export const PLACE_KEY = 'panelPlace';
