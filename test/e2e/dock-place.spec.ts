// The dock folds, moves and resizes, and remembers it; a running check can be cancelled.
import { dockOf } from '@/scripts/driver/dock';
import { expect, test } from './inspected';

test('folds to a strip, unfolds, moves to the left and remembers it over a reload', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  const host = page.locator('[data-gov-site-inspector="dock"]');
  const box = async () => (await host.boundingBox()) ?? { x: -1, width: -1 };
  expect(await box()).toMatchObject({ x: 1020, width: 420 });

  await dock.getByRole('button', { name: '收起检查台' }).click();
  await expect.poll(async () => (await box()).width).toBe(32);
  await stage.browser.clickIcon(page);
  await expect.poll(async () => (await box()).width).toBe(420);

  await dock.getByRole('button', { name: '更多操作' }).click();
  await dock.getByRole('menuitem', { name: '停靠在网页左侧' }).click();
  await expect.poll(async () => (await box()).x).toBe(0);
  // The handle lies in the closed shadow root: reached as a person does, with the pointer on the dock's inner edge.
  await page.mouse.move(420, 400);
  await page.mouse.down();
  await page.mouse.move(520, 400, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await box()).width).toBe(520);

  await page.reload();
  await (await dockOf(page)).getByRole('button', { name: '一键检查' }).waitFor();
  expect(await box()).toMatchObject({ x: 0, width: 520 });
});

test('a running check can be cancelled and says so; the page can be checked again', async ({ stage }) => {
  const { dock } = await stage.begin('generated/portal?elements=15000');
  await dock.getByRole('button', { name: '一键检查' }).click();
  await dock.getByRole('button', { name: '取消检查' }).click();
  await expect(dock.getByRole('button', { name: '一键检查' })).toBeVisible();
  await expect(dock.getByRole('list', { name: '各项检查结果' })).toContainText('取消');
  await expect(dock.getByRole('button', { name: /重试/ }).first()).toBeVisible();
});
