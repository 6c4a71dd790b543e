// A real window with real keys: the browser's own keys and its permission dialog, which no protocol can press.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { type InspectedBrowser, launchBrowser } from '@/scripts/driver/browser';
import { dockOf, openDock, startInspection } from '@/scripts/driver/dock';
import { test as base, expect, HOME } from './inspected';
import { criterionRow, expectSaved, verdictOf } from './panel';
import { noDisplay, openDisplay, type XDisplay } from './x-display';

const test = base.extend<{ display: XDisplay; window: { browser: InspectedBrowser; page: Page } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the destructured form.
  display: async ({}, use) => {
    const display = await openDisplay();
    await use(display);
    display.close();
  },
  window: async ({ display, site }, use) => {
    const browser = await launchBrowser({ headless: false, display: display.name, hostMap: site.hostMap });
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(HOME);
    await use({ browser, page });
    await browser.close();
  },
});

test.skip(Boolean(noDisplay), noDisplay);
test.setTimeout(180_000);

const width = async (page: Page) =>
  (await page.locator('[data-gov-site-inspector="dock"]').boundingBox())?.width;

test('Alt+Shift+I opens, folds and unfolds the dock, Alt+Shift+J checks the page', async ({
  display,
  window: { page },
}) => {
  display.press('alt+shift+i');
  const dock = await dockOf(page);
  await startInspection(dock, { inspector: '张检查' });
  display.press('alt+shift+i');
  await expect.poll(() => width(page)).toBe(32);
  display.press('alt+shift+i');
  await expect.poll(() => width(page)).toBe(420);
  display.press('alt+shift+i');
  await expect.poll(() => width(page)).toBe(32);
  display.press('alt+shift+j');
  await expect.poll(() => width(page)).toBe(420);
  await expect(dock.getByRole('tab', { name: /发现 \d/ })).toBeVisible({ timeout: 60_000 });
  await dock.getByRole('button', { name: '帮助' }).click();
  const keys = dock.getByRole('table', { name: '快捷键' });
  await expect(keys.getByRole('row', { name: '打开或收起检查台' })).toContainText('Alt+Shift+I');
  await expect(keys.getByRole('row', { name: '在网页上直接一键检查' })).toContainText('Alt+Shift+J');
});

test('the browser asks for the site: refused, the panel goes on and says so; allowed, new tabs have the dock', async ({
  display,
  window: { browser, page },
}) => {
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '张检查' });
  const grant = dock.getByRole('button', { name: '允许在本网站各页面自动打开检查台' });
  await askAndAnswer(dock, display, ['Return']);
  await expect(dock.getByText('未授权，检查可照常进行')).toBeVisible();
  await verdictOf(criterionRow(dock, '泄露国家秘密。'), '合格').check();
  await expectSaved(dock);

  await expect(grant).toBeVisible();
  // The refusal has the focus; the next button allows.
  await askAndAnswer(dock, display, ['Tab', 'Return']);
  await expect(grant).toHaveCount(0);
  const [opened] = await Promise.all([
    browser.context.waitForEvent('page'),
    page.getByRole('link', { name: '政务公开', exact: true }).click({ modifiers: ['Control'] }),
  ]);
  const inNewTab = await dockOf(opened);
  await expect(verdictOf(criterionRow(inNewTab, '泄露国家秘密。'), '合格')).toBeChecked();
});

/** Asks again until the dialog has taken the keys: it appears a moment after the click, and nothing tells when. */
async function askAndAnswer(dock: Frame, display: XDisplay, keys: string[]): Promise<void> {
  await dock.getByRole('button', { name: '允许在本网站各页面自动打开检查台' }).click();
  await dock.waitForTimeout(2_000);
  for (const key of keys) display.press(key);
}

for (const end of ['its window is closed', 'Ctrl+C'] as const) {
  test(`npm start opens the dock over the sample site and ends tidily with ${end}`, async ({ display }) => {
    const temporary = mkdtempSync(join(tmpdir(), 'gsi-start-'));
    const command = start(display.name, temporary);
    await expect
      .poll(command.output, { timeout: 90_000 })
      .toContain('检查台已在 http://www.shili.gov.cn/ 上打开');
    expect(profilesIn(temporary)).toHaveLength(1);
    if (end === 'Ctrl+C') command.child.kill('SIGINT');
    else display.press('ctrl+shift+w');
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain('浏览器已关闭');
    expect(profilesIn(temporary)).toEqual([]);
    rmSync(temporary, { recursive: true, force: true });
  });
}

function profilesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder).filter((name) => name.startsWith('gov-site-inspector-'))
    : [];
}

function start(display: string, temporary: string) {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, DISPLAY: display, TMPDIR: temporary },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += String(chunk);
    });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, ended, output: () => text };
}
