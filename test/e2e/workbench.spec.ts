// The workbench beside the dock: the list lives, one inspection opens with its reasons, pictures are edited, files come out.
import { gunzipSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Inspection } from '@/lib/model/inspection';
import { dockOf, runChecks, startInspection } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';

test('an inspection begun in the dock is in the list at once, and its progress follows', async ({
  stage,
}) => {
  test.setTimeout(180_000);
  const workbench = await openWorkbench(stage.browser);
  const row = (subject: string) =>
    workbench.getByRole('row').filter({ has: workbench.getByRole('rowheader', { name: subject }) });
  await expect(workbench.getByRole('heading', { name: '还没有检查' })).toBeVisible();

  const city = await stage.begin();
  await expect(row('示例市人民政府')).toContainText(/检查中\s*0\/\d+/);
  await expect(row('示例市人民政府')).toContainText('张检查');

  await test.step('each tick moves the progress without a reload', async () => {
    await city.page.bringToFront();
    await verdictOf(criterionRow(city.dock, SECRET), '合格').check();
    await expect(row('示例市人民政府')).toContainText(/[^\d]1\/\d+/);
    await verdictOf(criterionRow(city.dock, WORDING), '有问题').check();
    await expect(row('示例市人民政府')).toContainText(/[^\d]2\/\d+/);
    await expect(row('示例市人民政府')).toContainText('不合格');
    await city.dock.getByRole('button', { name: '撤销' }).click();
    await expect(row('示例市人民政府')).toContainText(/[^\d]1\/\d+/);
    await expectSaved(city.dock);
  });

  const services = await stage.inspect('http://zwfw.shili.gov.cn/');
  await services.dock.getByLabel('检查对象名称').fill('示例市政务服务局');
  await startInspection(services.dock, { inspector: '李检查' });

  await test.step('search, filter and order', async () => {
    await workbench.bringToFront();
    const said = workbench.getByRole('main').getByRole('status').first();
    await expect(said).toHaveText('共 2 次检查');
    const search = workbench.getByRole('searchbox', { name: '搜索' });
    for (const [words, subject] of [
      ['zwfw', '示例市政务服务局'],
      ['ＷＷＷ．ＳＨＩＬＩ', '示例市人民政府'],
      ['李检查 政务服务', '示例市政务服务局'],
    ] as const) {
      await search.fill(words);
      await expect(said).toContainText('筛选出 1 次，共 2 次检查');
      await expect(row(subject)).toBeVisible();
    }
    await search.fill('没有这样的检查');
    await expect(workbench.getByRole('heading', { name: '没有符合条件的检查' })).toBeVisible();
    await workbench.getByRole('button', { name: '清除筛选' }).click();
    await expect(said).toHaveText('共 2 次检查');
    await workbench.getByLabel('状态').selectOption({ label: '已完成' });
    await expect(workbench.getByRole('heading', { name: '没有符合条件的检查' })).toBeVisible();
    await workbench.getByLabel('状态').selectOption({ label: '检查中' });
    await expect(said).toHaveText('共 2 次检查');
    const subjects = workbench.getByRole('rowheader');
    await workbench.getByRole('button', { name: '检查员' }).click();
    await expect(subjects).toHaveText([/示例市政务服务局/, /示例市人民政府/]);
    await workbench.getByRole('button', { name: '检查员' }).click();
    await expect(subjects).toHaveText([/示例市人民政府/, /示例市政务服务局/]);
  });

  await test.step('deleting asks, and the dock learns of it', async () => {
    await workbench.getByRole('button', { name: '删除“示例市政务服务局”的检查' }).click();
    const dialog = workbench.getByRole('dialog', { name: '删除这次检查？' });
    await expect(dialog.getByRole('button', { name: '取消' })).toBeFocused();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(row('示例市政务服务局')).toBeVisible();
    await workbench.getByRole('button', { name: '删除“示例市政务服务局”的检查' }).click();
    await dialog.getByRole('button', { name: '删除' }).click();
    await expect(row('示例市政务服务局')).toHaveCount(0);
    await expect(workbench.getByText('共 1 次检查')).toBeVisible();
    await services.page.bringToFront();
    const left = await dockOf(services.page);
    await expect(left.getByRole('alert').filter({ hasText: '这次检查已不能继续' })).toContainText(
      '可能已被删除',
    );
    await left.getByRole('button', { name: '另选或新建检查' }).click();
    await expect(left.getByRole('button', { name: '开始检查' })).toBeVisible();
  });
});

test('one inspection in the workbench: reasons, pictures, files, locking', async ({ stage }) => {
  test.setTimeout(180_000);
  const { page, dock } = await stage.begin();
  await runChecks(dock);
  const proposal = dock.getByRole('group', { name: /机检建议：网站标识要素/ });
  await proposal.getByRole('button', { name: '采纳', exact: true }).click();
  await expect(proposal).toHaveCount(0);
  await verdictOf(criterionRow(dock, SECRET), '不适用').check();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await expect(dock.getByRole('tab', { name: /取证 1/ })).toBeVisible();
  await expectSaved(dock);

  await dock.getByRole('button', { name: '更多操作' }).click();
  const [workbench] = await Promise.all([
    stage.browser.context.waitForEvent('page'),
    dock.getByRole('menuitem', { name: '打开工作台' }).click(),
  ]);
  await expect(workbench.getByRole('heading', { level: 1, name: '示例市人民政府' })).toBeVisible();
  const line = (text: string) =>
    workbench.getByRole('row').filter({ has: workbench.getByRole('rowheader', { name: text }) });
  const openTab = (name: RegExp | string) => workbench.getByRole('tab', { name }).click();

  await test.step('points and the sentence behind every number', async () => {
    const score = workbench.getByRole('region', { name: '得分' });
    await expect(score).toContainText('99.5');
    await expect(score.getByRole('list', { name: '各状态的评分点数' })).toContainText('不适用 1');
    await score.getByText('得分如何计算').click();
    await expect(
      score
        .getByRole('listitem')
        .filter({ hasText: /100 分.*0\.5 分|扣.*0\.5/ })
        .first(),
    ).toBeVisible();
    await workbench.getByLabel('显示', { exact: true }).selectOption({ label: '有问题（1）' });
    const hit = workbench.locator('tr[data-criterion]');
    await expect(hit).toHaveCount(1);
    await expect(hit).toContainText('−0.5');
    await workbench.getByLabel('显示', { exact: true }).selectOption({ index: 0 });
  });

  await test.step('a note written here is in the dock', async () => {
    await workbench.getByRole('button', { name: `编辑备注：${SECRET}` }).click();
    const note = workbench.getByRole('textbox', { name: `备注：${SECRET}` });
    await note.fill('无涉密栏目');
    await note.press('Control+Enter');
    await expect(line(SECRET)).toContainText('无涉密栏目');
    await expect(criterionRow(dock, SECRET)).toContainText('无涉密栏目');
  });

  await test.step('a tick in the dock is here without a reload', async () => {
    await page.bringToFront();
    await verdictOf(criterionRow(dock, WORDING), '合格').check();
    await expectSaved(dock);
    await expect(line(WORDING)).toContainText('合格');
    await workbench.bringToFront();
  });

  await test.step('problem list, machine checks, audit trail', async () => {
    await openTab('问题清单（1）');
    await expect(workbench.getByRole('table', { name: '问题清单' })).toContainText(HOME);
    await openTab(/自动检查（1）/);
    const runs = workbench.getByRole('table', { name: /自动检查：/ });
    for (const check of ['网站标识要素', '图片显示', '外部链接提示', '无障碍'])
      await expect(runs.getByRole('rowheader', { name: check, exact: true })).toBeVisible();
    await workbench
      .getByText(/发现的疑似问题（\d+）/)
      .first()
      .click();
    await expect(workbench.getByRole('table', { name: '疑似问题' }).first()).toContainText('example-news');
    await openTab('操作记录');
    const journal = workbench.getByRole('table', { name: '操作记录' });
    await expect(journal).toContainText('采纳疑似问题 1 项');
    await expect(journal).toContainText('备注“无涉密栏目”');
    await expect(journal.getByRole('row').nth(1)).toContainText('张检查');
  });

  await test.step('a picture is cut and boxed; everyone sees the cut one', async () => {
    await openTab('取证（1）');
    const card = workbench.getByRole('list', { name: '取证图片' }).getByRole('button', { name: /图 1/ });
    const whole = await sizeOf(card.locator('img'));
    expect(whole.red).toBe(false);
    await card.click();
    const dialog = workbench.getByRole('dialog');
    await dialog.getByRole('button', { name: '编辑图片和说明' }).click();
    await dialog.getByRole('button', { name: '添加红框' }).click();
    await expect(dialog.getByRole('button', { name: /^红框 1/ })).toBeFocused();
    await workbench.keyboard.press('Shift+ArrowDown');
    const second = await dialog.getByRole('button', { name: /^红框 1/ }).boundingBox();
    if (!second) throw new Error('no box');
    // The second box is drawn with the pointer, above the first.
    await workbench.mouse.move(second.x, second.y - 40);
    await workbench.mouse.down();
    await workbench.mouse.move(second.x + 60, second.y - 10, { steps: 4 });
    await workbench.mouse.up();
    await expect(dialog.getByRole('button', { name: /^红框 2/ })).toBeVisible();
    await dialog.getByText('裁剪', { exact: true }).click();
    await dialog.getByRole('button', { name: '添加裁剪框' }).click();
    await expect(dialog.getByText(/裁剪为 \d+ × \d+ 像素，红框 2 个/)).toBeVisible();
    await dialog.getByLabel('图片说明').fill('首页导航栏');
    await dialog.getByRole('button', { name: '保存' }).click();
    // Escape closes only once the edit is stored and the dialog shows the picture again.
    await expect(dialog.getByRole('button', { name: '编辑图片和说明' })).toBeVisible();
    await expect(dialog.getByText('首页导航栏')).toBeVisible();
    await workbench.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(card).toContainText('首页导航栏');
    await expect
      .poll(async () => (await sizeOf(card.locator('img'))).width)
      .toBe(Math.round(whole.width * 0.8));
    expect((await sizeOf(card.locator('img'))).red).toBe(true);
    await openTab('评分表');
    await expect(line(WORDING).getByRole('button', { name: '查看图 1：首页导航栏' })).toBeVisible();
  });

  await test.step('every export, read back', async () => {
    const exported = (item: RegExp) => downloadOf(workbench, () => chooseFromMenu(workbench, '导出', item));
    const xlsx = await exported(/XLSX/);
    expect(xlsx.name).toMatch(/示例市人民政府.*\d{8}.*\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(xlsx.bytes as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['评分表', '问题清单', '自动检查', '说明']);
    const csv = Buffer.from((await exported(/CSV/)).bytes).toString('utf8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv).toContain('无涉密栏目');
    const html = Buffer.from((await exported(/HTML/)).bytes).toString('utf8');
    expect(html).toContain('首页导航栏');
    const json = Inspection.parse(JSON.parse(Buffer.from((await exported(/JSON/)).bytes).toString('utf8')));
    expect(json.sheet.total).toBe(9_950);
    const handover = await exported(/交接文件/);
    const lines = gunzipSync(handover.bytes).toString('utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      schema: 'gov-site-inspector/handover@2',
      sessions: 1,
      pictures: 1,
    });
    expect(lines.join()).toContain('首页导航栏');
  });

  await test.step('finishing here locks the dock; reopening asks for a reason and is journaled', async () => {
    await workbench.getByRole('button', { name: '完成检查' }).click();
    const finish = workbench.getByRole('dialog', { name: '完成这次检查？' });
    await expect(finish).toContainText(/还有 \d+ 项未检/);
    await finish.getByRole('button', { name: '完成' }).click();
    await expect(workbench.getByText('状态：已完成')).toBeVisible();
    await expect(workbench.getByRole('button', { name: `编辑备注：${SECRET}` })).toHaveCount(0);
    await expect(dock.getByText('已完成，已锁定')).toBeVisible();
    await expect(verdictOf(criterionRow(dock, SECRET), '未检')).toBeDisabled();
    await workbench.getByRole('button', { name: '重新打开' }).click();
    const reopen = workbench.getByRole('dialog', { name: '重新打开这次检查？' });
    await expect(reopen.getByRole('button', { name: '重新打开' })).toBeDisabled();
    await reopen.getByLabel('重新打开的理由').fill('补检留言办理');
    await reopen.getByRole('button', { name: '重新打开' }).click();
    await expect(workbench.getByText('状态：重新检查')).toBeVisible();
    await expect(verdictOf(criterionRow(dock, SECRET), '未检')).toBeEnabled();
    await openTab('操作记录');
    await expect(workbench.getByRole('table', { name: '操作记录' }).getByRole('row').nth(1)).toContainText(
      '补检留言办理',
    );
  });
});

/** Size of a shown picture, and whether it has the pure red of a box anywhere. */
async function sizeOf(picture: Locator): Promise<{ width: number; red: boolean }> {
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let red = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 210 && (data[at + 1] ?? 255) < 25 && (data[at + 2] ?? 255) < 25) red += 1;
    return { width: canvas.width, red: red > 500 };
  });
}
