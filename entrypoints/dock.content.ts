// Injected on a click: holds the panel's frame over the page and draws marks. No React, px only.
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  DEFAULT_SURFACE,
  type DockOrder,
  type Obstacle,
  type PageCall,
  SURFACE_KEY,
} from '@/lib/browser/dock-messages';
import { type DockFrame, openDockFrame, type Surface } from '@/lib/overlay/dock-frame';
import { createMarks } from '@/lib/overlay/marks';
import { openPhoneFrame, type PhoneFrame } from '@/lib/overlay/phone-frame';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  registration: 'runtime',
  main(context) {
    const marks = createMarks();
    let dock: DockFrame | null = null;
    let phone: PhoneFrame | null = null;

    const open = async (token: string, focus: boolean) => {
      dock?.remove();
      const stored = await browser.storage.local.get(SURFACE_KEY);
      const surface: Surface = {
        ...DEFAULT_SURFACE,
        ...(stored[SURFACE_KEY] as Partial<Surface> | undefined),
      };
      dock = openDockFrame(panelUrl(token), surface, {
        onChange: (changed) => void browser.storage.local.set({ [SURFACE_KEY]: changed }),
        newUrl: async () => {
          const fresh: unknown = await ask({ to: 'worker', type: 'new-token' });
          return typeof fresh === 'string' ? panelUrl(fresh) : null;
        },
        onResisted: () => {
          dock = null;
          void ask({ to: 'worker', type: 'dock-resisted' });
        },
      });
      if (focus) giveKeyboard(dock);
      return { open: true };
    };

    const obey = (order: DockOrder): unknown => {
      switch (order.type) {
        case 'state':
          return { open: dock !== null, folded: dock?.surface().folded ?? false, obstacle: obstacle() };
        case 'open':
          return open(order.token, order.focus);
        case 'toggle':
          dock?.change({ folded: !dock.surface().folded });
          if (dock && !dock.surface().folded) giveKeyboard(dock);
          return null;
        case 'fold':
          dock?.change({ folded: true });
          return null;
        case 'side':
          dock?.change({ side: order.side });
          return null;
        case 'close':
          dock?.remove();
          dock = null;
          return null;
        case 'hide':
          dock?.setHidden(true);
          return painted();
        case 'show':
          dock?.setHidden(false);
          return null;
        case 'jump':
          return marks.jump(order.locator, order.label);
        case 'show-all':
          return { shown: marks.showAll(order.marks) };
        case 'clear-marks':
          marks.clear();
          return null;
        case 'phone-open': {
          phone?.remove();
          const side = dock?.surface().side === 'left' ? 'right' : 'left';
          phone = openPhoneFrame(browser.runtime.getURL('/mobile.html'), side, () => {
            phone = null;
          });
          return null;
        }
        case 'phone-box':
          return { box: phone?.box() ?? null };
        case 'phone-close':
          phone?.remove();
          phone = null;
          return null;
      }
    };

    const listen = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void) => {
      if (sender.id !== browser.runtime.id || !isOrder(message)) return;
      // A page that spoils the DOM must not leave the sender without an answer.
      void (async () => obey(message))().then(reply, () => reply(null));
      return true;
    };
    browser.runtime.onMessage.addListener(listen);
    context.onInvalidated(() => {
      browser.runtime?.onMessage?.removeListener(listen);
      marks.clear();
      phone?.remove();
      dock?.remove();
    });
  },
});

function panelUrl(token: string): string {
  return `${browser.runtime.getURL('/sidepanel.html')}#token=${token}`;
}

/** Asks the service worker; null when it is out of reach (the extension was updated). */
function ask(call: PageCall): Promise<unknown> {
  return browser.runtime.sendMessage(call).catch(() => null);
}

/** Under a modal dialog, a popover or a full-screen element the dock is there, but out of reach. */
function giveKeyboard(dock: DockFrame): void {
  dock.focus();
  if (dock.isCovered()) void ask({ to: 'worker', type: 'dock-inert' });
}

function obstacle(): Obstacle | null {
  if (!(document.documentElement instanceof HTMLElement)) return 'not-html';
  // A frame takes over the sandbox of the page around it: the panel would have no origin, and with it no extension.
  return origin === 'null' ? 'sandboxed' : null;
}

function isOrder(message: unknown): message is DockOrder {
  return typeof message === 'object' && message !== null && 'to' in message && message.to === 'dock';
}

/** Resolves after the next frame is on screen; at once in a tab that does not paint. */
function painted(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), 250);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)));
  });
}
