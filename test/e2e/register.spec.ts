// The register in a real browser: a city's list in, again, edited, out, inspected; bad files change nothing.
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { openDock } from '@/scripts/driver/dock';
import { ask } from './ask-desk';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { readWorkbook, registerRows, workbookOf } from './register-book';
import { type ChosenFile, chooseFile, chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const count = (page: Page) => page.getByRole('main').getByRole('status').first();
const wizard = (page: Page) => page.getByRole('dialog', { name: '导入台账' });

async function take(page: Page, file: ChosenFile): Promise<void> {
  await chooseFile(page, '导入台账', file);
  await expect(wizard(page)).toBeVisible();
}

test('1,827 subjects in, again, edited, out and back', async ({ stage }) => {
  test.setTimeout(240_000);
  const page = await openWorkbench(stage.browser, '#/register');
  await expect(page.getByRole('heading', { name: '台账中还没有检查对象' })).toBeVisible();
  const rows = registerRows();
  expect(rows).toHaveLength(1827);
  const bad = ['', '坏行', '单位', '天上', '', 'http://x.gov.cn/', '123', '', '昨天'];
  const file = { name: '台账.xlsx', bytes: await workbookOf([...rows, bad]) };

  await test.step('preview and import', async () => {
    await take(page, file);
    const dialog = wizard(page);
    await expect(dialog).toContainText('可以导入 1827 行，有问题 1 行');
    await expect(dialog).toContainText(
      '网站 74 个，新媒体 1753 个；其中新增 1827 个，更新 0 个，无变化 0 个',
    );
    await expect(dialog.getByRole('region', { name: '核对结果' })).toContainText(
      /错误 第 1830 行：网站标识码“123”.*分组“天上”.*开设日期“昨天”/,
    );
    const left = await downloadOf(page, () =>
      dialog.getByRole('button', { name: '下载有问题的行（XLSX）' }).click(),
    );
    const cells = await readWorkbook(left.bytes);
    expect(cells[0]?.slice(0, 4)).toEqual(['原行号', '导入问题', '序号', '名称']);
    expect(cells[1]?.slice(0, 4)).toEqual(['1830', expect.stringContaining('网站标识码'), '', '坏行']);
    await dialog.getByRole('button', { name: '导入其余 1827 行' }).click();
    await expect(dialog).toBeHidden();
    await expect(count(page)).toHaveText('共 1827 个检查对象');
  });

  await test.step('the same file again changes nothing', async () => {
    await take(page, file);
    await expect(wizard(page)).toContainText('新增 0 个，更新 0 个，无变化 1827 个');
    await wizard(page).getByRole('button', { name: '导入其余 1827 行' }).click();
    await expect(page.getByRole('status').filter({ hasText: '新增 0 个，更新 0 个' })).toBeVisible();
    await expect(count(page)).toHaveText('共 1827 个检查对象');
  });

  await test.step('filter, edit several, edit one', async () => {
    await page.getByLabel('平台').selectOption({ label: '移动客户端' });
    await expect(count(page)).toContainText('筛选出 46 个');
    await page.getByRole('checkbox', { name: '选择全部所列对象' }).check();
    await page.getByRole('button', { name: '批量修改' }).click();
    const dialog = page.getByRole('dialog', { name: '批量修改 46 个检查对象' });
    await dialog.getByLabel('分组').selectOption({ label: '本单位' });
    await dialog.getByRole('button', { name: '修改', exact: true }).click();
    await expect(dialog).toBeHidden();
    await page.getByLabel('分组').selectOption({ label: '本单位' });
    await expect(count(page)).toContainText('筛选出 46 个');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('searchbox', { name: '搜索' }).fill('示例网站2 site2.');
    await expect(count(page)).toContainText('筛选出 1 个');
    await page.getByRole('button', { name: '示例网站2', exact: true }).click();
    const one = page.getByRole('dialog', { name: '修改“示例网站2”' });
    await one.getByLabel('备注').fill('=重点网站');
    await one.getByLabel('网站标识码').fill('5001000003');
    await one.getByRole('button', { name: '保存' }).click();
    await expect(one.getByRole('alert')).toContainText('台账中已有“示例网站3”');
    await one.getByLabel('网站标识码').fill('5001000002');
    await one.getByRole('button', { name: '保存' }).click();
    await expect(one).toBeHidden();
    await page.getByRole('button', { name: '清除筛选' }).click();
  });

  await test.step('the export is read by another program, and imports again unchanged', async () => {
    const out = await downloadOf(page, () => chooseFromMenu(page, '导出', /所列.*XLSX/));
    const cells = await readWorkbook(out.bytes);
    expect(cells).toHaveLength(1828);
    const column = (title: string) => (cells[0] ?? []).indexOf(title);
    expect(cells.filter((row) => row[column('类型')] === '网站')).toHaveLength(74);
    expect(cells.filter((row) => row[column('平台')] === '微信公众号')).toHaveLength(855);
    expect(cells.filter((row) => row[column('分组')] === '本单位')).toHaveLength(46);
    expect(cells.find((row) => row[column('名称')] === '示例网站2')?.[column('备注')]).toBe('=重点网站');
    await take(page, out);
    await expect(wizard(page)).toContainText('可以导入 1827 行，没有发现问题');
    await expect(wizard(page)).toContainText('新增 0 个，更新 0 个，无变化 1827 个');
    await wizard(page).getByRole('button', { name: '取消' }).click();
  });
});

test('an address starts its inspection in the current round, and goes on with it the second time', async ({
  stage,
}) => {
  test.setTimeout(180_000);
  const page = await openWorkbench(stage.browser, '#/settings');
  await page.getByLabel('检查员姓名').fill('张检查');
  await page.getByLabel('检查员姓名').press('Enter');
  await expect(page.getByText('检查员姓名已保存。')).toBeVisible();
  await page.getByRole('link', { name: '台账' }).click();
  // All on one host: the panel must take the one that was asked for.
  const rows = [
    [1, '示例市人民政府', '甲', '本单位', '', HOME, '5001000001'],
    [2, '示例市数据局', '乙', '市级部门', '', `${HOME}services/`, '5001000002'],
    [3, '示例发布', '乙', '市级部门', '新浪微博', `${HOME}news/`, ''],
    [4, '示例微信', '乙', '市级部门', '微信公众号', '', ''],
  ];
  await take(page, { name: 'a.xlsx', bytes: await workbookOf(rows) });
  await wizard(page).getByRole('button', { name: '导入', exact: true }).click();
  await expect(count(page)).toHaveText('共 4 个检查对象');
  const openFrom = async (button: string) => {
    await page.bringToFront();
    const before = stage.browser.context.pages();
    await page.getByRole('button', { name: button }).click();
    // A tab that an extension opens may be told late; it counts once it shows a page.
    const opened = () =>
      stage.browser.context.pages().find((one) => !before.includes(one) && one.url().startsWith(HOME));
    await expect.poll(() => opened() !== undefined, { timeout: 20_000, message: button }).toBe(true);
    const tab = opened();
    if (!tab) throw new Error('no tab');
    await tab.waitForLoadState();
    return openDock(stage.browser, tab);
  };
  const firstVerdict: Record<string, string> = {
    示例市人民政府: '泄露国家秘密。',
    示例市数据局: '出现严重表述错误。',
  };
  for (const [name, criterion] of Object.entries(firstVerdict)) {
    const dock = await openFrom(`开始检查“${name}”`);
    await expect(dock.getByRole('heading', { level: 1 })).toContainText(name);
    await verdictOf(criterionRow(dock, criterion), '合格').check();
    await expectSaved(dock);
  }
  const account = await openFrom('开始检查“示例发布”');
  await expect(account.getByRole('heading', { level: 1 })).toContainText('示例发布');
  await account
    .getByRole('radiogroup', { name: '认定' })
    .first()
    .getByRole('radio', { name: '合格' })
    .check();
  await expectSaved(account);

  // The second time: the same sessions, with what was judged.
  for (const [name, criterion] of Object.entries(firstVerdict)) {
    const dock = await openFrom(`继续检查“${name}”`);
    await expect(dock.getByRole('heading', { level: 1 })).toContainText(name);
    await expect(verdictOf(criterionRow(dock, criterion), '合格')).toBeChecked();
  }
  const again = await openFrom('继续检查“示例发布”');
  await expect(again.getByRole('heading', { level: 1 })).toContainText('示例发布');
  await expect(
    again.getByRole('radiogroup', { name: '认定' }).first().getByRole('radio', { name: '合格' }),
  ).toBeChecked();

  // An account without a page is inspected in the workbench itself.
  await page.bringToFront();
  await page.getByRole('button', { name: '开始检查“示例微信”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示例微信');
  await page.goBack();
  await page.getByRole('button', { name: '继续检查“示例微信”' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('示例微信');

  const sessions = await ask(page, 'listSessions', {});
  expect(sessions.map(({ subject }) => subject.name).sort()).toEqual(rows.map(([, name]) => name).sort());
  expect(new Set(sessions.map(({ session }) => session.roundId)).size).toBe(1);
});

test('bad files of every kind give one sentence and change nothing', async ({ stage }) => {
  test.setTimeout(120_000);
  const page = await openWorkbench(stage.browser, '#/register');
  const one = [1, '示例市人民政府', '甲', '本单位', '', HOME, '5001000001'];
  const good = await workbookOf([one]);
  await take(page, { name: 'a.xlsx', bytes: good });
  await wizard(page).getByRole('button', { name: '导入', exact: true }).click();
  await expect(count(page)).toHaveText('共 1 个检查对象');

  const bomb = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/a.xml': new Uint8Array(200 * 1024 * 1024) });
  const cases: [string, ChosenFile, RegExp][] = [
    ['wrong columns', { name: 'a.csv', bytes: strToU8('甲,乙\n1,2\n') }, /没有找到表头/],
    [
      '10 MB cell',
      { name: 'a.csv', bytes: strToU8(`名称,网址\n${'x'.repeat(10 * 1024 * 1024)},a\n`) },
      /A2 单元格超过/,
    ],
    ['macro workbook', { name: 'a.xlsm', bytes: good }, /带宏/],
    ['truncated zip', { name: 'a.xlsx', bytes: good.slice(0, good.length - 200) }, /不完整或已损坏/],
    ['zip bomb', { name: 'a.xlsx', bytes: bomb }, /解压后过大/],
    ['old workbook', { name: 'a.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]) }, /\.xls/],
    ['no table', { name: 'a.csv', bytes: strToU8('%PDF-1.7') }, /不是表格/],
  ];
  for (const [what, file, sentence] of cases) {
    await test.step(what, async () => {
      await take(page, file);
      const alert = wizard(page).getByRole('alert');
      await expect(alert).toHaveCount(1);
      await expect(alert).toContainText(sentence);
      await expect(wizard(page).getByRole('button', { name: '导入', exact: true })).toBeDisabled();
      await wizard(page).getByRole('button', { name: '取消' }).click();
      await expect(count(page)).toHaveText('共 1 个检查对象');
    });
  }

  await test.step('formula cells give what the file shows, never the formula', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRow(['名称', '网址']);
    sheet.addRow([{ formula: 'CONCATENATE("a","b")', result: '算出的网站' }, 'http://b.gov.cn/']);
    await take(page, { name: 'a.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) });
    await wizard(page).getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByRole('button', { name: '算出的网站', exact: true })).toBeVisible();
  });
});
