// Bulletin and papers: a finished inspection with a picture becomes files that other readers open.
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from './inspected';
import { faultsOf } from './looks';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { downloadOf, openWorkbench } from './workbench-page';

const WORDING = '出现严重表述错误。';
const SITE = '示例市人民政府';

test('from a finished inspection to bulletin, workbook, notices and bundle, in the office’s own words', async ({
  stage,
}) => {
  test.setTimeout(240_000);
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, WORDING), '有问题').check();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await expect(dock.getByRole('tab', { name: /取证 1/ })).toBeVisible();
  await expectSaved(dock);

  const page = await openWorkbench(stage.browser, '#/papers');
  const preview = page.getByRole('region', { name: /^预览：/ });
  const download = (name: string) =>
    downloadOf(page, () => page.getByRole('button', { name, exact: true }).click());

  await test.step('an unfinished inspection is counted nowhere, and said so', async () => {
    await expect(preview).toContainText('已完成0个');
    await expect(page.getByRole('button', { name: '全部整改通知（ZIP）' })).toBeDisabled();
  });

  await test.step('finish, read anew', async () => {
    await page.getByRole('link', { name: '检查', exact: true }).click();
    await page.getByRole('link', { name: SITE }).click();
    await page.getByRole('button', { name: '完成检查' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /完成/ }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: '通报与文书' }).click();
    await expect(preview).toContainText(`不合格网站1个：${SITE}`);
    await expect(preview).toContainText('【待补：印发单位】');
  });

  await test.step('own wording: a wrong placeholder is one sentence, a right one is filled at once', async () => {
    await page.getByLabel('印发单位').fill('示例市政务服务局');
    const editor = page.getByLabel('通报模板');
    const text = await editor.inputValue();
    await editor.fill(`${text}\n共{{website.cuont}}个。`);
    await expect(page.getByRole('alert', { name: '模板有误，不能生成' })).toContainText(
      '占位符“{{website.cuont}}”不存在',
    );
    await page.getByRole('button', { name: '通报（DOCX）' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '对照占位符列表改正' }).first()).toBeVisible();
    await editor.fill(text.replace('各区人民政府', '各有关单位').concat('\n本市共检查{{website.count}}个。'));
    await expect(preview).toContainText('本市共检查1个。');
    await page.getByLabel('模板名称').fill('示例市模板');
    await page.getByRole('button', { name: '另存为新模板' }).click();
    await expect(page.getByText('已保存模板“示例市模板”。')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('模板名称')).toHaveValue('示例市模板');
    await page.getByText(/占位符列表/).click();
    await expect(page.getByRole('row', { name: /website\.unqualified\.text/ })).toContainText(SITE);
  });

  await test.step('bulletin', async () => {
    const { name, bytes } = await download('通报（DOCX）');
    expect(name).toMatch(/_示例市政务服务局_\d{8}_通报\.docx$/);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value).toContain('各有关单位');
    expect(value).toContain('本市共检查1个。');
    expect(value).toContain(`不合格网站1个：${SITE}`);
    const html = Buffer.from((await download('通报（HTML）')).bytes).toString('utf8');
    expect(html).toContain('本市共检查1个。');
  });

  await test.step('workbook', async () => {
    const book = new ExcelJS.Workbook();
    const { bytes } = await download('工作簿（XLSX）');
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    expect(book.getWorksheet('全部问题')?.getRow(4).getCell(1).text).toBe(SITE);
    expect(book.getWorksheet('全部问题')?.getRow(4).getCell(6).text).toBe(WORDING);
  });

  await test.step('notices with the picture and the due day', async () => {
    await page.getByLabel('整改期限').fill('2026-12-31');
    const { bytes } = await download('全部整改通知（ZIP）');
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    expect(parts).toHaveLength(1);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(parts[0]?.[1] ?? []) });
    expect(value).toContain('2026年12月31日');
    expect(value).toContain('src="data:image/jpeg;base64,');
    const self = await download('该单位自查情况（DOCX）');
    expect(self.name).toContain('自查情况');
  });

  await test.step('bundle', async () => {
    const { name, bytes } = await download('数据包（JSON）');
    expect(name).toMatch(/数据包\.json$/);
    const bundle = JSON.parse(Buffer.from(bytes).toString('utf8'));
    expect(bundle.schema).toBe('gov-site-inspector/round@1');
    expect(bundle.pictures).toHaveLength(1);
    expect(bundle.book.entries).toHaveLength(1);
  });

  await test.step('narrow, light and dark', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    expect(await faultsOf(page, page, '通报与文书')).toEqual([]);
  });
});
