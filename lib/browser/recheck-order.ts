// The order to recheck a problem in a tab, kept apart from the tab's memory: it must outlive a load without access.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { PageError } from '@/lib/client/client';
import { readTab, writeTab } from './tab-memory';

const RecheckOrder = z.object({ id: z.string(), site: z.string() });

const orderKey = (tabId: number) => `recheck:${tabId}`;

/** Opens the page in a new tab and leaves the order for the panel there. Rejects with PageError for no web address. */
export async function openRecheck(id: string, url: string): Promise<void> {
  const { siteOf } = await import('./site-of');
  const site = siteOf(url);
  if (!site) throw new PageError('blocked', '该事项没有可打开的网页地址，请人工核对后直接销号或重新整改。');
  // Not by way of a blank page: on a busy machine Chromium 156 loses the second address, and the tab stays blank. The order is
  // there long before the page is, and the panel asks for it once more when it is drawn.
  const { id: tabId } = await browser.tabs.create({ url });
  if (tabId === undefined) throw new PageError('failed', '浏览器没有打开新标签页，请重试。');
  await browser.storage.session.set({ [orderKey(tabId)]: { id, site } });
  await writeTab(tabId, { ...(await readTab(tabId)), site });
}

/** The item to recheck in this tab, as long as it shows the item's site. */
export async function readRecheck(tabId: number, url: string | undefined): Promise<string | undefined> {
  return recheckIn(await browser.storage.session.get(orderKey(tabId)), tabId, url);
}

/** The same among what `readAll` gave. */
export async function recheckIn(
  stored: Record<string, unknown>,
  tabId: number,
  url: string | undefined,
): Promise<string | undefined> {
  const parsed = RecheckOrder.safeParse(stored[orderKey(tabId)]);
  if (!parsed.success) return undefined;
  const { siteOf } = await import('./site-of');
  return parsed.data.site === siteOf(url ?? '') ? parsed.data.id : undefined;
}

export async function forgetRecheck(tabId: number): Promise<void> {
  await browser.storage.session.remove(orderKey(tabId));
}
