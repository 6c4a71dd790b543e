// Holds the panel's frame over the page: side, width, folding strip, resize handle; survives a page that removes it.
import { adoptStyles, createOwnHost, setImportant } from './own-ui';

export const MIN_WIDTH = 320;
export const MAX_WIDTH = 900;
const STRIP_WIDTH = 32;
/** A page that keeps removing the dock is told of, not fought. */
const MAX_RETURNS = 5;

const CSS_TEXT = `
:host { color-scheme: light dark; }
.frame { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: Canvas; color-scheme: normal; }
.handle { position: absolute; top: 0; bottom: 0; width: 8px; cursor: ew-resize; touch-action: none; background: transparent; z-index: 1; }
.handle:hover, .handle:focus-visible { background: #1971c2; outline: none; }
.right .handle { left: -4px; } .left .handle { right: -4px; }
.strip { position: absolute; inset: 0; display: none; border: 0; padding: 12px 0; margin: 0; cursor: pointer;
  background: #1864ab; color: #fff; font: 600 14px/1.2 sans-serif; writing-mode: vertical-rl; letter-spacing: 4px; }
.strip:focus-visible { outline: 3px solid #ffd43b; outline-offset: -3px; }
.folded .strip { display: block; } .folded .frame, .folded .handle { display: none; }
.box { position: absolute; inset: 0; box-shadow: 0 0 12px rgb(0 0 0 / 35%); }
`;

export interface Surface {
  side: 'left' | 'right';
  /** CSS pixels. */
  width: number;
  folded: boolean;
}

export interface DockFrame {
  surface(): Surface;
  change(part: Partial<Surface>): void;
  /** Gives the keyboard to the panel, once it has loaded. */
  focus(): void;
  /** Whether something of the page lies over the dock or makes it inert (top layer), so that it cannot be used. */
  isCovered(): boolean;
  /** Takes the dock out of sight for a picture; the frame keeps running. */
  setHidden(hidden: boolean): void;
  remove(): void;
}

export interface DockEvents {
  /** The user folds, unfolds or resizes. */
  onChange(surface: Surface): void;
  /** The page removed the dock. A removed frame starts anew, so it needs a new address; null leaves it away. */
  newUrl(): Promise<string | null>;
  /** The page removed the dock too often; it stays away. */
  onResisted(): void;
}

export function openDockFrame(url: string, initial: Surface, events: DockEvents): DockFrame {
  let surface = initial;
  let returns = 0;
  let removed = false;
  let loaded = false;
  let returning = false;
  const { host, root } = createOwnHost('dock', {
    position: 'fixed',
    display: 'block',
    'z-index': '2147483647',
    opacity: '1',
    'pointer-events': 'auto',
  });
  adoptStyles(root, CSS_TEXT);

  const box = document.createElement('div');
  const frame = document.createElement('iframe');
  frame.className = 'frame';
  frame.title = '政务网站检查台';
  frame.allow = 'clipboard-write';
  frame.src = url;
  frame.addEventListener('load', () => {
    loaded = true;
  });
  const handle = createHandle(
    () => surface,
    (width) => change({ width }),
    frame,
  );
  const strip = document.createElement('button');
  strip.className = 'strip';
  strip.type = 'button';
  strip.textContent = '检查台';
  strip.setAttribute('aria-label', '展开检查台');
  strip.addEventListener('click', () => {
    change({ folded: false });
    frame.focus();
  });
  box.append(frame, handle, strip);
  root.append(box);

  const layOut = () => {
    box.className = `box ${surface.side}${surface.folded ? ' folded' : ''}`;
    const width = surface.folded
      ? STRIP_WIDTH
      : Math.min(surface.width, Math.max(MIN_WIDTH, innerWidth - 40));
    setImportant(host, {
      top: '0px',
      bottom: '0px',
      height: '100vh',
      width: `${width}px`,
      left: surface.side === 'left' ? '0px' : 'auto',
      right: surface.side === 'right' ? '0px' : 'auto',
    });
    handle.setAttribute('aria-valuenow', String(width));
  };
  const change = (part: Partial<Surface>) => {
    surface = { ...surface, ...part };
    layOut();
    events.onChange(surface);
  };

  const returnIfRemoved = new MutationObserver(async () => {
    if (host.isConnected || removed || returning) return;
    returns += 1;
    if (returns > MAX_RETURNS) {
      remove();
      events.onResisted();
      return;
    }
    returning = true;
    const next = await events.newUrl();
    returning = false;
    if (next === null || removed) return;
    frame.src = next;
    // A page that clears strangers out of one place seldom clears the other.
    (returns % 2 === 1 && document.body ? document.body : document.documentElement).append(host);
  });
  const remove = () => {
    removed = true;
    returnIfRemoved.disconnect();
    host.remove();
  };
  layOut();
  document.documentElement.append(host);
  returnIfRemoved.observe(document.documentElement, { childList: true });
  if (document.body) returnIfRemoved.observe(document.body, { childList: true });

  return {
    surface: () => surface,
    change,
    focus() {
      if (loaded) frame.focus();
      // Focus given before the panel's own process has taken the frame over would be lost.
      else frame.addEventListener('load', () => frame.focus(), { once: true });
    },
    isCovered() {
      const { x, y, width, height } = host.getBoundingClientRect();
      return elementAtPoint(x + width / 2, y + height / 2) !== host;
    },
    setHidden: (hidden) => setImportant(host, { visibility: hidden ? 'hidden' : 'visible' }),
    remove,
  };
}

/** By the prototype's own method: elements named like it would hide that of the document. */
function elementAtPoint(x: number, y: number): Element | null {
  return Document.prototype.elementFromPoint.call(document, x, y);
}

/** Drag, or arrow keys in steps of 20 px. */
function createHandle(surface: () => Surface, setWidth: (width: number) => void, frame: HTMLElement) {
  const handle = document.createElement('div');
  handle.className = 'handle';
  handle.tabIndex = 0;
  handle.setAttribute('role', 'separator');
  handle.setAttribute('aria-orientation', 'vertical');
  handle.setAttribute('aria-label', '调整检查台宽度');
  handle.setAttribute('aria-valuemin', String(MIN_WIDTH));
  handle.setAttribute('aria-valuemax', String(MAX_WIDTH));
  const clamp = (width: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
  handle.addEventListener('pointerdown', (event) => {
    handle.setPointerCapture(event.pointerId);
    frame.style.pointerEvents = 'none';
  });
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return;
    setWidth(clamp(surface().side === 'right' ? innerWidth - event.clientX : event.clientX));
  });
  const stop = () => {
    frame.style.pointerEvents = '';
  };
  handle.addEventListener('pointerup', stop);
  handle.addEventListener('pointercancel', stop);
  handle.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const wider = (event.key === 'ArrowLeft') === (surface().side === 'right');
    setWidth(clamp(surface().width + (wider ? 20 : -20)));
  });
  return handle;
}
