// The screens of a full quarter, one after the other, dialogs open: what the tests of looks walk along. Sheets, sets and
// settings are looked at in own-pages-axe and narrow already.
import { expect, type Page } from '@playwright/test';
import type { InspectedBrowser } from '@/scripts/driver/browser';
import type { FilledQuarter } from './filled-quarter';
import { registerRows, workbookOf } from './register-book';
import { type ChosenFile, chooseFile } from './workbench-page';

interface Stop {
  name: string;
  route: string;
  /** Opens what is to be seen; left out: the screen as it comes. */
  act?(page: Page): Promise<void>;
}

const BROKEN: ChosenFile = { name: 'x.json', bytes: Buffer.from('{"a":1}') };
const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const dialog = (page: Page) => page.getByRole('dialog');

/** A register with an address, a site code, a name and a day that cannot be taken. */
async function badRegister(): Promise<ChosenFile> {
  const rows = registerRows().slice(0, 40);
  for (const [row, column, value] of [
    [3, 5, 'ftp:/坏地址'],
    [7, 6, '12'],
    [9, 1, ''],
    [11, 8, '不知道'],
  ] as const)
    (rows[row] ?? [])[column] = value;
  return { name: '台账.xlsx', bytes: await workbookOf(rows) };
}

/** @param sample the inspection of the sample site, with runs and a picture, when there is one */
export function everyScreen(quarter: FilledQuarter, sample?: string): Stop[] {
  const { roundId, sessions, items } = quarter;
  const round = `#/rounds/${roundId}`;
  const session = (id: string, view = '') => `#/sessions/${id}${view && `/${view}`}`;
  const whole = sample ?? sessions.problems;
  const subjectsTab = (page: Page) => page.getByRole('tab', { name: /^检查对象/ }).click();
  return [
    { name: '检查', route: '#/sessions' },
    { name: '快捷键', route: '#/sessions', act: (page) => page.keyboard.press('?') },
    { name: '删除检查', route: '#/sessions', act: press(/^删除“/) },
    ...['columns', 'browsers', 'promised', 'citizen'].map((view) => ({
      name: `检查详情 ${view}`,
      route: session(whole, view),
    })),
    { name: '已完成的检查', route: session(sessions.problems) },
    { name: '重新打开', route: session(sessions.problems), act: press('重新打开') },
    { name: '账号检查', route: session(sessions.account, 'account') },
    { name: '没有的检查', route: session('nothing') },
    { name: '轮次', route: '#/rounds' },
    { name: '新建轮次', route: '#/rounds/new' },
    { name: '轮次设置', route: `${round}/edit` },
    { name: '轮次进度', route: round },
    { name: '轮次检查对象', route: round, act: subjectsTab },
    {
      name: '确定检查对象',
      route: round,
      act: async (page) => {
        await subjectsTab(page);
        await press('确定检查对象')(page);
        await dialog(page).getByRole('radio', { name: '按分组比例抽样' }).check();
      },
    },
    {
      name: '分配检查对象',
      route: round,
      act: async (page) => {
        await subjectsTab(page);
        await page.getByRole('checkbox', { name: /选择全部/ }).check();
        await press(/^分配所选/)(page);
      },
    },
    {
      name: '安排复核',
      route: round,
      act: async (page) => {
        await subjectsTab(page);
        await press(/^安排复核/)(page);
      },
    },
    { name: '复核', route: round, act: (page) => page.getByRole('tab', { name: /^复核/ }).click() },
    {
      name: '轮次操作记录',
      route: round,
      act: (page) => page.getByRole('tab', { name: '操作记录' }).click(),
    },
    { name: '结束轮次', route: round, act: press('结束轮次') },
    { name: '已结束的轮次', route: `#/rounds/${quarter.previousId}` },
    { name: '重新开放轮次', route: `#/rounds/${quarter.previousId}`, act: press('重新开放') },
    { name: '新媒体', route: '#/media' },
    { name: '转载', route: '#/media/reposts' },
    { name: '添加重要信息', route: '#/media/reposts', act: press('添加重要信息') },
    { name: '统计', route: '#/numbers' },
    { name: '数字背后的评分表', route: '#/numbers', act: press(/已完成/) },
    {
      name: '单位历次结果',
      route: '#/numbers',
      act: async (page) => {
        await page.getByRole('combobox', { name: '单位', exact: true }).click();
        await page.getByRole('listbox').getByRole('option').first().click();
      },
    },
    { name: '整改', route: '#/rectification' },
    {
      name: '登记为已通知',
      route: '#/rectification',
      act: async (page) => {
        await page.getByRole('checkbox', { name: '全选所列事项' }).check();
        await press('登记为已通知')(page);
      },
    },
    { name: '整改事项', route: `#/rectification/${items.reopened}` },
    { name: '已销号事项', route: `#/rectification/${items.closed}` },
    {
      name: '登记单位反馈',
      route: `#/rectification/${items.notified}`,
      act: press('登记单位反馈'),
    },
    { name: '通报与文书', route: '#/papers' },
    {
      name: '模板有误',
      route: '#/papers',
      act: async (page) => {
        const editor = page.getByLabel('通报模板');
        await editor.fill(`${await editor.inputValue()}\n共{{website.cuont}}个。`);
        await page.getByText(/^占位符列表/).click();
        await page.getByRole('alert', { name: '模板有误，不能生成' }).waitFor();
      },
    },
    { name: '找错留言', route: '#/citizen' },
    {
      name: '关联留言',
      route: '#/citizen',
      act: async (page) => {
        await page.getByRole('checkbox', { name: '全选所列留言' }).check();
        await press(/^关联所选/)(page);
      },
    },
    {
      name: '导入留言被拒',
      route: '#/citizen',
      act: async (page) => {
        await chooseFile(page, '导入留言', { name: '网页.csv', bytes: Buffer.from('<html></html>') });
        await dialog(page).getByRole('alert').waitFor();
      },
    },
    { name: '台账', route: '#/register' },
    { name: '新增检查对象', route: '#/register', act: press('新增') },
    {
      name: '导入台账',
      route: '#/register',
      act: async (page) => {
        await chooseFile(page, '导入台账', await badRegister());
        await dialog(page).getByRole('region', { name: '核对结果' }).waitFor();
        await dialog(page)
          .getByText(/列的对应关系/)
          .click();
      },
    },
    {
      name: '导入台账被拒',
      route: '#/register',
      act: async (page) => {
        await chooseFile(page, '导入台账', { name: '台账.xlsx', bytes: Buffer.from('PK\x03\x04') });
        await dialog(page).getByRole('alert').waitFor();
      },
    },
    {
      name: '批量修改',
      route: '#/register',
      act: async (page) => {
        await page.getByRole('checkbox', { name: '选择全部所列对象' }).check();
        await press(/^批量修改/)(page);
      },
    },
    { name: '合并', route: '#/merge' },
    {
      name: '合并被拒',
      route: '#/merge',
      act: async (page) => {
        await chooseFile(page, '选择交接文件', BROKEN);
        await page.getByRole('alert').first().waitFor();
      },
    },
    { name: '没有的页面', route: '#/nowhere' },
  ];
}

/** What a fresh profile shows, and links that lead nowhere. */
export const EMPTY_SCREENS: Stop[] = [
  '#/sessions',
  '#/sessions/nothing',
  '#/rounds',
  '#/rounds/new',
  '#/rounds/nothing',
  '#/rounds/nothing/edit',
  '#/media',
  '#/media/reposts',
  '#/numbers',
  '#/rectification',
  '#/rectification/nothing',
  '#/papers',
  '#/citizen',
  '#/register',
  '#/merge',
  '#/sets',
  '#/sets/nothing/1',
  '#/settings',
].map((route) => ({ name: `空 ${route}`, route }));

/** Goes to each screen afresh and calls `look` once it has its data. */
export async function visitScreens(
  browser: InspectedBrowser,
  page: Page,
  stops: readonly Stop[],
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (const { name, route, act } of stops) {
    // Another page between, so that the same route starts anew without the dialog of the last stop.
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${browser.extensionId}/workbench.html${route}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByText(/^正在读取/), name).toHaveCount(0);
    await act?.(page);
    await look(name);
  }
}
