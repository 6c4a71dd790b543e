// Shows one address after another in one tab of a window beside, so that the keys stay with the window that asked.
import { browser } from 'wxt/browser';
import { PageError } from '@/lib/client/client';

const KEY = 'account-tab';

/** Shows the address in the tab used before, else in a new window beside. Only http(s). Rejects with PageError. */
export async function openBeside(url: string): Promise<void> {
  if (!/^https?:\/\//i.test(url)) {
    throw new PageError('failed', '该账号没有可以打开的网页地址，请在手机或平台上查看。');
  }
  const known = (await browser.storage.session.get(KEY))[KEY];
  if (typeof known === 'number') {
    try {
      await browser.tabs.update(known, { url });
      return;
    } catch {
      // The user closed it.
    }
  }
  const here = await browser.windows.getCurrent();
  const tab = await firstTab(url, here);
  if (tab !== undefined) await browser.storage.session.set({ [KEY]: tab });
  if (here.id !== undefined) await browser.windows.update(here.id, { focused: true });
}

/** Where the asking window is, as far as the browser tells; CSS pixels. */
interface Place {
  left?: number | undefined;
  top?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
}

/** The tab of a new window on the right half; wherever the browser puts it when that half lies off the screen. */
async function firstTab(url: string, here: Place): Promise<number | undefined> {
  const width = Math.max(500, Math.round((here.width ?? 1200) / 2));
  const place = {
    left: (here.left ?? 0) + (here.width ?? 1200) - width,
    top: here.top ?? 0,
    width,
    height: here.height ?? 900,
  };
  const made = await browser.windows
    .create({ url, focused: false, ...place })
    .catch(() => browser.windows.create({ url, focused: false }));
  return made?.tabs?.[0]?.id;
}
