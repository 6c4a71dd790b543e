// Holds the phone-sized preview over the page: a bar with a name and a way out, and the preview's frame scaled to fit.
import type { Rect } from '@/lib/model/primitives';
import { adoptStyles, createOwnHost, setImportant } from './own-ui';

/** CSS pixels of the phone's screen: the size the indicators are tried at. */
export const PHONE = { width: 375, height: 812 } as const;
const BAR = 32;
const EDGE = 16;

const CSS_TEXT = `
.bar { height: ${BAR}px; display: flex; align-items: center; justify-content: space-between; padding: 0 4px 0 12px; box-sizing: border-box;
  background: #1864ab; color: #fff; font: 14px/1 sans-serif; }
.bar button { border: 0; background: transparent; color: #fff; font: 14px/1 sans-serif; padding: 8px; cursor: pointer; }
.bar button:focus-visible { outline: 2px solid #ffd43b; outline-offset: -2px; }
.screen { overflow: hidden; background: #fff; }
iframe { display: block; width: ${PHONE.width}px; height: ${PHONE.height}px; border: 0; transform-origin: 0 0; }
`;

export interface PhoneFrame {
  /** The phone's screen in the window, CSS pixels. */
  box(): Rect;
  remove(): void;
}

/** `side`: where the dock is not. `url` is the extension's preview page. */
export function openPhoneFrame(url: string, side: 'left' | 'right', onClose: () => void): PhoneFrame {
  const scale = Math.min(1, (innerHeight - BAR - 2 * EDGE) / PHONE.height);
  const { host, root } = createOwnHost('phone', {
    position: 'fixed',
    display: 'block',
    top: `${EDGE}px`,
    [side]: `${EDGE}px`,
    width: `${PHONE.width * scale}px`,
    'z-index': '2147483646',
    'box-shadow': '0 0 0 1px #1864ab, 0 2px 16px rgb(0 0 0 / 45%)',
  });
  adoptStyles(root, CSS_TEXT);
  const bar = document.createElement('div');
  bar.className = 'bar';
  const title = document.createElement('span');
  title.textContent = `手机视图 ${PHONE.width}×${PHONE.height}`;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '关闭';
  const screen = document.createElement('div');
  screen.className = 'screen';
  setImportant(screen, { height: `${PHONE.height * scale}px` });
  const frame = document.createElement('iframe');
  frame.title = '手机视图';
  frame.src = url;
  setImportant(frame, { transform: `scale(${scale})` });
  const remove = () => host.remove();
  close.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    remove();
    onClose();
  });
  bar.append(title, close);
  screen.append(frame);
  root.append(bar, screen);
  document.documentElement.append(host);
  return {
    box() {
      const { x, y, width, height } = screen.getBoundingClientRect();
      return { x, y, width, height };
    },
    remove,
  };
}
