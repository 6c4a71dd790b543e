// Two windows on one inspection: what is done, taken back or locked in one is so in the other, also over a killed worker.
import type { Frame, Page } from '@playwright/test';
import { expect, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';

const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';

async function tick(page: Page, dock: Frame, text: string, verdict: '合格' | '不适用'): Promise<void> {
  await page.bringToFront();
  await verdictOf(criterionRow(dock, text), verdict).check();
  await expectSaved(dock);
}

test('ticks, undo, redo and the lock are the same in both windows', async ({ stage }) => {
  const one = await stage.begin();
  const two = await stage.inspect('xwdt/');
  await two.dock.getByRole('button', { name: '一键检查' }).waitFor();
  const shown = (dock: Frame, text: string, verdict: '未检' | '合格' | '不适用') =>
    expect(verdictOf(criterionRow(dock, text), verdict)).toBeChecked();

  await tick(one.page, one.dock, SECRET, '合格');
  await shown(two.dock, SECRET, '合格');
  await tick(two.page, two.dock, WORDING, '不适用');
  await shown(one.dock, WORDING, '不适用');

  await test.step('undo in one takes back what the other did last, redo brings it again', async () => {
    await one.page.bringToFront();
    await one.dock.getByRole('button', { name: '撤销' }).click();
    await shown(one.dock, WORDING, '未检');
    await shown(two.dock, WORDING, '未检');
    await shown(two.dock, SECRET, '合格');
    await two.page.bringToFront();
    await two.dock.getByRole('button', { name: '重做' }).click();
    await shown(one.dock, WORDING, '不适用');
    await expectSaved(two.dock);
  });

  await test.step('the worker is killed in between', async () => {
    const session = await stage.browser.context.newCDPSession(one.page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await tick(one.page, one.dock, SECRET, '不适用');
    await shown(two.dock, SECRET, '不适用');
  });

  await test.step('finishing in one locks the other; the reason of reopening unlocks it', async () => {
    await one.page.bringToFront();
    await one.dock.getByRole('button', { name: '更多操作' }).click();
    await one.dock.getByRole('menuitem', { name: '完成检查' }).click();
    await one.dock.getByRole('dialog').getByRole('button', { name: /完成/ }).click();
    await expect(two.dock.getByText('已完成，已锁定')).toBeVisible();
    await expect(verdictOf(criterionRow(two.dock, SECRET), '合格')).toBeDisabled();
    await two.page.bringToFront();
    await two.dock.getByRole('button', { name: '更多操作' }).click();
    await two.dock.getByRole('menuitem', { name: '重新打开检查' }).click();
    const dialog = two.dock.getByRole('dialog');
    await dialog.getByLabel('重新打开的理由').fill('补检');
    await dialog.getByRole('button', { name: /重新打开/ }).click();
    await expect(one.dock.getByText('已完成，已锁定')).toHaveCount(0);
    await expect(verdictOf(criterionRow(one.dock, SECRET), '合格')).toBeEnabled();
  });
});
