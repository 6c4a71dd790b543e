// A tick that shows as saved outlives the browser and the service worker.
import { dockOf, openDock, startInspection } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { openWorkbench } from './workbench-page';

test('the browser is closed in the middle and the inspection goes on', async ({ stage }) => {
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格').check();
  await expectSaved(dock);
  const browser = await stage.relaunch();
  const page = await browser.context.newPage();
  await page.goto(HOME);
  const again = await openDock(browser, page);
  await again.getByRole('button', { name: '一键检查' }).waitFor();
  await expect(verdictOf(criterionRow(again, '泄露国家秘密。'), '合格')).toBeChecked();
});

test('the service worker is killed between two ticks and nothing is lost', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  await verdictOf(criterionRow(dock, '出现严重表述错误。'), '合格').check();
  await expectSaved(dock);
  const session = await stage.browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '不适用').check();
  await expectSaved(dock);
  await session.send('ServiceWorker.stopAllWorkers');
  await page.reload();
  const again = await dockOf(page);
  await again.getByRole('button', { name: '一键检查' }).waitFor();
  await expect(verdictOf(criterionRow(again, '出现严重表述错误。'), '合格')).toBeChecked();
  await expect(verdictOf(criterionRow(again, '泄露国家秘密。'), '不适用')).toBeChecked();
});

test('a tick is called saved only when the disk has it', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  await expectSaved(dock);
  const keeper = await stage.browser.context.newPage();
  await keeper.goto(`chrome-extension://${stage.browser.extensionId}/icon/128.png`);
  // Writes at the same time as the desk: its own step has to wait its turn.
  await keeper.evaluate(async () => {
    const opened = indexedDB.open('gov-site-inspector');
    await new Promise<void>((resolve) => {
      opened.onsuccess = () => resolve();
    });
    const names = [...opened.result.objectStoreNames];
    const [first = ''] = names;
    const store = opened.result.transaction(names, 'readwrite').objectStore(first);
    const keep = () => {
      if (!('letGo' in globalThis)) store.count().onsuccess = keep;
    };
    keep();
  });
  await page.bringToFront();
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格').click();
  const mark = dock.getByRole('status', { name: '保存状态' });
  await expect(mark).toContainText('保存中');
  await page.waitForTimeout(300);
  await expect(mark).toContainText('保存中');
  await keeper.evaluate(() => Object.assign(globalThis, { letGo: true }));
  await expectSaved(dock);
  await expect(verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格')).toBeChecked();
});

test('an inspection that is deleted in the workbench leaves the dock at once, and a new one can be started', async ({
  stage,
}) => {
  const { page, dock } = await stage.begin();
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格').check();
  await expectSaved(dock);
  const workbench = await openWorkbench(stage.browser);
  await workbench.getByRole('button', { name: '删除“示例市人民政府”的检查' }).click();
  await workbench.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(workbench.getByText('已删除“示例市人民政府”的检查。')).toBeVisible();

  await page.bringToFront();
  const gone = dock.getByRole('alert').filter({ hasText: '这次检查已不能继续' });
  await expect(gone).toContainText('没有找到所选的检查记录，可能已被删除，请重新选择。');
  await expect(dock.getByRole('button', { name: '一键检查' })).toHaveCount(0);
  await dock.getByRole('button', { name: '另选或新建检查' }).press('Enter');
  await startInspection(dock, { inspector: '张检查' });
  await expect(verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格')).not.toBeChecked();
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格').check();
  await expectSaved(dock);
});
