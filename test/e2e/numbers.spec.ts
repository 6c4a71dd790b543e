// The numbers of a round on screen: restored records give the bulletin's figures, and every number opens its sheets.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './inspected';
import { faultsOf } from './looks';
import { chooseFile, openWorkbench } from './workbench-page';

const card = (page: Page, kind: string, group: string) =>
  page.getByRole('region', { name: `${kind}：${group}`, exact: true });

test('averages, changes, sheets behind them, history, and what an unfinished sheet does', async ({
  stage,
}, info) => {
  test.setTimeout(240_000);
  const file = info.outputPath('backup.jsonl.gz');
  execFileSync(process.execPath, ['--import', 'tsx', 'test/rounds/write-sites-backup.ts', file]);

  const page = await openWorkbench(stage.browser, '#/numbers');
  await expect(page.getByRole('heading', { name: '还没有检查轮次' })).toBeVisible();
  await page.getByRole('link', { name: '设置' }).click();
  await chooseFile(page, '从备份恢复', {
    name: 'backup.jsonl.gz',
    bytes: new Uint8Array(readFileSync(file)),
  });
  await page.getByRole('button', { name: '替换现有数据并恢复' }).click({ timeout: 60_000 });
  await expect(page.getByRole('status').filter({ hasText: '已从备份恢复' })).toBeVisible({ timeout: 90_000 });
  await page.reload();
  await page.getByRole('link', { name: '统计' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '统计：2023年第四季度' })).toBeVisible();
  const districts = card(page, '政府网站', '区');
  const departments = card(page, '政府网站', '市级部门');

  await test.step('the figures of the bulletin', async () => {
    await expect(districts).toContainText('104.05', { timeout: 60_000 });
    await expect(districts).toContainText('较上季度提升0.41分');
    await expect(districts).toContainText('满分110分');
    await expect(departments).toContainText('100.49');
    await expect(departments).toContainText('较上季度提升0.22分');
    await expect(
      page.getByRole('table', { name: '各平台账号数' }).getByRole('row', { name: /移动客户端/ }),
    ).toContainText('33');
    await page.getByText('这些数字怎么算的').click();
    await expect(page.getByText('未完成的一律不计入，也不按0分计算')).toBeVisible();
  });

  await test.step('a number opens its sheets with the keyboard, and a sheet opens', async () => {
    const average = districts.getByRole('button', { name: /104\.05/ });
    await average.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '政府网站 · 区 · 平均分' });
    await expect(dialog.getByRole('link')).toHaveCount(16);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(average).toBeFocused();
    await departments.getByRole('button', { name: /已完成/ }).click();
    const finished = page.getByRole('dialog', { name: '政府网站 · 市级部门 · 已完成' });
    await expect(finished.getByRole('link')).toHaveCount(58);
    await finished.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('problems of one group, and the same sheets in chart table and dialog', async () => {
    await page.getByLabel('政府网站：以下按哪个分组').selectOption({ label: '区' });
    const sites = page.getByRole('region', { name: '政府网站', exact: true });
    const first = sites.getByRole('table', { name: '常见问题' }).getByRole('row').nth(1);
    const affected = first.getByRole('button').first();
    const count = Number((await affected.textContent())?.match(/^\d+/)?.[0]);
    expect(count).toBeGreaterThan(0);
    await affected.click();
    await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(count);
    await page.keyboard.press('Escape');
    const bands = sites.getByRole('table', { name: '得分分布' }).getByRole('row');
    const numbers = await bands.evaluateAll((rows) =>
      rows.slice(1).map((row) => Number.parseInt((row.querySelector('td')?.textContent ?? '').trim(), 10)),
    );
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(16);
  });

  await test.step('a unit from quarter to quarter', async () => {
    await page.getByRole('combobox', { name: '单位' }).fill('第3区');
    await page.getByRole('option', { name: '示例第3区' }).click();
    const history = page.getByRole('table', { name: '示例第3区历次结果' });
    await expect(history.getByRole('rowheader')).toHaveText([/第三季度$/, /第四季度（未结束）$/]);
    await expect(history.getByRole('link', { name: '示例第3区人民政府门户网站' })).toHaveCount(2);
  });

  await test.step('narrow, light and dark, without faults', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    expect(
      await page.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth),
    ).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await faultsOf(page, page, '统计')).toEqual([]);
  });

  await test.step('a reopened sheet leaves the average, and the screen says that it changed', async () => {
    const other = await openWorkbench(stage.browser, '#/sessions/round-2023q4-site-district-00');
    await other.getByRole('button', { name: '重新打开' }).click();
    const dialog = other.getByRole('dialog', { name: '重新打开这次检查？' });
    await dialog.getByLabel('重新打开的理由').fill('补检');
    await dialog.getByRole('button', { name: '重新打开' }).click();
    await expect(other.getByText('状态：重新检查')).toBeVisible();
    await page.bringToFront();
    await expect(page.getByText('检查结果有更新')).toBeVisible();
    await page.getByRole('button', { name: '重新统计' }).click();
    await expect(page.getByText('检查结果有更新')).toHaveCount(0);
    await expect(districts.getByRole('button', { name: /已完成/ })).toContainText('15');
    await districts.getByRole('button', { name: /未完成（不计入）/ }).click();
    const list = page.getByRole('dialog', { name: '政府网站 · 区 · 未完成（不计入）' });
    await list.getByRole('link', { name: '示例第1区人民政府门户网站' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '示例第1区人民政府门户网站' })).toBeVisible();
  });
});
