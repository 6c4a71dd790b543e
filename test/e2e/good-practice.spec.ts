// What is worth showing to others: noted with a picture in the workbench, it comes out in the numbers and in the bulletin.
import mammoth from 'mammoth';
import { expect, test } from './inspected';
import { screenFaultsOf } from './looks';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { downloadOf, openWorkbench } from './workbench-page';

const WORDING = '出现严重表述错误。';
const SITE = '示例市人民政府';
const WORDS = '首页设“一件事”专区，办事步骤减半';

test('a good practice with its picture appears in the numbers and in the bulletin', async ({ stage }) => {
  test.setTimeout(180_000);
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, WORDING), '合格').check();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await expect(dock.getByRole('tab', { name: /取证 1/ })).toBeVisible();
  await expectSaved(dock);

  const page = await openWorkbench(stage.browser);
  await page.getByRole('link', { name: SITE }).click();
  await page.getByRole('tab', { name: '典型做法' }).click();
  await page.getByRole('textbox', { name: '典型做法' }).fill(WORDS);
  await page.getByRole('combobox', { name: '配图' }).selectOption({ index: 1 });
  await expect(page.getByRole('img', { name: '取证图片 1' })).toBeVisible();
  expect(await screenFaultsOf(page, 'good-practice')).toEqual([]);
  await page.getByRole('button', { name: '保存典型做法' }).click();
  await expect(page.getByText('典型做法已保存。')).toBeVisible();
  await page.getByRole('tab', { name: '操作记录' }).click();
  await expect(page.getByRole('table', { name: '操作记录' })).toContainText(`${WORDS}（图 1）`);
  await page.getByRole('button', { name: '完成检查' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /完成/ }).click();
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();

  await page.getByRole('link', { name: '统计' }).click();
  await expect(page.getByText(`：${WORDS}`)).toBeVisible();
  await page.getByRole('link', { name: `${SITE}的典型做法配图` }).click();
  await expect(page.getByRole('textbox', { name: '典型做法' })).toHaveValue(WORDS);

  await page.getByRole('link', { name: '通报与文书' }).click();
  await expect(page.getByRole('region', { name: /^预览：/ })).toContainText(WORDS);
  const { bytes } = await downloadOf(page, () =>
    page.getByRole('button', { name: '通报（DOCX）', exact: true }).click(),
  );
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toContain(`${SITE}${WORDS}。`);
  expect(value).toMatch(/src="data:image\/jpeg;base64,/);
  expect(value).toContain(`${SITE}典型做法`);
  const html = Buffer.from(
    (await downloadOf(page, () => page.getByRole('button', { name: '通报（HTML）', exact: true }).click()))
      .bytes,
  ).toString('utf8');
  expect(html).toContain('data:image/jpeg;base64,');
});
