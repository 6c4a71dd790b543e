// Two inspectors' files of one inspection meet: a contradiction is decided, and merging again changes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '@/scripts/driver/browser';
import { ask } from './ask-desk';
import { expect, test } from './inspected';
import { screenFaultsOf } from './looks';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { type ChosenFile, chooseFile, chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';

async function preview(page: Page, file: ChosenFile, word: string): Promise<void> {
  await page.getByRole('link', { name: '合并', exact: true }).click();
  await chooseFile(page, '选择交接文件', file);
  const row = page.getByRole('table', { name: '合并预览' }).getByRole('row').nth(1);
  await expect(row).toContainText(word);
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole('link', { name: '检查', exact: true }).click();
  await page.getByRole('link', { name: '示例市人民政府' }).click();
}

async function note(page: Page, criterion: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `编辑备注：${criterion}` }).click();
  const field = page.getByRole('textbox', { name: `备注：${criterion}` });
  await field.fill(text);
  await field.press('Control+Enter');
  await expect(page.getByText(text)).toBeVisible();
}

test('two copies that both went on are merged, one contradiction is decided, twice is once', async ({
  stage,
  site,
}) => {
  test.setTimeout(240_000);
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, SECRET), '合格').check();
  await expectSaved(dock);
  const page = await openWorkbench(stage.browser);
  await openSheet(page);
  const first = await downloadOf(page, () => chooseFromMenu(page, '导出', /交接文件/));

  const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
  const second = await launchBrowser({ profile, hostMap: site.hostMap });
  try {
    const there = await openWorkbench(second);
    await preview(there, first, '新增');
    await there.getByRole('button', { name: '合并', exact: true }).click();
    await expect(there.getByText('合并完成：新增 1 次')).toBeVisible();
    await openSheet(there);
    await note(there, SECRET, '对方的备注');
    await note(there, WORDING, '只有对方改过');
    const back = await downloadOf(there, () => chooseFromMenu(there, '导出', /交接文件/));

    await page.bringToFront();
    await note(page, SECRET, '本机的备注');
    await preview(page, back, '认定不同');
    const button = page.getByRole('button', { name: '合并', exact: true });
    await expect(button).toBeDisabled();
    const card = page.getByRole('group').filter({ hasText: SECRET });
    await expect(card).toContainText('本机的备注');
    await expect(card).toContainText('对方的备注');
    expect(await screenFaultsOf(page, 'merge-verdicts')).toEqual([]);
    await card.getByRole('radio', { name: '采用文件的认定' }).focus();
    await page.keyboard.press('Space');
    await button.click();
    await expect(page.getByText('合并完成：新增 0 次，更新 1 次')).toBeVisible();
    // Whatever reading and merging left in memory is gone with their workers.
    const workers = () => page.workers().map((worker) => worker.url());
    await expect.poll(workers).toEqual([]);
    await expect(page.getByRole('table', { name: '合并预览' }).getByRole('row').nth(1)).toContainText(
      '本机较新',
    );
    await expect(button).toBeDisabled();
    await openSheet(page);
    await expect(page.getByText('对方的备注')).toBeVisible();
    await expect(page.getByText('只有对方改过')).toBeVisible();
    await expect(page.getByText('本机的备注')).toHaveCount(0);
    await page.getByRole('tab', { name: '操作记录' }).click();
    await expect(page.getByRole('table', { name: '操作记录' })).toContainText('取对方');

    // The second inspector takes the outcome: nothing to decide any more.
    const outcome = await downloadOf(page, () => chooseFromMenu(page, '导出', /交接文件/));
    await there.bringToFront();
    await preview(there, outcome, '文件较新');
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  }
});

test('two inspectors who ticked a repost differently are shown side by side, and the decision stays', async ({
  stage,
  site,
}) => {
  test.setTimeout(240_000);
  const page = await openWorkbench(stage.browser);
  const round = { id: 'r', name: '示例轮次', state: 'open' as const, createdAt: '2026-11-01T00:00:00.000Z' };
  await ask(page, 'putRound', round);
  await ask(page, 'putSubject', {
    id: 'account',
    kind: 'new-media',
    name: '示例发布',
    platform: 'wechat',
    account: 'shili',
    aliases: [],
    adHoc: false,
    hasServices: true,
  });
  const items = await ask(page, 'putRepostItems', {
    roundId: 'r',
    items: [{ title: '重要会议精神', source: '市政府办公厅' }],
  });
  const itemId = items[0]?.id ?? '';
  await ask(page, 'startSession', { subject: { id: 'account' }, roundId: 'r', inspector: '张三' });
  const handOver = async (from: Page) => {
    await from.getByRole('link', { name: '合并', exact: true }).click();
    return downloadOf(from, () => from.getByRole('button', { name: '导出交接文件' }).click());
  };
  const tick = (on: Page, state: 'done' | 'missed', by: string) =>
    ask(on, 'setReposts', { roundId: 'r', by, ticks: [{ itemId, subjectId: 'account', state }] });
  const first = await handOver(page);

  const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
  const second = await launchBrowser({ profile, hostMap: site.hostMap });
  try {
    const there = await openWorkbench(second);
    await preview(there, first, '新增');
    await there.getByRole('button', { name: '合并', exact: true }).click();
    await expect(there.getByText('合并完成：新增 1 次')).toBeVisible();
    await tick(there, 'missed', '李四');
    await tick(page, 'done', '张三');
    const back = await handOver(there);

    await page.bringToFront();
    await preview(page, back, '一致');
    const button = page.getByRole('button', { name: '合并', exact: true });
    await expect(button).toBeDisabled();
    await expect(page.getByText('还有 1 项转载核对结果须确定采用哪一份。')).toBeVisible();
    const table = page.getByRole('table', { name: '两人不同的转载核对结果' });
    await expect(table).toContainText('示例发布');
    await expect(table.getByRole('radio', { name: /^本机：已转，张三，/ })).toBeVisible();
    expect(await screenFaultsOf(page, 'merge-reposts')).toEqual([]);
    await table.getByRole('radio', { name: /^文件：漏转，李四，/ }).focus();
    await page.keyboard.press('Space');
    await button.click();
    await expect(page.getByText(/^合并完成：.*未合并 0 项。$/)).toBeVisible();
    await expect(button).toBeDisabled();
    expect((await ask(page, 'repostTable', { roundId: 'r' })).reposts).toMatchObject([{ state: 'missed' }]);
    const events = await ask(page, 'roundEvents', { roundId: 'r' });
    expect(events[0]?.text).toContain('确定两人不同的转载核对结果 1 项');

    // The same file again has nothing to decide, and neither has the second inspector.
    await preview(page, back, '一致');
    await expect(page.getByText(/项转载核对结果须确定/)).toHaveCount(0);
    const outcome = await handOver(page);
    await there.bringToFront();
    await preview(there, outcome, '一致');
    await expect(there.getByText(/项转载核对结果须确定/)).toHaveCount(0);
  } finally {
    await second.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
