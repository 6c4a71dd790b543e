// The office's word list goes in as a workbook and comes back as findings; leftovers, entries, open forms and the search's answer.
import type { Frame, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Inspection } from '@/lib/model/inspection';
import { dockOf, exportFile, openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { grantHosts } from '@/scripts/driver/grant';
import { expect, test } from './inspected';
import { chooseFile, downloadOf, openWorkbench } from './workbench-page';

const OFFICE = 'http://bumen.shili.gov.cn/';
type Row = (string | { formula: string })[];

async function workbook(rows: Row[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('规范用语');
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const GOOD: Row[] = [
  ['错误表述', '正确表述', '严重程度', '例外语境'],
  ['甲乙丙国', '甲国、乙国、丙国', '严重', ''],
  ['示例错词', '示例正词', '一般', '示例错词典'],
  ['App', '应用程序', '', ''],
];

/** The list of findings, narrowed to those with this text: it draws only what is in sight. */
async function findings(dock: Frame, text: string): Promise<void> {
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('搜索发现').fill(text);
}

async function lists(page: Page) {
  return page.getByRole('table', { name: '用语表', exact: true });
}

test('a word list goes in as a workbook and its words are found on a page', async ({ stage }) => {
  const workbench = await openWorkbench(stage.browser, '#/settings');
  const dialog = workbench.getByRole('dialog', { name: '导入用语表' });

  await test.step('a file with bad rows is refused row by row and changes nothing', async () => {
    const bytes = await workbook([...GOOD, ['', '只有正词', '', ''], ['示例错词', '', '很严重', '']]);
    await chooseFile(workbench, '导入用语表', { name: '坏表.xlsx', bytes });
    await expect(dialog.getByRole('alert')).toContainText('发现 2 处错误，没有导入任何内容');
    await expect(dialog).toContainText('第 5 行：没有填写词语');
    await expect(dialog).toContainText('第 6 行：程度“很严重”不认识');
    await expect(dialog.getByRole('button', { name: '导入' })).toBeDisabled();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(workbench.getByText('还没有用语表。')).toBeVisible();
  });

  await test.step('the template holds samples only', async () => {
    const template = await downloadOf(workbench, () =>
      workbench.getByRole('button', { name: '下载用语表模板' }).click(),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(template.bytes as unknown as ExcelJS.Buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['用语表', '填写说明']);
    await chooseFile(workbench, '导入用语表', template);
    await expect(dialog).toContainText('只有示例行');
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  await test.step('a good file goes in, is searched, loses a word, and goes out', async () => {
    await chooseFile(workbench, '导入用语表', { name: '本市用语.xlsx', bytes: await workbook(GOOD) });
    await expect(dialog).toContainText('共 3 个词语');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await expect(await lists(workbench)).toContainText('本市用语');
    await expect(await lists(workbench)).toContainText('3（严重 1）');
    await workbench.getByRole('button', { name: '查看“本市用语”' }).click();
    const view = workbench.getByRole('dialog', { name: '本市用语' });
    await view.getByLabel('查找词语').fill('示例');
    await expect(view).toContainText('共 3 个，找到 1 个');
    await view.getByLabel('查找词语').fill('');
    await view.getByRole('button', { name: '删除词语“App”' }).click();
    await expect(view).toContainText('共 2 个');
    await view.getByRole('button', { name: '关闭' }).click();
  });

  await test.step('the words are found, the right context and hidden text are not', async () => {
    const { page, dock } = await stage.begin('wording/');
    await runChecks(dock);
    await findings(dock, '用语');
    await expect(
      dock.getByRole('group', { name: /“示例错词”（本页共 2 处），规范用语为“示例正词”/ }),
    ).toBeVisible();
    await expect(dock.getByRole('group', { name: /“甲乙丙国”.*请结合上下文核实/ })).toBeVisible();
    await expect(dock.getByText(/ＡＰＰ/)).toHaveCount(0);
    await dock
      .getByRole('button', { name: /“示例错词”/ })
      .first()
      .click();
    await expect(page.locator('[data-gov-site-inspector="marks"]')).toHaveCount(1);
  });

  await test.step('a serious word is proposed to the veto as a doubt', async () => {
    const dock = stage.browser.context
      .pages()
      .at(-1)
      ?.frames()
      .find((frame) => frame.url().includes('sidepanel'));
    if (!dock) throw new Error('no dock');
    await dock.getByRole('tab', { name: '指标' }).click();
    await dock.getByLabel('筛选').selectOption({ label: '有建议' });
    await expect(dock.getByRole('group', { name: /机检建议：规范用语/ }).first()).toBeVisible();
  });

  await test.step('switched off, the list is not used any more', async () => {
    await workbench.bringToFront();
    await workbench.getByRole('switch', { name: '启用“本市用语”' }).click({ force: true });
    await expect(workbench.getByRole('switch', { name: '启用“本市用语”' })).not.toBeChecked();
    const { dock } = await stage.begin('wording/');
    await runChecks(dock);
    await findings(dock, '示例错词');
    await expect(dock.getByRole('group', { name: /示例错词/ })).toHaveCount(0);
  });
});

test('leftovers and damaged text are found, normal words are not', async ({ stage }) => {
  const { dock } = await stage.begin('wording/');
  await runChecks(dock);
  for (const words of [
    '测试内容“测试一下”',
    '程序值“来源：undefined”',
    '“{{user.name}}”',
    '页面提示“暂无内容”',
    '乱码“主办单位：锟斤拷',
  ]) {
    await findings(dock, words);
    await expect(dock.getByRole('group', { name: words })).toHaveCount(1);
  }
  await findings(dock, '核酸检测');
  await expect(dock.getByRole('group', { name: /核酸检测/ })).toHaveCount(0);
});

test('a home page without a search, and a login in the clear', async ({ stage }) => {
  const { dock } = await stage.begin(OFFICE);
  await runChecks(dock);
  await findings(dock, '首页未见');
  await expect(dock.getByRole('group', { name: '首页未见站内搜索。' })).toHaveCount(1);
  await expect(dock.getByRole('group', { name: /首页未见无障碍入口/ })).toHaveCount(1);

  const login = await stage.begin(`${OFFICE}login.html`);
  await runChecks(login.dock);
  await findings(login.dock, '未加密传输');
  await expect(login.dock.getByRole('group', { name: /登录表单.*未加密传输/ })).toHaveCount(1);
});

async function askSearch(dock: Frame): Promise<void> {
  await startInspection(dock, { inspector: '张检查' });
  await dock.getByRole('button', { name: '专项检查' }).click();
  await dock.getByRole('menuitem', { name: /检验站内搜索/ }).click();
  await expect(dock.getByRole('button', { name: '取消检查' })).toHaveCount(0, { timeout: 60_000 });
}

for (const [path, reason] of [
  ['find-post.html', '搜索表单以提交方式发送，不能只凭地址试搜'],
  ['find-script.html', '搜索框由脚本提交'],
] as const)
  test(`a search that no address asks is left to a person, and nothing is sent: ${path}`, async ({
    stage,
    site,
  }) => {
    const before = site.requests.length;
    const { page, dock } = await stage.inspect(`${OFFICE}${path}`);
    await askSearch(dock);
    await findings(dock, reason);
    await expect(dock.getByRole('group', { name: new RegExp(reason) })).toHaveCount(1);
    const json = Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));
    const found = json.findings.filter(({ checkId }) => checkId === 'silent-search');
    expect(found.map(({ kind, outcome }) => [kind, outcome])).toEqual([['not-provable', 'review']]);
    expect(page.url()).toBe(`${OFFICE}${path}`);
    expect(site.requests.slice(before).filter((each) => each.includes('/results'))).toEqual([]);
  });

test('the search is asked for the site’s name without leaving the page', async ({ stage, site }) => {
  await stage.begin(`${OFFICE}find.html`);
  const { extensionId } = stage.browser;
  await stage.browser.close();
  grantHosts(stage.profile, extensionId, ['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*']);
  const browser = await stage.relaunch();
  const page = await browser.context.newPage();
  await page.goto(`${OFFICE}find.html`);
  const dock = await openDock(browser, page);
  await askSearch(dock);
  const strip = dock.getByRole('list', { name: '各项检查结果' });
  // What passed lies folded.
  await strip.getByRole('button', { name: /^通过 \d+ 项/ }).click();
  await expect(strip).toContainText('站内搜索应答');
  await expect(strip).not.toContainText(/没有完成|出错/);
  expect(site.requests).toContain('bumen.shili.gov.cn/results.html');
  expect(page.url()).toBe(`${OFFICE}find.html`);

  // The dock comes back by itself on the next page of the site.
  await page.goto(`${OFFICE}find-nothing.html`);
  const next = await dockOf(page);
  await askSearch(next);
  await findings(next, '站内搜索');
  await expect(next.getByRole('group', { name: '站内搜索“示例市某某局”没有结果。' })).toHaveCount(1);
});
