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

/** Clicks the icon and waits for the panel. */
export async function openDock(browser: InspectedBrowser, page: Page): Promise<Frame> {
  await browser.clickIcon(page);
  return dockOf(page);
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
