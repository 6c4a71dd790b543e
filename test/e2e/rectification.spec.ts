// A problem from its finding to its end: noticed, answered with a file, rechecked before and after the page is mended.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Frame, type Page, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { type InspectedBrowser, launchBrowser } from '@/scripts/driver/browser';
import { openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { type SiteServer, serveSite } from '@/scripts/driver/site-server';
import { ask } from './ask-desk';
import { faultsOf, overflowOf } from './looks';
import { expectSaved } from './panel';
import { downloadOf, openWorkbench } from './workbench-page';

const PAGE = 'http://www.shili.gov.cn/zhenggai/';
const PROBLEM = /opening-gone\.svg/;

/** The sample site in a folder of its own, so that its pages can be mended while it is served. */
async function mendable(use: (site: SiteServer, mend: () => void) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'gov-site-inspector-site-'));
  cpSync(resolve('test/fixtures/site'), root, { recursive: true });
  const file = join(root, 'www.shili.gov.cn/zhenggai/index.html');
  const site = await serveSite(root);
  try {
    await use(site, () =>
      writeFileSync(file, readFileSync(file, 'utf8').replace('opening-gone.svg', '../tupian/late.svg')),
    );
  } finally {
    await site.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** The panel passes axe in both schemes, and fits into the narrowest dock. */
async function looksRight(page: Page, dock: Frame, name: string): Promise<void> {
  const shoot = async (what: string) => {
    if (process.env.GSI_SCREENSHOTS)
      await page.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/${name}-${what}.png` });
  };
  expect(await faultsOf(page, dock, name)).toEqual([]);
  await shoot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shoot('light');
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.mouse.move(width - 420, height / 2);
  await page.mouse.down();
  await page.mouse.move(width - 200, height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await (await dock.frameElement()).boundingBox())?.width).toBe(320);
  await expect.poll(() => overflowOf(dock)).toEqual([]);
  await shoot('320');
}

/** Presses 复查 on the item's screen and gives the panel in the tab that opens. */
async function recheck(browser: InspectedBrowser, workbench: Page): Promise<{ page: Page; dock: Frame }> {
  const before = browser.context.pages();
  await workbench.getByRole('button', { name: '复查', exact: true }).click();
  // A tab that an extension opens may be told late; it counts once it shows the problem's page.
  const opened = () => browser.context.pages().find((one) => !before.includes(one) && one.url() === PAGE);
  await expect.poll(() => opened() !== undefined, { timeout: 30_000 }).toBe(true);
  const page = opened();
  if (!page) throw new Error('复查没有打开网页');
  await page.waitForLoadState();
  // Without a granted host the click on the icon brings the panel, as the item's screen says.
  const dock = await openDock(browser, page);
  await expect(dock.getByRole('heading', { name: /^复查：/ })).toContainText(PROBLEM);
  return { page, dock };
}

const history = (page: Page) => page.getByRole('list', { name: '办理记录' });

test('a problem is noticed, answered, found again, mended and closed', async () => {
  test.setTimeout(180_000);
  await mendable(async (site, mend) => {
    const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
    const browser = await launchBrowser({ profile, hostMap: site.hostMap });
    browser.context.setDefaultTimeout(15_000);
    try {
      await test.step('the fault is found, accepted, pictured; the inspection is finished', async () => {
        const page = await browser.context.newPage();
        await page.goto(PAGE);
        const dock = await openDock(browser, page);
        await startInspection(dock, { inspector: '张检查' });
        await runChecks(dock);
        await dock.getByRole('tab', { name: '指标' }).click();
        await dock.getByLabel('筛选').selectOption({ label: '有建议' });
        const suggestion = dock.getByRole('group', { name: /机检建议：图片显示/ });
        await suggestion.getByRole('button', { name: '采纳', exact: true }).click();
        await expectSaved(dock);
        const row = dock.getByRole('group', { name: '图片不能正常显示。', exact: true });
        await dock.getByLabel('筛选').selectOption({ label: '全部' });
        await dock.getByLabel('搜索指标').fill('图片不能正常显示');
        await row.getByRole('button', { name: '取证', exact: true }).click();
        await expect(dock.getByRole('tab', { name: /取证 1/ })).toBeVisible();
        await dock.getByRole('button', { name: '更多操作' }).click();
        await dock.getByRole('menuitem', { name: '完成检查' }).click();
        await dock.getByRole('button', { name: '确认完成' }).click();
        await expect(dock.getByText('已完成，已锁定')).toBeVisible();
        await page.close();
      });

      const workbench = await openWorkbench(browser, '#/rectification');
      const runsBefore = await test.step('its problems become items, once', async () => {
        await expect(workbench.getByText('还没有整改事项')).toBeVisible();
        await workbench.getByRole('button', { name: /生成“.*”的整改事项/ }).click();
        await expect(workbench.getByRole('status').filter({ hasText: '新列入整改 1 项' })).toBeVisible();
        await workbench.getByRole('button', { name: /生成“.*”的整改事项/ }).click();
        await expect(
          workbench.getByRole('status').filter({ hasText: '新列入整改 0 项，已有 1 项' }),
        ).toBeVisible();
        await expect(workbench.getByRole('link', { name: PROBLEM })).toBeVisible();
        return storedRuns(workbench);
      });

      await test.step('notified in bulk with a due day, answered with a file', async () => {
        await workbench.getByRole('checkbox', { name: '全选所列事项' }).check();
        await workbench.getByRole('button', { name: '登记为已通知' }).click();
        const notice = workbench.getByRole('dialog', { name: /登记为已通知/ });
        await notice.getByLabel('整改期限').fill('2020-01-31');
        await notice.getByLabel('通知方式或文号').fill('市办函〔2026〕1号');
        await notice.getByRole('button', { name: '登记通知' }).click();
        await expect(workbench.getByRole('row', { name: PROBLEM })).toContainText('逾期');
        await workbench.getByRole('link', { name: PROBLEM }).click();
        await workbench.getByRole('button', { name: '登记单位反馈' }).click();
        const answer = workbench.getByRole('dialog', { name: /登记单位反馈/ });
        await answer.getByLabel('反馈内容').fill('已更换图片');
        const [chooser] = await Promise.all([
          workbench.waitForEvent('filechooser'),
          answer.getByRole('button', { name: '附件' }).click(),
        ]);
        const buffer = Buffer.from('已改');
        await chooser.setFiles({ name: '整改说明.txt', mimeType: 'text/plain', buffer });
        await answer.getByRole('button', { name: '登记反馈' }).click();
        await expect(history(workbench)).toContainText('已反馈：已更换图片');
        const file = await downloadOf(workbench, () =>
          workbench.getByRole('button', { name: '下载：整改说明.txt' }).click(),
        );
        expect(Buffer.from(file.bytes).toString('utf8')).toBe('已改');
      });

      await test.step('before mending it is found again', async () => {
        const { page, dock } = await recheck(browser, workbench);
        await expect(dock.getByRole('status', { name: '复查结果' })).toContainText('再次发现同一问题', {
          timeout: 60_000,
        });
        await expect(dock.getByRole('img', { name: '原截图' })).toBeVisible();
        await expect(dock.getByRole('img', { name: '复查截图' })).toBeVisible();
        await looksRight(page, dock, '复查');
        await dock.getByLabel('说明').fill('图片仍打不开');
        await dock.getByRole('button', { name: '重新整改' }).click();
        await expect(dock.getByRole('status', { name: '复查结果' })).toContainText('已记录：重新整改');
        await dock.getByRole('button', { name: '结束复查' }).click();
        await expect(
          dock
            .getByText('继续检查')
            .or(dock.getByRole('button', { name: '一键检查' }))
            .first(),
        ).toBeVisible();
        await page.close();
        await workbench.bringToFront();
        await expect(history(workbench)).toContainText('已复查（建议：重新整改）');
        await expect(history(workbench)).toContainText('重新整改：图片仍打不开');
      });

      await test.step('after mending it is gone, and closed', async () => {
        mend();
        const { page, dock } = await recheck(browser, workbench);
        await expect(dock.getByRole('status', { name: '复查结果' })).toContainText('未再发现同一问题', {
          timeout: 60_000,
        });
        await dock.getByRole('button', { name: '同意销号' }).click();
        await expect(dock.getByRole('status', { name: '复查结果' })).toContainText('已记录：销号');
        await page.close();
        await workbench.bringToFront();
        await expect(history(workbench)).toContainText('已销号：复查合格，同意销号');
        await expect(workbench.getByRole('img', { name: '复查截图' })).toBeVisible();
        await expect(workbench.getByRole('button', { name: '复查', exact: true })).toHaveCount(0);
      });

      await test.step('the finished inspection was not touched; the board and its export say what happened', async () => {
        expect(await storedRuns(workbench)).toEqual(runsBefore);
        await workbench.getByRole('link', { name: '整改', exact: true }).click();
        await expect(workbench.getByRole('table', { name: '按单位汇总' })).toContainText('100.00%');
        const { bytes } = await downloadOf(workbench, () =>
          workbench.getByRole('button', { name: '导出所列事项' }).click(),
        );
        const book = new ExcelJS.Workbook();
        await book.xlsx.load(Buffer.from(bytes) as never);
        const row = book.getWorksheet('整改事项')?.getRow(3);
        expect(String(row?.getCell(5).value)).toMatch(PROBLEM);
        expect(row?.getCell(7).value).toBe('已销号');
        expect(String(row?.getCell(10).value)).toContain('图片仍打不开');
      });

      await test.step('the next round shows what was promised, and whether it is seen again', async () => {
        const [first] = await ask(workbench, 'listRounds', {});
        const plan = { name: '下一轮次', sets: [], previousId: first?.id ?? '' };
        const next = await ask(workbench, 'createRound', { plan, by: '汇总人' });
        const page = await browser.context.newPage();
        await page.goto(PAGE);
        const dock = await openDock(browser, page);
        await startInspection(dock, { inspector: '张检查' });
        const sessions = await ask(workbench, 'listSessions', {});
        const session = sessions.find(({ round }) => round.id === next.id)?.session;
        await workbench.bringToFront();
        await workbench.goto(workbench.url().replace(/#.*/, `#/sessions/${session?.id}/promised`));
        const promised = workbench
          .getByRole('table', { name: '上轮整改' })
          .getByRole('row', { name: PROBLEM });
        await expect(promised).toContainText('已销号');
        await expect(promised).toContainText('2020-01-31');
        await expect(promised).toContainText('已更换图片');
        await expect(promised).toContainText('本次尚未查到');
        await page.bringToFront();
        await runChecks(dock);
        await workbench.bringToFront();
        await expect(promised).toContainText('本次未再发现');
      });
    } finally {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
});

/** Runs and sessions as the database holds them. */
function storedRuns(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const open = indexedDB.open('gov-site-inspector');
    const db = await new Promise<IDBDatabase>((done, fail) => {
      open.onsuccess = () => done(open.result);
      open.onerror = () => fail(open.error);
    });
    const all = (table: string) =>
      new Promise((done, fail) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const text = JSON.stringify([await all('runs'), await all('sessions'), await all('linkStatuses')]);
    db.close();
    return text;
  });
}
