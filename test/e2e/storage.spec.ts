// When the computer cannot store: nothing is called saved that is not, every screen says so in one sentence, and the work goes on as soon as it can.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@/scripts/driver/browser';
import { openDock, startInspection } from '@/scripts/driver/dock';
import { test as base, expect, HOME } from './inspected';
import { screenFaultsOf } from './looks';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { chooseFile, downloadOf, openWorkbench } from './workbench-page';

/** A disk of its own that can be filled without harm. */
interface SmallDisk {
  folder: string;
  fill(): void;
  free(): void;
}

/** More than the extension wants to find free. */
const DISK_MEGABYTES = 300;
const SECRET = '泄露国家秘密。';
const WORDING = '出现严重表述错误。';
const NO_ROOM = '本机存储空间不足，未能保存，请清理磁盘后重试。';
const NO_ROOM_TO_RESTORE =
  /恢复该备份约需 2\d\d MB 磁盘空间，本机可用空间只有 0 MB，未作任何改动，请清理磁盘，至少再腾出 2\d\d MB 后重试。/;
const NOT_OPENED =
  '暂时打不开本机数据库（正在升级，或被其他检查台页面占用），未作任何改动，请稍后重试；仍不成功的，请关闭其他检查台页面。';

const test = base.extend<{ disk: SmallDisk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the destructured form.
  disk: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'gov-site-inspector-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder]);
    info.skip(mounted.status !== 0, 'needs the right to mount a small disk (root on Linux)');
    const filler = join(folder, 'filler');
    await use({ folder, fill: () => fill(filler), free: () => rmSync(filler) });
    spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Writes until the disk takes no more. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 1 << 20; size > 0; size = size > 4096 ? 4096 : 0) while (wrote(file, size));
  } finally {
    closeSync(file);
  }
}

function wrote(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

test('a full disk: no tick is called saved, and “again” saves it once there is room', async ({
  disk,
  site,
}) => {
  const launch = () => launchBrowser({ profile: join(disk.folder, 'profile'), hostMap: site.hostMap });
  let browser = await launch();
  try {
    const page = await browser.context.newPage();
    await page.goto(HOME);
    const dock = await openDock(browser, page);
    await startInspection(dock, { inspector: '张检查' });
    const settings = await openWorkbench(browser, '#/settings');
    const backup = await downloadOf(settings, () =>
      settings.getByRole('button', { name: '备份全部数据' }).click(),
    );
    await settings.getByLabel('检查员姓名').fill('李检查');
    disk.fill();

    await page.bringToFront();
    const tick = verdictOf(criterionRow(dock, SECRET), '合格');
    const mark = dock.getByRole('status', { name: '保存状态' });
    await tick.click();
    await expect(mark).toHaveText('保存失败');
    await expect(dock.getByRole('alert').getByText(NO_ROOM)).toBeVisible();
    await expect(tick).not.toBeChecked();
    await dock.getByRole('button', { name: '重试' }).click();
    await expect(mark).toHaveText('保存失败');
    await expect(tick).not.toBeChecked();

    await settings.bringToFront();
    await settings.getByRole('button', { name: '保存姓名' }).click();
    await expect(settings.getByRole('alert').getByText(NO_ROOM)).toBeVisible();
    await expect(settings.getByText('检查员姓名已保存。')).toHaveCount(0);
    expect(await screenFaultsOf(settings, '磁盘已满')).toEqual([]);
    await chooseFile(settings, '从备份恢复', backup);
    const dialog = settings.getByRole('dialog', { name: '从备份恢复？' });
    await expect(dialog.getByRole('alert')).toContainText(NO_ROOM_TO_RESTORE);
    await expect(dialog.getByRole('button', { name: '替换现有数据并恢复' })).toBeDisabled();
    await dialog.getByRole('button', { name: '取消' }).click();

    disk.free();
    await settings.getByRole('button', { name: '保存姓名' }).click();
    await expect(settings.getByText('检查员姓名已保存。')).toBeVisible();
    await page.bringToFront();
    await dock.getByRole('button', { name: '重试' }).click();
    await expectSaved(dock);
    await expect(tick).toBeChecked();

    // Twice: what the first start still reads, the second may not.
    for (let start = 0; start < 2; start++) {
      await browser.close();
      browser = await launch();
      const again = await browser.context.newPage();
      await again.goto(HOME);
      const later = await openDock(browser, again);
      await expect(verdictOf(criterionRow(later, SECRET), '合格')).toBeChecked();
      await verdictOf(criterionRow(later, WORDING), start === 0 ? '合格' : '不适用').check();
      await expectSaved(later);
    }
  } finally {
    await browser.close();
  }
});

test('a database that another page keeps: panel and workbench say so at once, and go on when it is let go', async ({
  stage,
}) => {
  const { browser } = stage;
  const keeper = await browser.context.newPage();
  await keeper.goto(`chrome-extension://${browser.extensionId}/icon/128.png`);
  // As a page of an older version of the extension that hangs.
  await keeper.evaluate(
    () =>
      new Promise<void>((done) => {
        const request = indexedDB.open('gov-site-inspector', 1);
        request.onsuccess = () => done();
      }),
  );
  const workbench = await openWorkbench(browser);
  const failure = workbench.getByRole('alert').filter({ hasText: '读取失败' });
  await expect(failure).toContainText(NOT_OPENED);
  const page = await browser.context.newPage();
  await page.goto(HOME);
  const dock = await openDock(browser, page);
  await expect(dock.getByRole('alert').filter({ hasText: NOT_OPENED })).toBeVisible();
  if (process.env.GSI_SCREENSHOTS)
    await page.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/kept-panel.png` });

  await keeper.close();
  await failure.getByRole('button', { name: '重新读取' }).click();
  await expect(workbench.getByText('还没有检查')).toBeVisible();
  await page.bringToFront();
  await dock.getByRole('button', { name: '重新读取' }).click();
  await startInspection(dock, { inspector: '张检查' });
  await expectSaved(dock);
});
