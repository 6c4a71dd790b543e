// New media end to end: thirty accounts through the fast lane, one with a problem, reposts counted, a restart in the middle.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { openDock } from '@/scripts/driver/dock';
import { expect, test } from './inspected';
import { criterionRow } from './panel';
import { openWorkbench } from './workbench-page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ACCOUNTS = 30;
const STALE = '监测时点前 2 周内无更新。';

/** Asks the desk as the extension's own pages do. */
async function ask(page: Page, desk: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(
    async (call) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): unknown } } }
      ).chrome;
      return (await runtime.sendMessage({ to: 'desk', call })) as { ok: boolean; value: unknown };
    },
    { desk, input, callId: crypto.randomUUID() },
  );
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value;
}

async function seed(page: Page): Promise<void> {
  await ask(page, 'putRound', {
    id: 'q4',
    name: '2026年第四季度',
    state: 'open',
    createdAt: '2026-10-01T00:00:00.000Z',
    sets: [{ kind: 'new-media', setId: 'city-new-media' }],
  });
  const settings = (await ask(page, 'getSettings', {})) as object;
  await ask(page, 'putSettings', { ...settings, inspector: '张检查' });
  for (let n = 1; n <= ACCOUNTS; n++) {
    const number = String(n).padStart(2, '0');
    await ask(page, 'putSubject', {
      id: `account-${number}`,
      kind: 'new-media',
      name: `示例发布${number}`,
      unit: n <= 15 ? '示例区政府办公室' : '示例市教育局',
      group: n <= 15 ? 'district' : 'department',
      platform: n % 3 === 0 ? 'wechat' : 'weibo',
      filing: { state: 'filed' },
      // WeChat accounts have no page that a browser could open.
      ...(n % 3 === 0 ? {} : { url: `http://weibo.shili.gov.cn/u/${n}/`, host: 'weibo.shili.gov.cn' }),
      aliases: [],
      adHoc: false,
      hasServices: true,
    });
  }
}

async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('thirty accounts: three keys each, one with a problem, reposts, a restart in the middle', async ({
  stage,
}) => {
  test.setTimeout(180_000);
  let workbench = await openWorkbench(stage.browser);
  await seed(workbench);
  await workbench.getByRole('link', { name: '新媒体' }).click();
  const said = () => workbench.getByRole('status').filter({ hasText: /已完成 \d+ \/ \d+/ });
  const current = () => workbench.getByRole('region', { name: '当前账号' });
  await expect(said()).toContainText('已完成 0 / 30');
  await expect(current().getByRole('heading', { name: '示例发布01' })).toBeVisible();

  await test.step('open, pass, next: three keys, one tab for all', async () => {
    const [beside] = await Promise.all([
      stage.browser.context.waitForEvent('page'),
      workbench.keyboard.press('o'),
    ]);
    await expect(beside).toHaveURL('http://weibo.shili.gov.cn/u/1/');
    await workbench.keyboard.press('Enter');
    await expect(said()).toContainText('已完成 1 / 30');
    await expect(said()).toContainText('已保存：示例发布01 检查完成');
    await workbench.keyboard.press('ArrowDown');
    await expect(current().getByRole('heading', { name: '示例发布02' })).toBeVisible();
    const tabs = stage.browser.context.pages().length;
    await workbench.keyboard.press('o');
    await expect(beside).toHaveURL('http://weibo.shili.gov.cn/u/2/');
    expect(stage.browser.context.pages()).toHaveLength(tabs);
    await workbench.keyboard.press(' ');
    await expect(said()).toContainText('已完成 2 / 30');
    await workbench.keyboard.press('ArrowDown');
    // A WeChat account has no page; two keys without waiting between them.
    await workbench.keyboard.press('Enter');
    await workbench.keyboard.press('ArrowDown');
    await expect(said()).toContainText('已完成 3 / 30');
    await expect(current().getByRole('heading', { name: '示例发布04' })).toBeVisible();
  });

  await test.step('undo takes the last one back', async () => {
    await workbench.keyboard.press('ArrowUp');
    await expect(current().getByRole('button', { name: '撤销（U）' })).toBeEnabled();
    await workbench.keyboard.press('u');
    await expect(said()).toContainText('已完成 2 / 30');
    await workbench.keyboard.press('Enter');
    await expect(said()).toContainText('已完成 3 / 30');
    await expectAccessible(workbench);
  });

  await test.step('a problem jumps into the full checklist', async () => {
    await workbench.keyboard.press('ArrowDown');
    await expect(current().getByRole('heading', { name: '示例发布04' })).toBeVisible();
    await workbench.keyboard.press('p');
    await expect(workbench.getByRole('heading', { level: 1, name: '示例发布04' })).toBeVisible();
    await workbench.getByLabel('最近发布日期').fill('2020-01-02');
    await workbench.getByLabel('功能名称').fill('办事大厅');
    await workbench.getByRole('button', { name: '添加' }).click();
    await workbench.getByRole('checkbox', { name: '办事大厅' }).uncheck();
    await workbench.getByRole('button', { name: '保存账号情况' }).click();
    const proposals = workbench.getByRole('region', { name: '待处理的建议' });
    await expect(proposals.getByRole('listitem')).toHaveCount(2);
    await proposals
      .getByRole('listitem')
      .filter({ hasText: STALE })
      .getByRole('button', { name: '采纳', exact: true })
      .click();
    await expect(proposals.getByRole('listitem')).toHaveCount(1);
    const stale = workbench.getByRole('radiogroup', { name: `认定：${STALE}` });
    await expect(stale.getByRole('radio', { name: '有问题' })).toBeChecked();
    await expectAccessible(workbench);
  });

  await test.step('what is still proposed cannot be passed over', async () => {
    await workbench.getByRole('link', { name: '新媒体' }).click();
    await expect(current().getByRole('heading', { name: '示例发布04' })).toBeVisible();
    await expect(current().getByText('有 1 条待处理的建议')).toBeVisible();
    await workbench.keyboard.press('Enter');
    await expect(workbench.getByRole('alert')).toContainText('还有 1 条建议未处理');
    await expect(said()).toContainText('已完成 3 / 30');
  });

  await test.step('after a restart it goes on where it stopped', async () => {
    await stage.relaunch();
    workbench = await openWorkbench(stage.browser, '#/media');
    await expect(said()).toContainText('已完成 3 / 30');
    await expect(current().getByRole('heading', { name: '示例发布04' })).toBeVisible();
    await workbench.getByLabel('分组').selectOption({ label: '市级部门' });
    await expect(said()).toContainText('已完成 0 / 15');
    await workbench.getByLabel('分组').selectOption({ label: '全部分组' });
  });

  await test.step('reposts are pasted, ticked with keys and counted', async () => {
    await workbench.getByRole('tab', { name: '转载' }).click();
    await workbench.getByRole('button', { name: '添加重要信息' }).click();
    const dialog = workbench.getByRole('dialog', { name: '添加重要信息' });
    await dialog
      .getByLabel(/每行一条/)
      .fill('国务院关于优化政务服务的通知\t市政府办公厅\t2026/11/10\n秋季防汛提示\t市应急局\n');
    await dialog.getByRole('button', { name: '添加 2 条' }).click();
    const counted = workbench.getByRole('status').filter({ hasText: '未核对' });
    await expect(counted).toContainText(
      '30 个账号 × 2 条：已转 0，迟转 0，漏转 0（涉及 0 个账号），不涉及 0，未核对 60',
    );
    const grid = workbench.getByRole('grid', { name: '重要信息转载表' });
    await grid.focus();
    for (const key of ['3', 'ArrowRight', '3', 'ArrowDown', '3', 'ArrowLeft', '1', 'ArrowDown', '2'])
      await grid.press(key);
    await expect(counted).toContainText('已转 1，迟转 1，漏转 3（涉及 2 个账号），不涉及 0，未核对 55');
    await grid.press('u');
    await expect(counted).toContainText('迟转 0');
    await expect(grid.getByRole('gridcell', { name: '示例发布01，秋季防汛提示：漏转' })).toBeVisible();
    await workbench.getByRole('button', { name: '所列账号中未核对的记为已转' }).click();
    await expect(counted).toContainText('已转 29，迟转 0，漏转 3');
    await expectAccessible(workbench);
  });

  await test.step('missed ones are proposed with their number', async () => {
    await workbench.goto(workbench.url().replace(/#.*/, '#/media'));
    await workbench.getByRole('option', { name: /示例发布05/ }).click();
    await expect(current().getByRole('heading', { name: '示例发布05' })).toBeVisible();
    await workbench.getByRole('tab', { name: '转载' }).click();
    const grid = workbench.getByRole('grid', { name: '重要信息转载表' });
    await grid.focus();
    await grid.press('ArrowDown');
    for (let n = 0; n < 3; n++) await grid.press('ArrowDown');
    await grid.press('3');
    await grid.press('ArrowRight');
    await grid.press('3');
    await expect(workbench.getByRole('status').filter({ hasText: '漏转 5（涉及 3 个账号）' })).toBeVisible();
    await workbench.getByRole('tab', { name: '快速检查' }).click();
    await expect(current().getByRole('heading', { name: '示例发布05' })).toBeVisible();
    await workbench.keyboard.press('p');
    await expect(workbench.getByRole('heading', { level: 1, name: '示例发布05' })).toBeVisible();
    const proposal = workbench.getByRole('region', { name: '待处理的建议' }).getByRole('listitem');
    await expect(proposal).toContainText('漏转');
    await expect(proposal).toContainText('× 2 处');
  });

  await test.step('the dock over an account’s page shows this account and no other', async () => {
    const page = await stage.browser.context.newPage();
    await page.goto('http://weibo.shili.gov.cn/u/5/?tabtype=feed');
    const dock = await openDock(stage.browser, page);
    await expect(dock.getByRole('heading', { name: '示例发布05' })).toBeVisible();
    await expect(criterionRow(dock, '对上级部门要求转载发布的重要信息“漏转”。')).toBeVisible();
    const other = await stage.browser.context.newPage();
    await other.goto('http://weibo.shili.gov.cn/hot/');
    const start = await openDock(stage.browser, other);
    await start.getByRole('combobox', { name: '选择账号' }).fill('示例发布07');
    await start.getByRole('option', { name: '示例发布07' }).click();
    await start.getByRole('button', { name: '开始检查' }).click();
    await expect(start.getByRole('heading', { name: '示例发布07' })).toBeVisible();
  });
});

test('new media in a narrow window, light and dark', async ({ stage }) => {
  const workbench = await openWorkbench(stage.browser);
  await seed(workbench);
  await workbench.setViewportSize({ width: 320, height: 700 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await workbench.emulateMedia({ colorScheme });
    await workbench.goto(workbench.url().replace(/#.*/, '#/media'));
    await expect(workbench.getByRole('region', { name: '当前账号' })).toBeVisible();
    const width = await workbench.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(320);
    await expectAccessible(workbench);
  }
});
