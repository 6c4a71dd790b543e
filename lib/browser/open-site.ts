// Opens a site for inspection in a tab of its own and tells the panel of that tab how to begin.
import { browser } from 'wxt/browser';
import { PageError } from '@/lib/client/client';
import { isGranted } from './host-access';
import { readTab, writeTab, writeUi } from './tab-memory';

/** See InspectionClient.openSite. */
export async function openSite(url: string, panelState: unknown): Promise<void> {
  const { siteOf } = await import('./site-of');
  const site = siteOf(url);
  if (!site)
    throw new PageError('failed', '网址不是以 http 或 https 开头的网页地址，不能打开，请先改正网址。');
  const granted = await isGranted(site);
  // Not by way of a blank page: a tab whose address is no site's is forgotten, memory included. The writes are done
  // long before the page is there.
  const { id } = await browser.tabs.create({ url, active: true });
  if (id === undefined) throw new PageError('failed', '浏览器没有打开新标签页，请重试。');
  await writeUi(id, panelState);
  // Without access the address is hidden from us, and a remembered tab would be forgotten with its state.
  if (granted) await writeTab(id, { ...(await readTab(id)), site });
}
