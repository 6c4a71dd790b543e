// Whole files in and out: a backup restored elsewhere, one inspection handed over, and bad files that change nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { type InspectedBrowser, launchBrowser } from '@/scripts/driver/browser';
import { openDock } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { type ChosenFile, chooseFile, chooseFromMenu, downloadOf, openWorkbench } from './workbench-page';

const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';
const CAPTION = '首页顶部';

/** A second computer: another browser with an empty profile. */
async function elsewhere(hostMap: string, use: (browser: InspectedBrowser) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
  const browser = await launchBrowser({ profile, hostMap });
  try {
    await use(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const gallery = (page: Page) =>
  page.getByRole('list', { name: '取证图片' }).getByRole('button', { name: /图 1/ });

/** The pixels of a shown picture as one number each for size and content. */
async function fingerprint(picture: Locator): Promise<string> {
  return picture.evaluate(async (image: HTMLImageElement) => {
    const bytes = await (await fetch(image.src)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return `${image.naturalWidth}x${image.naturalHeight} ${[...digest].join('.')}`;
  });
}

/** What the workbench shows of the inspection of the home page: score, verdicts, note, audit trail, picture. */
async function shownOf(page: Page): Promise<Record<string, string | null>> {
  await page.getByRole('link', { name: '检查', exact: true }).click();
  await page.getByRole('link', { name: '示例市人民政府' }).click();
  const line = (text: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: text }) });
  const shown: Record<string, string | null> = {
    score: await page.getByRole('region', { name: '得分' }).textContent(),
    secret: await line(SECRET).textContent(),
    wording: await line(WORDING).textContent(),
  };
  await page.getByRole('tab', { name: '操作记录' }).click();
  shown.journal = await page.getByRole('table', { name: '操作记录' }).textContent();
  await page.getByRole('tab', { name: '取证（1）' }).click();
  await expect(gallery(page)).toContainText(CAPTION);
  shown.picture = await fingerprint(gallery(page).locator('img'));
  return shown;
}

test('backup, restore and hand-over carry verdicts, notes, audit trail and pictures to another computer', async ({
  stage,
  site,
}) => {
  test.setTimeout(240_000);
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, SECRET), '不适用').check();
  await verdictOf(criterionRow(dock, WORDING), '合格').check();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await dock.getByRole('tab', { name: /取证 1/ }).click();
  const caption = dock.getByLabel('图 1 的说明');
  await caption.fill(CAPTION);
  await caption.press('Enter');
  await expectSaved(dock);

  const page = await openWorkbench(stage.browser);
  const here = await shownOf(page);
  expect(here.secret).toContain('不适用');
  expect(here.wording).toContain('合格');
  const handover = await downloadOf(page, () => chooseFromMenu(page, '导出', /交接文件/));
  await page.getByRole('link', { name: '设置' }).click();
  const backup = await downloadOf(page, () => page.getByRole('button', { name: '备份全部数据' }).click());
  expect(backup.name).toMatch(/^政务网站检查台备份_\d{8}-\d{4}\.jsonl\.gz$/);

  await test.step('the backup in a fresh profile gives the same inspection', () =>
    elsewhere(site.hostMap, async (browser) => {
      const there = await openWorkbench(browser, '#/settings');
      await chooseFile(there, '从备份恢复', backup);
      const dialog = there.getByRole('dialog', { name: '从备份恢复？' });
      await expect(dialog.getByRole('row', { name: '检查 0 1', exact: true })).toBeVisible();
      await expect(dialog.getByRole('row', { name: '取证图片 0 1', exact: true })).toBeVisible();
      await dialog.getByRole('button', { name: '替换现有数据并恢复' }).click();
      await expect(there.getByRole('status').filter({ hasText: '已从备份恢复' })).toBeVisible();
      await expect(there.getByLabel('检查员姓名')).toHaveValue('张检查');
      expect(await shownOf(there)).toEqual(here);
      // And the dock goes on with it.
      const tab = await browser.context.newPage();
      await tab.goto(HOME);
      const again = await openDock(browser, tab);
      await expect(verdictOf(criterionRow(again, SECRET), '不适用')).toBeChecked();
      await verdictOf(criterionRow(again, SECRET), '合格').check();
      await expectSaved(again);
    }));

  await test.step('the hand-over file in a fresh profile, twice, and continued', () =>
    elsewhere(site.hostMap, async (browser) => {
      const there = await openWorkbench(browser);
      const plan = async (at: typeof there, file: ChosenFile, word: string) => {
        await at.getByRole('link', { name: '合并', exact: true }).click();
        await chooseFile(at, '选择交接文件', file);
        const row = at.getByRole('table', { name: '合并预览' }).getByRole('row').nth(1);
        await expect(row).toContainText(word);
        await expect(row).toContainText('示例市人民政府');
      };
      const merge = (at: typeof there) => at.getByRole('button', { name: '合并', exact: true }).click();
      await plan(there, handover, '新增');
      await merge(there);
      await expect(there.getByText('合并完成：新增 1 次')).toBeVisible();
      expect(await shownOf(there)).toEqual(here);

      await plan(there, handover, '一致');
      await expect(there.getByRole('button', { name: '合并', exact: true })).toBeDisabled();
      expect(await shownOf(there)).toEqual(here);

      // This computer goes on: the older file must not take that back.
      await there.getByRole('tab', { name: '评分表' }).click();
      await there.getByRole('button', { name: `编辑备注：${SECRET}` }).click();
      const note = there.getByRole('textbox', { name: `备注：${SECRET}` });
      await note.fill('接手后补记');
      await note.press('Control+Enter');
      await expect(there.getByText('接手后补记')).toBeVisible();
      await plan(there, handover, '本机较新');
      await expect(there.getByRole('button', { name: '合并', exact: true })).toBeDisabled();
      await there.getByRole('link', { name: '检查', exact: true }).click();
      await there.getByRole('link', { name: '示例市人民政府' }).click();
      await expect(there.getByText('接手后补记')).toBeVisible();

      // The first computer takes the continued inspection back.
      const back = await downloadOf(there, () => chooseFromMenu(there, '导出', /交接文件/));
      await page.bringToFront();
      await plan(page, back, '文件较新');
      await merge(page);
      await expect(page.getByText('更新 1 次')).toBeVisible();
      await dock.getByRole('tab', { name: '指标' }).click();
      await expect(criterionRow(dock, SECRET)).toContainText('接手后补记');
    }));
});

test('a bad backup or hand-over file is refused in one sentence and changes nothing', async ({ stage }) => {
  test.setTimeout(180_000);
  const { dock } = await stage.begin();
  await verdictOf(criterionRow(dock, SECRET), '不适用').check();
  await criterionRow(dock, WORDING).getByRole('button', { name: '取证', exact: true }).click();
  await dock.getByRole('tab', { name: /取证 1/ }).click();
  const caption = dock.getByLabel('图 1 的说明');
  await caption.fill(CAPTION);
  await caption.press('Enter');
  await expectSaved(dock);
  const page = await openWorkbench(stage.browser);
  const before = await shownOf(page);
  const handover = await downloadOf(page, () => chooseFromMenu(page, '导出', /交接文件/));
  await page.getByRole('link', { name: '设置' }).click();
  const backup = await downloadOf(page, () => page.getByRole('button', { name: '备份全部数据' }).click());
  const text = gunzipSync(backup.bytes).toString('utf8');
  const json = gunzipSync(handover.bytes).toString('utf8');
  const lines = text.trimEnd().split('\n');
  const without = (name: string) =>
    gzipSync(lines.filter((line) => !line.includes(`"table":"${name}"`)).join('\n'));

  const backups: [string, Uint8Array, RegExp][] = [
    [
      '截断的 gzip',
      backup.bytes.slice(0, Math.floor(backup.bytes.length * 0.7)),
      /^备份文件不完整或已损坏（.+），未作任何改动/,
    ],
    [
      '缺最后一行',
      gzipSync(lines.slice(0, -1).join('\n')),
      /^备份文件不完整或已损坏（记录数与文件头不一致）/,
    ],
    ['少一类记录', without('evidenceImages'), /^备份文件不完整或已损坏（记录数与文件头不一致）/],
    ['别的文件', Buffer.from('你好，这不是备份。\n'), /^所选文件不是政务网站检查台的备份文件/],
    ['交接文件', handover.bytes, /^所选文件不是政务网站检查台的备份文件/],
    ['空文件', new Uint8Array(), /^所选文件不是政务网站检查台的备份文件/],
    [
      '更新的版本',
      gzipSync(text.replace('backup@1', 'backup@2')),
      /^该备份由更新版本的政务网站检查台生成，请先升级扩展再恢复/,
    ],
    [
      '更新的数据库',
      gzipSync(text.replace(/"database":\d+/, '"database":999')),
      /^该备份由更新版本的政务网站检查台生成/,
    ],
  ];
  for (const [name, bytes, sentence] of backups)
    await test.step(`restore: ${name}`, async () => {
      await chooseFile(page, '从备份恢复', { name, bytes });
      const dialog = page.getByRole('dialog', { name: '从备份恢复？' });
      const alert = dialog.getByRole('alert');
      expect(await sentenceIn(alert, '不能恢复，现有数据没有改动')).toMatch(sentence);
      await expect(dialog.getByRole('button', { name: '替换现有数据并恢复' })).toBeDisabled();
      await dialog.getByRole('button', { name: '取消' }).click();
      await expect(dialog).toHaveCount(0);
    });
  expect(await shownOf(page)).toEqual(before);

  await page.getByRole('link', { name: '合并', exact: true }).click();
  const handovers: [string, Uint8Array, RegExp][] = [
    ['截断', handover.bytes.slice(0, handover.bytes.length / 2), /^交接文件不完整或已损坏|^所选文件不是/],
    ['少最后一行', Buffer.from(json.slice(0, json.trimEnd().lastIndexOf('\n'))), /没有结束行/],
    ['备份', backup.bytes, /^所选文件不是政务网站检查台的检查交接文件/],
    ['别的 JSON', Buffer.from('{"a":1}'), /^所选文件不是政务网站检查台的检查交接文件/],
    [
      '更新的版本',
      Buffer.from(json.replace('handover@2', 'handover@3')),
      /^该交接文件由更新版本的政务网站检查台生成/,
    ],
    ['改过的内容', Buffer.from(json.replace(CAPTION, '别的说明')), /内容校验码不符/],
    [
      '认定无效',
      Buffer.from(json.replace('"status":"na"', '"status":"好"')),
      /^交接文件不完整或已损坏（.+处内容不符合要求）/,
    ],
    [
      '坏图片',
      Buffer.from(json.replace(/"base64":"[^"]{40}/, `"base64":"${'A'.repeat(40)}`)),
      /^交接文件不完整或已损坏（取证图片无法读取）/,
    ],
  ];
  for (const [name, bytes, sentence] of handovers)
    await test.step(`hand-over: ${name}`, async () => {
      await chooseFile(page, '选择交接文件', { name, bytes });
      const alert = page.getByRole('alert').filter({ hasText: `“${name}”不能合并` });
      expect(await sentenceIn(alert, `“${name}”不能合并`)).toMatch(sentence);
      await expect(page.getByRole('button', { name: '合并', exact: true })).toBeDisabled();
    });
  await page.getByRole('link', { name: '检查', exact: true }).click();
  await expect(page.getByText('共 1 次检查')).toBeVisible();
  expect(await shownOf(page)).toEqual(before);
});

/** What an alert says under its title: exactly one sentence. */
async function sentenceIn(alert: Locator, title: string): Promise<string> {
  await expect(alert).toContainText(title);
  const text = (await alert.textContent()) ?? '';
  expect(text.startsWith(title)).toBe(true);
  const sentence = text.slice(title.length);
  expect(sentence).toMatch(/^[^。]+。$/);
  return sentence;
}
