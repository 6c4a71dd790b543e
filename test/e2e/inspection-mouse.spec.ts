// One whole inspection by mouse, from the first click on the icon to files that other programs read.
import ExcelJS from 'exceljs';
import { Inspection } from '@/lib/model/inspection';
import { exportFile, runChecks } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';

test('an inspector checks, ticks, scores and exports with the mouse', async ({ stage }) => {
  const { page, dock } = await stage.begin();

  await test.step('one click checks the page and says what is wrong', async () => {
    await runChecks(dock);
    const strip = dock.getByRole('list', { name: '各项检查结果' });
    await expect(strip).toContainText('网站标识要素');
    await expect(strip).toContainText('图片显示');
    await expect(strip.getByText(/没有完成|出错/)).toHaveCount(0);
  });

  await test.step('a finding jumps to its spot and marks it', async () => {
    await dock.getByRole('tab', { name: /发现/ }).click();
    await dock.getByLabel('搜索发现').fill('example-news');
    await dock.getByRole('button', { name: /链接“示例新闻网”/ }).click();
    const link = page.getByRole('link', { name: '示例新闻网' });
    await expect(link).toBeInViewport();
    await dock.getByLabel('搜索发现').fill('');
    await dock.getByLabel('全部标记').click();
    await expect(page.locator('[data-gov-site-inspector="marks"]')).toHaveCount(1);
    await dock.getByLabel('全部标记').click();
    await expect(page.locator('[data-gov-site-inspector="marks"]')).toHaveCount(0);
  });

  await test.step('accepting a suggestion ticks the criterion and takes points', async () => {
    await dock.getByRole('tab', { name: '指标' }).click();
    await dock
      .getByLabel('筛选')
      .selectOption({ label: '有建议' })
      .catch(() => undefined);
    const suggestion = dock.getByRole('group', { name: /机检建议：网站标识要素/ });
    await suggestion.getByRole('button', { name: '采纳', exact: true }).click();
    await expect(suggestion).toHaveCount(0);
    await expectSaved(dock);
    await expect(dock.getByRole('button', { name: /^得分 99.5/ })).toBeVisible();
  });

  await test.step('a verdict, its count and its note are saved', async () => {
    await dock.getByLabel('筛选').selectOption({ label: '全部' });
    const row = criterionRow(dock, '出现严重表述错误。');
    await verdictOf(row, '合格').check();
    await expectSaved(dock);
    await expect(dock.getByText(/已认定 2 \/ /)).toBeVisible();
    await row.getByRole('button', { name: '备注' }).click();
    await row.getByRole('textbox', { name: '备注' }).fill('抽查 20 篇，未见 =1+1 之类问题');
    await row.getByRole('textbox', { name: '备注' }).press('Control+Enter');
    await expectSaved(dock);
  });

  await test.step('undo and redo', async () => {
    const row = criterionRow(dock, '泄露国家秘密。');
    await verdictOf(row, '有争议').check();
    await expect(verdictOf(row, '有争议')).toBeChecked();
    await dock.getByRole('button', { name: '撤销' }).click();
    await expect(verdictOf(row, '未检')).toBeChecked();
    await dock.getByRole('button', { name: '重做' }).click();
    await expect(verdictOf(row, '有争议')).toBeChecked();
    await expectSaved(dock);
  });

  await test.step('a picture without the dock in it', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const row = criterionRow(dock, '出现严重表述错误。');
    await row.getByRole('button', { name: '取证', exact: true }).click();
    await dock.getByRole('tab', { name: /取证/ }).click();
    const picture = dock.getByRole('article', { name: '图 1' }).locator('img');
    await expect(picture).toBeVisible();
    // At the right edge, where the dock stands, the picture shows the page's red navigation bar.
    const [red = 0, green = 0] = await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const scale = image.naturalWidth / 1440;
      return [...(context?.getImageData(Math.round(1400 * scale), Math.round(125 * scale), 1, 1).data ?? [])];
    });
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(100);
  });

  await test.step('the JSON is the published contract', async () => {
    const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
    expect(json.url).toBe(HOME);
    expect(json.identity.map(({ element }) => element)).toEqual([
      'govMark',
      'errorReportEntry',
      'siteIdCode',
      'sponsor',
      'contact',
      'icpFiling',
      'policeFiling',
      'siteMap',
    ]);
    // The home page lacks the police filing and nothing else; its mark is drawn late by a script.
    expect(json.identity.filter(({ state }) => state !== 'present').map(({ element }) => element)).toEqual([
      'policeFiling',
    ]);
    expect(json.identity.find(({ element }) => element === 'siteIdCode')?.value).toBe('1199000001');
    const broken = json.images.broken.map(({ src }) => src.split('/').pop()).sort();
    expect(broken).toEqual([
      'chart.png',
      'image001.png',
      'meeting.jpg',
      'side-missing.png',
      'weather-missing.png',
    ]);
    expect(json.externalLinks.unmarked.map(({ host }) => host).sort()).toEqual([
      'weibo.com',
      'www.example-bank.com.cn',
      'www.example-hospital.com',
      'www.example-news.com',
      'www.example-park.com',
      'www.example-weather.com',
    ]);
    expect(json.externalLinks.marked.map(({ host }) => host).sort()).toEqual([
      'pay.example-water.cn',
      'www.example-gas.cn',
    ]);
    const rules = json.accessibility.violations.map(({ rule }) => rule);
    expect(rules).toContain('color-contrast');
    expect(rules).toContain('image-alt');
    expect(json.sheet.total).toBe(9_950);
  });

  await test.step('an independent reader opens the workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await exportFile(page, dock, 'XLSX')) as unknown as ExcelJS.Buffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['评分表', '问题清单', '自动检查', '说明']);
    let formulas = 0;
    let note = '';
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula) formulas += 1;
          if (String(cell.text).includes('=1+1')) note = cell.text;
        }),
      );
    expect(formulas).toBe(0);
    expect(note).toContain('抽查 20 篇');
    const csv = (await exportFile(page, dock, 'CSV')).toString('utf8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const html = (await exportFile(page, dock, 'HTML')).toString('utf8');
    expect(html).toContain('示例市人民政府');
    expect(html).not.toMatch(/<script/i);
  });

  await test.step('finishing locks; reopening asks for a reason', async () => {
    await dock.getByRole('tab', { name: '指标' }).click();
    await dock.getByRole('button', { name: '更多操作' }).click();
    await dock.getByRole('menuitem', { name: '完成检查' }).click();
    await dock.getByRole('dialog').getByRole('button', { name: /完成/ }).click();
    await expect(dock.getByText('已完成，已锁定')).toBeVisible();
    await expect(verdictOf(criterionRow(dock, '出现严重表述错误。'), '未检')).toBeDisabled();
    await dock.getByRole('button', { name: '更多操作' }).click();
    await dock.getByRole('menuitem', { name: '重新打开检查' }).click();
    const dialog = dock.getByRole('dialog');
    await dialog.getByLabel('重新打开的理由').fill('补检政策解读');
    await dialog.getByRole('button', { name: /重新打开/ }).click();
    await expect(dock.getByText('已完成，已锁定')).toHaveCount(0);
  });
});
