// Every screen of the workbench in a full quarter, dialogs open: for axe, in 320 px, and without a mouse.
import { EMPTY_SCREENS, everyScreen, visitScreens } from './every-screen';
import { fillQuarter } from './filled-quarter';
import { expect, test } from './inspected';
import { faultsOf, narrowFaultsOf, stopsWithoutMark } from './looks';
import { openWorkbench } from './workbench-page';

/** Screens on which the stops of Tab are looked at, and how many: navigation, head, filters, and the first rows. */
const WITH_STOPS = [
  '检查',
  '轮次检查对象',
  '新媒体',
  '转载',
  '统计',
  '整改',
  '通报与文书',
  '找错留言',
  '台账',
  '合并',
];
const MOST_STOPS = 24;

test('every screen passes axe, fits into 320 px, and can be used with the keyboard', async ({ stage }) => {
  // One quarter and one browser for all: filling it is the larger part.
  test.setTimeout(900_000);
  const page = await openWorkbench(stage.browser);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const quarter = await fillQuarter(page, { websites: 30, accounts: 14 });

  await test.step('“?” lists the keys of the screen, Escape closes, the focus is where it was', async () => {
    await page.goto(page.url().replace(/#.*/, '#/media'));
    const lane = page.getByRole('button', { name: '撤销（U）' });
    await lane.waitFor();
    const help = page.getByRole('dialog', { name: '快捷键' });
    for (const [link, key] of [
      ['新媒体', '有问题：进入完整检查表'],
      ['检查', '上一行、下一行'],
      ['台账', '上一行、下一行'],
      ['设置', '查看快捷键'],
    ] as const) {
      const entry = page.getByRole('navigation').getByRole('link', { name: link, exact: true });
      await entry.click();
      await page.getByRole('heading', { level: 1, name: link }).waitFor();
      await entry.focus();
      await page.keyboard.press('?');
      await expect(help.getByRole('table', { name: '快捷键' })).toContainText(key);
      await page.keyboard.press('Escape');
      await expect(help).toHaveCount(0);
      await expect(entry).toBeFocused();
    }
  });

  await test.step('“/” goes to the search, and is a letter inside of it', async () => {
    for (const link of ['检查', '台账', '整改', '找错留言']) {
      await page.getByRole('navigation').getByRole('link', { name: link, exact: true }).click();
      const search = page.getByRole('searchbox').first();
      await search.waitFor();
      await page.keyboard.press('/');
      await expect(search).toBeFocused();
      await page.keyboard.press('?');
      await expect(search).toHaveValue('?');
      await search.fill('');
    }
  });

  await test.step('a dialog opened with the keyboard gives the focus back to its button', async () => {
    for (const [route, button] of [
      [`#/rounds/${quarter.roundId}`, '结束轮次'],
      [`#/sessions/${quarter.sessions.open}`, '完成检查'],
      ['#/register', '新增'],
      ['#/media/reposts', '添加重要信息'],
      [`#/rectification/${quarter.items.notified}`, '登记单位反馈'],
    ] as const) {
      await page.goto(page.url().replace(/#.*/, route));
      const opener = page.getByRole('button', { name: button, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(opener, button).toBeFocused();
    }
  });

  const faults: string[] = [];
  await visitScreens(stage.browser, page, everyScreen(quarter), async (name) => {
    // What the scheme changes is colours.
    faults.push(...(await faultsOf(page, page, name, ['color-contrast'])));
    if (WITH_STOPS.includes(name))
      faults.push(...(await stopsWithoutMark(page, MOST_STOPS)).map((what) => `${name}, focus: ${what}`));
    faults.push(...(await narrowFaultsOf(page, name)));
  });
  expect([...new Set(faults)]).toEqual([]);
});

/** What leads on from a screen that has nothing to show. */
const WAYS_ON: Record<string, [says: RegExp, link: string]> = {
  '#/sessions/nothing': [/^没有这个检查$/, '回到检查列表'],
  '#/rounds': [/^还没有检查轮次$/, '台账'],
  '#/rounds/nothing': [/^没有这个检查轮次$/, '回到轮次列表'],
  '#/rounds/nothing/edit': [/^没有这个检查轮次$/, '回到轮次列表'],
  '#/media': [/^还没有检查轮次$/, '新建轮次'],
  '#/numbers': [/^还没有检查轮次$/, '新建轮次'],
  '#/papers': [/^还没有检查轮次$/, '新建轮次'],
  '#/citizen': [/^还没有检查轮次$/, '新建轮次'],
  '#/rectification/nothing': [/^没有这个整改事项$/, '回到整改列表'],
  '#/sets/nothing/1': [/^没有这个指标体系$/, '回到指标体系列表'],
};

test('the screens of a fresh profile say what to do, pass axe and fit into 320 px', async ({ stage }) => {
  test.setTimeout(300_000);
  const page = await openWorkbench(stage.browser);
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await visitScreens(stage.browser, page, EMPTY_SCREENS, async (name) => {
    const [says, link] = WAYS_ON[new URL(page.url()).hash] ?? [];
    const main = page.getByRole('main');
    if (says) await expect(main.getByRole('heading', { level: 2, name: says })).toBeVisible();
    if (link) await expect(main.getByRole('link', { name: link, exact: true })).toBeVisible();
    await expect(main.getByText('读取失败')).toHaveCount(0);
    faults.push(...(await faultsOf(page, page, name, ['color-contrast'])));
    faults.push(...(await narrowFaultsOf(page, name)));
  });
  expect([...new Set(faults)]).toEqual([]);
});
