// Drives the panel in the dock by what a person sees: roles and visible names.

import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type { InspectedBrowser } from './browser';

/** The panel's frame once it is there. */
export async function dockOf(page: Page, timeout = 10_000): Promise<Frame> {
  const deadline = Date.now() + timeout;
  while (Date.now() < deadline) {
    const frame = page.frames().find((each) => each.url().includes('/sidepanel.html'));
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
  throw new Error('检查台没有打开');
}

/** Clicks the icon and waits for the panel. Rejects with what the extension says where it cannot open. */
export async function openDock(browser: InspectedBrowser, page: Page): Promise<Frame> {
  await browser.clickIcon(page);
  return dockOf(page).catch(async (error: Error) => {
    const [reason] = await blockedReasons(browser);
    throw reason ? new Error(BLOCKED[reason] ?? `检查台不能在本页打开（${reason}）`) : error;
  });
}

const BLOCKED: Record<string, string> = {
  internal: '这是浏览器自己的页面或扩展商店，扩展不能在这里运行',
  loading: '网页还没有打开',
  refused: '浏览器拒绝了扩展对本页的访问',
  'not-html': '这不是网页，检查台无法显示在上面',
  sandboxed: '页面声明了沙箱限制，检查台不能在页面上运行',
};

/** Why the icon was clicked in vain: the reasons that the extension shows now, in its popup or a tab. Closes them. */
export async function blockedReasons(browser: InspectedBrowser): Promise<string[]> {
  const { targetInfos } = await browser.cdp.send('Target.getTargets', { filter: [{}] });
  const shown = targetInfos.filter(({ type, url }) => type === 'page' && url.includes('/blocked.html#'));
  // A popup that lost the focus may be closing by itself; it was shown all the same.
  for (const { targetId } of shown)
    await browser.cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  return shown.map(({ url }) => new URL(url).hash.slice(1));
}

/** Starts an inspection of the site in front, with a subject made from the page; goes on with one that is open. */
export async function startInspection(
  dock: Frame,
  options: { inspector?: string; set?: string } = {},
): Promise<void> {
  const start = dock.getByRole('button', { name: '开始检查' });
  const check = dock.getByRole('button', { name: '一键检查' });
  await start.or(check).first().waitFor();
  if (await check.isVisible()) return;
  if (options.set) await dock.getByLabel('指标体系').selectOption(options.set);
  if (options.inspector) await dock.getByLabel('检查员').fill(options.inspector);
  await start.click();
  await check.waitFor();
}

/** Runs the one-click check to its end. */
export async function runChecks(dock: Frame, timeout = 180_000): Promise<void> {
  await dock.getByRole('button', { name: '一键检查' }).click();
  await dock.getByRole('button', { name: '取消检查' }).waitFor({ state: 'detached', timeout });
}

/** Exports through the panel's menu, as a person would; `format` is part of the menu item's name. */
export async function exportFile(
  page: Page,
  dock: Frame,
  format: 'XLSX' | 'CSV' | 'HTML' | 'JSON',
): Promise<Buffer> {
  await dock.getByRole('button', { name: '更多操作' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    dock.getByRole('menuitem', { name: new RegExp(format) }).click(),
  ]);
  return readFileSync(await download.path());
}
