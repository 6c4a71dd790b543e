// Indicator sets as data: out as files, changed by an independent program, back in; broken ones refused; own sets in use.
import type { Frame, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { IndicatorSet } from '@/lib/model/indicator-set';
import { dockOf, startInspection } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { criterionRow } from './panel';
import { type ChosenFile, chooseFile, chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const CITY = '“政府网站检查指标（市级，满分110分）”（2023.5 版）';
const IMAGES = '图片不能正常显示。';

/** The set as a workbook, as the browser hands it out. */
const cityWorkbook = (page: Page) => downloadOf(page, () => chooseFromMenu(page, `下载${CITY}`, /XLSX/));

/** The file changed with an independent program, as an office would with its own. */
async function edited(file: ChosenFile, change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (!sheet) throw new Error(`没有工作表 ${name}`);
  return sheet;
}

/** Cell of 评分点 in the row of a criterion, by the title of its column. */
function cellOf(book: ExcelJS.Workbook, criterion: string, title: string): ExcelJS.Cell {
  const sheet = sheetOf(book, '评分点');
  const titles = (sheet.getRow(1).values as unknown[]).map(String);
  let found: ExcelJS.Cell | undefined;
  sheet.eachRow((row) => {
    if (row.getCell(titles.indexOf('评分点')).text === criterion) found = row.getCell(titles.indexOf(title));
  });
  if (!found) throw new Error(`没有评分点 ${criterion}`);
  return found;
}

/** Value cell of 基本信息 by its label. */
function basicOf(book: ExcelJS.Workbook, label: string): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined;
  sheetOf(book, '基本信息').eachRow((row) => {
    if (row.getCell(1).text === label) found = row.getCell(2);
  });
  if (!found) throw new Error(`没有项目 ${label}`);
  return found;
}

const setTitles = (page: Page) =>
  page.getByRole('table', { name: '指标体系列表' }).getByRole('rowheader').allInnerTexts();

test('a set goes out as a workbook, is changed by another program and comes back as an own set', async ({
  stage,
}) => {
  const page = await openWorkbench(stage.browser, '#/sets');
  await expect(page.getByRole('table', { name: '指标体系列表' }).getByText('随扩展提供')).toHaveCount(4);

  await test.step('the blank template has its instructions and choices, and can be imported as it is', async () => {
    const template = await downloadOf(page, () => page.getByRole('button', { name: '下载空白模板' }).click());
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template.bytes as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '填写说明',
      '基本信息',
      '部分',
      '评分点',
      '检查参数',
    ]);
    await chooseFile(page, '导入指标体系', template);
    const dialog = page.getByRole('dialog', { name: '导入指标体系' });
    await expect(dialog).toContainText('my-website');
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('import of the changed workbook', async () => {
    const changed = await edited(await cityWorkbook(page), (book) => {
      basicOf(book, '编号').value = 'our-city';
      basicOf(book, '版本').value = '2026.1';
      basicOf(book, '名称').value = '本市检查指标=1+1';
      cellOf(book, IMAGES, '评分点').value = '图片<b>打不开</b>，每处扣分。';
    });
    await chooseFile(page, '导入指标体系', { name: '改过的指标.xlsx', bytes: changed });
    const dialog = page.getByRole('dialog', { name: '导入指标体系' });
    await expect(dialog).toContainText('our-city');
    await expect(dialog).toContainText('2026.1');
    await dialog.getByRole('button', { name: '导入' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '本市检查指标=1+1' })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: '图片<b>打不开</b>，每处扣分。' })).toBeVisible();
  });

  await test.step('JSON and XLSX of the own set say the same', async () => {
    const own = '“本市检查指标=1+1”（2026.1 版）';
    const json = await downloadOf(page, () => chooseFromMenu(page, `下载${own}`, /JSON/));
    const set = IndicatorSet.parse(JSON.parse(Buffer.from(json.bytes).toString('utf8')));
    expect(set).toMatchObject({ id: 'our-city', version: '2026.1', title: '本市检查指标=1+1' });
    const book = new ExcelJS.Workbook();
    const xlsx = await downloadOf(page, () => chooseFromMenu(page, `下载${own}`, /XLSX/));
    await book.xlsx.load(xlsx.bytes as unknown as ExcelJS.Buffer);
    expect(basicOf(book, '名称').value).toBe('本市检查指标=1+1');
    expect(cellOf(book, '图片<b>打不开</b>，每处扣分。', '分值').value).toBe(0.1);
    await page.getByRole('link', { name: '指标体系' }).click();
    await chooseFile(page, '导入指标体系', { name: 'next.json', bytes: withVersion(json, '2026.2') });
    const dialog = page.getByRole('dialog', { name: '导入指标体系' });
    await dialog.getByRole('button', { name: '导入' }).click();
    await expect(page.getByText('2026.2 版，适用于政府网站')).toBeVisible();
  });

  await test.step('other content under a known version is refused', async () => {
    await page.getByRole('link', { name: '指标体系' }).click();
    const changed = await edited(await cityWorkbook(page), (book) => {
      cellOf(book, IMAGES, '评分点').value = '换了说法。';
    });
    const before = await setTitles(page);
    await chooseFile(page, '导入指标体系', { name: '同版本.xlsx', bytes: changed });
    const dialog = page.getByRole('dialog', { name: '导入指标体系' });
    await dialog.getByRole('button', { name: '导入' }).click();
    await expect(dialog.getByRole('alert')).toContainText('已存在且内容不同，请改用新的版本号');
    await dialog.getByRole('button', { name: '取消' }).click();
    expect(await setTitles(page)).toEqual(before);
  });
});

function withVersion(json: ChosenFile, version: string): Uint8Array {
  const set = JSON.parse(Buffer.from(json.bytes).toString('utf8')) as IndicatorSet;
  return Buffer.from(JSON.stringify({ ...set, version }));
}

test('a broken file is refused with the place of every mistake, and nothing is stored', async ({ stage }) => {
  const page = await openWorkbench(stage.browser, '#/sets');
  const before = await setTitles(page);
  const good = await cityWorkbook(page);
  const goodJson = await downloadOf(page, () => chooseFromMenu(page, `下载${CITY}`, /JSON/));
  const json = Buffer.from(goodJson.bytes).toString('utf8');
  const stranger = new ExcelJS.Workbook();
  stranger.addWorksheet('Sheet1').getCell('A1').value = '台账';
  const places: Record<string, string> = {};
  const broken = async (name: string, change: (book: ExcelJS.Workbook) => ExcelJS.Cell) => ({
    name: `${name}.xlsx`,
    bytes: await edited(good, (book) => {
      const { row, address, worksheet } = change(book);
      const column = address.replace(/\d+/, '');
      places[`${name}.xlsx`] = `工作表“${worksheet.name}”第 ${row} 行 ${column} 列：`;
    }),
  });

  const files: [ChosenFile, RegExp][] = [
    [{ name: '截断.xlsx', bytes: good.bytes.slice(0, good.bytes.length / 2) }, /已损坏/],
    [
      { name: '别的表.xlsx', bytes: new Uint8Array(await stranger.xlsx.writeBuffer()) },
      /缺少工作表“基本信息”、“部分”、“评分点”/,
    ],
    [
      await broken('重复编号', (book) => {
        const cell = cellOf(book, IMAGES, '评分点编号');
        cell.value = 'veto-security-secret';
        return cell;
      }),
      /重复/,
    ],
    [
      await broken('分值不符', (book) => {
        const cell = sheetOf(book, '部分').getCell('C3');
        cell.value = 99;
        return cell;
      }),
      /99 分.*合计 100 分，二者应相等/,
    ],
    [
      await broken('不存在的检查', (book) => {
        const cell = cellOf(book, IMAGES, '关联自动检查');
        cell.value = 'no-such-check 结果=fail';
        return cell;
      }),
      /不存在的自动检查“no-such-check”/,
    ],
    [
      await broken('公式', (book) => {
        const cell = cellOf(book, IMAGES, '分值');
        cell.value = { formula: '0.05+0.05', result: 0.1 };
        return cell;
      }),
      /“分值”是公式，请改为直接填写的文字或数字/,
    ],
    [{ name: '断了.json', bytes: Buffer.from(json.slice(0, json.length / 2)) }, /不是有效的 JSON/],
    [
      { name: '少引号.json', bytes: Buffer.from(json.replace('"version":', 'version:')) },
      /不是有效的 JSON（第 4 行第 \d+ 个字符附近）/,
    ],
    [{ name: '空的.json', bytes: new Uint8Array() }, /文件是空的/],
    [
      {
        name: '重复编号.json',
        bytes: Buffer.from(json.replace('"veto-security-wording"', '"veto-security-secret"')),
      },
      /重复/,
    ],
  ];

  for (const [file, sentence] of files) {
    await test.step(file.name, async () => {
      await chooseFile(page, '导入指标体系', file);
      const dialog = page.getByRole('dialog', { name: '导入指标体系' });
      await expect(dialog.getByRole('alert')).toContainText('发现 1 处错误，没有导入任何内容');
      await expect(dialog.getByRole('button', { name: '导入' })).toBeDisabled();
      const told = dialog.getByRole('region', { name: '核对结果' }).getByRole('listitem');
      await expect(told.first()).toContainText(sentence);
      const text = (await told.first().textContent()) ?? '';
      const place = places[file.name];
      // The place is said, and said once.
      if (place) expect(text.split(place)).toHaveLength(2);
      await dialog.getByRole('button', { name: '取消' }).click();
      await expect(dialog).toHaveCount(0);
      expect(await setTitles(page)).toEqual(before);
    });
  }
  await page.reload();
  await page.getByRole('table', { name: '指标体系列表' }).waitFor();
  expect(await setTitles(page)).toEqual(before);
});

test('a copied set is edited under the linter, used, and an inspection keeps the version it began with', async ({
  stage,
}) => {
  const page = await openWorkbench(stage.browser, '#/sets');
  const lint = page.getByRole('complementary', { name: '核对结果' });
  const save = page.getByRole('button', { name: '保存', exact: true });

  await test.step('the linter speaks while one types, and leads to the field', async () => {
    await page.getByRole('link', { name: `复制并修改${CITY}` }).click();
    await expect(page.getByRole('textbox', { name: '编号' })).toHaveValue('own-city-website');
    await expect(save).toBeEnabled();
    const points = page.getByRole('textbox', { name: '类别“办事服务”的分值' });
    await points.fill('20');
    await expect(lint).toContainText('办事服务”的分值为 20 分，所含指标分值合计 25 分，二者应相等');
    await expect(save).toBeDisabled();
    await page.getByRole('textbox', { name: '名称', exact: true }).focus();
    await lint.getByRole('button', { name: /办事服务”的分值为 20 分/ }).click();
    await expect(points).toBeFocused();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(points).toHaveValue('25');
    await expect(save).toBeEnabled();
  });

  await test.step('a change is saved as an own set', async () => {
    await page.getByRole('textbox', { name: '名称', exact: true }).fill('本市自建指标');
    await page.getByRole('button', { name: /^可用性/ }).click();
    await page.getByRole('textbox', { name: '评分点内容' }).first().fill('图片打不开（第一版）。');
    await save.click();
    await expect(page.getByRole('heading', { level: 1, name: '本市自建指标' })).toBeVisible();
    await page.getByRole('link', { name: '指标体系' }).click();
    await expect(page.getByRole('row', { name: /本市自建指标/ })).toContainText('自建');
  });

  const first = await stage.inspect();
  await test.step('an inspection begins with it', async () => {
    await chooseSet(first.dock, '本市自建指标');
    await startInspection(first.dock, { inspector: '张检查' });
    await expect(criterionRow(first.dock, '图片打不开（第一版）。')).toBeVisible();
  });

  await test.step('a later version is for new inspections only', async () => {
    await page.bringToFront();
    await page.getByRole('link', { name: '复制并修改“本市自建指标”（2023.5 版）' }).click();
    await expect(page.getByRole('textbox', { name: '版本' })).toHaveValue('2023.6');
    await page.getByRole('button', { name: /^可用性/ }).click();
    await page.getByRole('textbox', { name: '评分点内容' }).first().fill('图片打不开（第二版）。');
    await save.click();
    await expect(page.getByText('2023.6 版，适用于政府网站')).toBeVisible();

    await first.page.reload();
    const again = await dockOf(first.page);
    await expect(criterionRow(again, '图片打不开（第一版）。')).toBeVisible();
    await expect(criterionRow(again, '图片打不开（第二版）。')).toHaveCount(0);
    await page.getByRole('link', { name: '检查', exact: true }).click();
    await page.getByRole('link', { name: '示例市人民政府' }).click();
    await expect(page.getByText('本市自建指标（2023.5 版）')).toBeVisible();

    const second = await stage.inspect('http://zwfw.shili.gov.cn/');
    await second.dock.getByLabel('检查对象名称').fill('示例市政务服务局');
    await chooseSet(second.dock, '本市自建指标');
    await startInspection(second.dock);
    await expect(criterionRow(second.dock, '图片打不开（第二版）。')).toBeVisible();
  });

  await test.step('a set in use cannot be deleted', async () => {
    await page.bringToFront();
    await page.getByRole('link', { name: '指标体系' }).click();
    await page.getByRole('button', { name: '删除“本市自建指标”（2023.5 版）' }).click();
    const dialog = page.getByRole('dialog', { name: '删除这个指标体系？' });
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect(dialog.getByRole('alert')).toContainText('已用于1次检查，不能删除');
  });
});

/** On the start screen; choices carry remarks behind the title. */
async function chooseSet(dock: Frame, title: string): Promise<void> {
  const choice = dock.getByRole('option', { name: title });
  await choice.waitFor({ state: 'attached' });
  await dock.getByLabel('指标体系').selectOption(await choice.getAttribute('value'));
}
