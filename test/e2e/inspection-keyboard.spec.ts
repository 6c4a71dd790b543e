// One whole inspection without touching the mouse.

import { expect, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';

test('an inspector works by keyboard alone', async ({ stage }) => {
  const { page, dock } = await stage.inspect();
  const start = dock.getByRole('button', { name: '开始检查' });
  await start.waitFor();
  await dock.getByLabel('检查员').focus();
  await page.keyboard.type('李键盘');
  await page.keyboard.press('Enter');
  await dock.getByRole('button', { name: '一键检查' }).waitFor();

  await test.step('c checks the page', async () => {
    await dock.locator('body').press('c');
    await expect(dock.getByRole('list', { name: '各项检查结果' })).toContainText('无障碍');
    await expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(0, { timeout: 60_000 });
  });

  await test.step('arrows and digits tick', async () => {
    const first = criterionRow(dock, '出现严重表述错误。');
    const second = criterionRow(dock, '泄露国家秘密。');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(first).toBeFocused();
    await page.keyboard.press('1');
    await expect(verdictOf(first, '合格')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(second).toBeFocused();
    await page.keyboard.press('4');
    await expect(verdictOf(second, '有争议')).toBeChecked();
    await page.keyboard.press('u');
    await expect(verdictOf(second, '未检')).toBeChecked();
    await page.keyboard.press('Control+Shift+Z');
    await expect(verdictOf(second, '有争议')).toBeChecked();
    await page.keyboard.press('3');
    await expect(verdictOf(second, '不适用')).toBeChecked();
    await expectSaved(dock);
  });

  await test.step('a note does not trigger keys', async () => {
    const row = criterionRow(dock, '泄露国家秘密。');
    await page.keyboard.press('n');
    await page.keyboard.type('1234 jkx 不适用说明');
    await page.keyboard.press('Control+Enter');
    await expect(row).toContainText('1234 jkx 不适用说明');
    await expect(verdictOf(row, '不适用')).toBeChecked();
  });

  await test.step('search leads to a suggestion; a accepts it', async () => {
    await dock.locator('body').press('/');
    await expect(dock.getByLabel('搜索指标')).toBeFocused();
    await page.keyboard.type('标识');
    await page.keyboard.press('Escape');
    const row = dock.getByRole('group', { name: /标识/ }).filter({ has: dock.getByRole('radiogroup') });
    const suggestion = dock.getByRole('group', { name: /机检建议：网站标识要素/ });
    await expect(suggestion).toBeVisible();
    const holder = row.filter({ has: suggestion });
    const name = await holder.getAttribute('id');
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('j');
      if ((await dock.evaluate(() => document.activeElement?.id)) === name) break;
    }
    await page.keyboard.press('a');
    await expect(suggestion).toHaveCount(0);
    await expect(verdictOf(dock.locator(`[id="${name}"]`), '有问题')).toBeChecked();
    await expectSaved(dock);
  });

  await test.step('? shows every key, Escape closes it', async () => {
    await page.keyboard.press('?');
    await expect(dock.getByRole('table', { name: '快捷键' })).toContainText('一键检查');
    await page.keyboard.press('Escape');
    await expect(dock.getByRole('table', { name: '快捷键' })).toHaveCount(0);
  });

  await test.step('e takes a picture', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect(dock.getByRole('tab', { name: /取证 1/ })).toBeVisible();
  });
});
