// Citizen reports from the platform's file to the numbers: 506 messages in, the bulletin's figures out, links by hand, XLSX.
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { expect, test } from './inspected';
import { chooseFile, downloadOf, openWorkbench } from './workbench-page';

const TITLES = [
  '留言编号',
  '主办单位',
  '分组',
  '网站名称',
  '问题类型',
  '留言时间',
  '办理期限',
  '答复时间',
  '办理状态',
];
const BUSIEST = [140, 96, 71, 52, 40, 29];
const KINDS = ['功能无法使用', '内容无法访问', '内容不准确'];

/** 506 messages: six departments with 428, twelve districts and twenty departments with the rest; all in time. */
function messages(): (string | Date)[][] {
  const units = [
    ...BUSIEST.map((count, index) => ({ unit: `市${index + 1}号局`, group: '市级部门', count })),
    ...Array.from({ length: 12 }, (_, index) => ({
      unit: `第${index + 1}区`,
      group: '区',
      count: index < 12 ? 3 : 2,
    })),
    ...Array.from({ length: 20 }, (_, index) => ({
      unit: `市${index + 7}号局`,
      group: '市级部门',
      count: index < 2 ? 3 : 2,
    })),
  ];
  return units
    .flatMap(({ unit, group, count }) => Array.from({ length: count }, () => ({ unit, group })))
    .map(({ unit, group }, index) => [
      `ZC${String(index + 1).padStart(4, '0')}`,
      unit,
      group,
      unit === '市1号局' ? 'www.shili.gov.cn' : `${unit}网站`,
      KINDS[index % 3] ?? '',
      // The usual forms of a day side by side: a spreadsheet's own, and text.
      index % 2 === 0 ? new Date(Date.UTC(2023, 9, 9)) : '2023年10月9日',
      '2023/10/12',
      '2023-10-12 17:20:00',
      '已办结',
    ]);
}

async function workbookOf(rows: (string | Date)[][], titles = TITLES): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('留言');
  sheet.addRow(titles);
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Puts a file through the dialog up to its preview. */
async function offer(page: Page, name: string, bytes: Uint8Array) {
  await chooseFile(page, '导入留言', { name, bytes });
  return page.getByRole('dialog', { name: /导入找错留言/ });
}

test('506 messages in, numbers out, links, a second import, and back as a workbook', async ({ stage }) => {
  test.setTimeout(180_000);
  await stage.begin();
  const page = await openWorkbench(stage.browser, '#/citizen');
  await expect(page.getByRole('heading', { name: '本轮次还没有找错留言' })).toBeVisible();
  const rows = messages();
  expect(rows).toHaveLength(506);
  const file = await workbookOf(rows);

  await test.step('the preview says what would happen, the import does it', async () => {
    const dialog = await offer(page, '找错.xlsx', file);
    await expect(dialog.getByRole('status')).toContainText('可以导入 506 行，没有发现问题');
    await expect(dialog).toContainText('新增 506 条');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText(/新增 506 条.*其中 140 条已关联检查对象/)).toBeVisible();
  });

  await test.step('the figures of the bulletin', async () => {
    const total = page.getByRole('region', { name: '留言总数' });
    await expect(total).toContainText('506');
    await expect(total).toContainText('区（12 家单位）');
    await expect(page.getByRole('region', { name: '前 6 家单位占比' })).toContainText('84.58%');
    await expect(page.getByRole('region', { name: '按期办结率' })).toContainText('100%');
    await expect(page.getByText(/没有超期未办结的留言/)).toBeVisible();
  });

  await test.step('the number of units can be changed, and stays', async () => {
    const top = page.getByRole('textbox', { name: '占比统计前几家单位' });
    await top.fill('1');
    await top.press('Tab');
    await expect(page.getByRole('region', { name: '前 1 家单位占比' })).toContainText('27.67%');
    await page.reload();
    await expect(page.getByRole('region', { name: '前 1 家单位占比' })).toContainText('27.67%');
  });

  await test.step('the same file again changes nothing; a later one renews', async () => {
    let dialog = await offer(page, '找错.xlsx', file);
    await expect(dialog).toContainText('新增 0 条，更新 0 条，没有变化 506 条');
    await dialog.getByRole('button', { name: '取消' }).click();
    const late = rows
      .slice(0, 2)
      .map((row, index) =>
        row.map((cell, column) =>
          column === 7 ? (index === 0 ? '' : '2023-10-13') : column === 8 ? '办理中' : cell,
        ),
      );
    dialog = await offer(page, '找错2.xlsx', await workbookOf(late));
    await expect(dialog).toContainText('新增 0 条，更新 2 条');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByRole('region', { name: '按期办结率' })).toContainText('99.6%');
    await expect(page.getByRole('table', { name: '超期未办结的留言' })).toContainText('ZC0001');
  });

  await test.step('a number opens its messages; a person links them', async () => {
    await page
      .getByRole('region', { name: '按期办结率' })
      .getByRole('button', { name: /超期未办结/ })
      .click();
    await expect(page.getByText('超期未办结：筛选出 1 条，共 506 条留言')).toBeVisible();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('searchbox', { name: '搜索' }).fill('第1区');
    await expect(page.getByText('筛选出 3 条，共 506 条留言')).toBeVisible();
    await page.getByRole('checkbox', { name: '全选所列留言' }).check();
    await page.getByRole('button', { name: '关联所选（3）' }).click();
    const dialog = page.getByRole('dialog', { name: '关联 3 条留言' });
    await dialog.getByRole('combobox', { name: '检查对象' }).click();
    await page.getByRole('option', { name: /示例市人民政府/ }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('row', { name: /ZC0429/ })).toContainText('示例市人民政府');
  });

  await test.step('the inspection of the site shows its messages', async () => {
    const session = await openWorkbench(stage.browser, '#/sessions');
    await session
      .getByRole('link', { name: /示例市人民政府/ })
      .first()
      .click();
    await session.getByRole('tab', { name: '找错留言（143）' }).click();
    await expect(session.getByRole('table', { name: '找错留言' })).toContainText('ZC0001');
    await session.close();
  });

  await test.step('the workbook is read by another program', async () => {
    const { name, bytes } = await downloadOf(page, () =>
      page.getByRole('button', { name: '导出 XLSX' }).click(),
    );
    expect(name).toMatch(/找错留言\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['汇总', '按单位', '超期未办结', '全部留言']);
    expect(book.getWorksheet('全部留言')?.actualRowCount).toBe(507);
    expect(book.getWorksheet('超期未办结')?.getCell('A3').value).toBe('ZC0001');
    const dialog = await offer(page, name, bytes);
    await expect(dialog).toContainText('没有变化 506 条');
    await dialog.getByRole('button', { name: '取消' }).click();
  });
});

test('bad files are refused with one sentence, and nothing changes', async ({ stage }) => {
  await stage.begin();
  const page = await openWorkbench(stage.browser, '#/citizen');
  const good = await workbookOf(messages().slice(0, 3));
  const refusals: [string, Uint8Array, RegExp][] = [
    ['空.xlsx', new Uint8Array(), /是空的/],
    ['断.xlsx', good.slice(0, good.length / 2), /不完整或已损坏/],
    ['网页.csv', new TextEncoder().encode('<html><table></table></html>'), /网页格式/],
    ['宏.xlsm', good, /带宏的工作簿/],
    ['别的表.xlsx', await workbookOf([['甲', '乙']], ['姓名', '电话']), /没有找到/],
  ];
  for (const [name, bytes, says] of refusals) {
    const dialog = await offer(page, name, bytes);
    await expect(dialog.getByRole('alert')).toContainText(says);
    await expect(dialog.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(page.getByRole('heading', { name: '本轮次还没有找错留言' })).toBeVisible();
  }
  const dialog = await offer(
    page,
    '部分.xlsx',
    await workbookOf([...messages().slice(0, 2), ['', '市甲局']]),
  );
  await expect(dialog.getByRole('status')).toContainText('可以导入 2 行，有问题 1 行');
  await expect(dialog).toContainText('错误 第 4 行：没有留言编号');
});
