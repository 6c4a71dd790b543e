// A click on the icon never stays without an answer: where the dock cannot open, the extension says why in one sentence.
import type { Frame, Page } from '@playwright/test';
import { Inspection } from '@/lib/model/inspection';
import type { InspectedBrowser } from '@/scripts/driver/browser';
import { blockedReasons, exportFile, openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { expect, HOME, test } from './inspected';

const inspectionOf = async (page: Page, dock: Frame) =>
  Inspection.parse(JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')));

/** Whether the tab in front is still loading, as extensions are told. */
function tabStatus({ context }: InspectedBrowser): Promise<string | undefined> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('the extension has no service worker');
  return worker.evaluate(async () => {
    type Tabs = { query(what: object): Promise<{ status: string }[]> };
    const { chrome } = globalThis as unknown as { chrome: { tabs: Tabs } };
    const [tab] = await chrome.tabs.query({ active: true });
    return tab?.status;
  });
}

/** Goes where no page answers: told that the address failed or leads elsewhere, the browser's own page is still to come. */
async function arrive(browser: InspectedBrowser, page: Page, url: string): Promise<void> {
  await page.goto(url).catch(() => undefined);
  await expect.poll(() => tabStatus(browser)).toBe('complete');
}

const PAGES: [name: string, url: string, reason: string][] = [
  ['a page of the browser', 'chrome://extensions/', 'internal'],
  ['the new tab page', 'chrome://newtab/', 'internal'],
  ['the source of a page', `view-source:${HOME}zt/`, 'internal'],
  ['a file without access', `file://${process.cwd()}/docs/icon.svg`, 'internal'],
  ['an empty page', 'about:blank', 'internal'],
  ['a page in its address', 'data:text/html,<h1>x</h1>', 'internal'],
  ['an address with a password in it', HOME.replace('www', 'nei:bu@www'), 'internal'],
  ['a page that did not open', 'http://no-such-host.example.com/', 'refused'],
  ['a picture of its own', `${HOME}images/logo.svg`, 'not-html'],
  ['a page in a sandbox', `${HOME}hostile/sandbox.html`, 'sandboxed'],
];

for (const [name, url, reason] of PAGES) {
  test(`${name}: the click says why`, async ({ stage }) => {
    const { browser } = stage;
    const page = await browser.context.newPage();
    await arrive(browser, page, url);
    await browser.clickIcon(page);
    await expect.poll(() => blockedReasons(browser)).toContain(reason);
    expect(page.frames().some((frame) => frame.url().includes('sidepanel'))).toBe(false);
  });
}

test('a page whose server is slow to answer: the click says so, and opens the dock once it is there', async ({
  stage,
}) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  let answer = () => {};
  await page.route(HOME, async (route) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    await route.continue();
  });
  const opened = page.goto(HOME);
  await page.waitForRequest(HOME);
  await browser.clickIcon(page);
  await expect.poll(() => blockedReasons(browser)).toContain('loading');
  answer();
  await opened;
  await openDock(browser, page);
});

test('each reason is one paragraph, and offers the side panel where that helps', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  const sentences = new Set<string>();
  for (const reason of ['internal', 'loading', 'refused', 'resisted', 'inert', 'not-html', 'sandboxed']) {
    await page.goto('about:blank');
    await page.goto(`chrome-extension://${browser.extensionId}/blocked.html#${reason}`);
    await expect(page.locator('p:visible')).toHaveCount(1);
    sentences.add(await page.locator('p:visible').innerText());
    const helps = ['resisted', 'inert', 'sandboxed'].includes(reason);
    await expect(page.getByRole('button', { name: '在浏览器侧边栏里打开检查台' })).toHaveCount(helps ? 1 : 0);
  }
  expect(sentences.size).toBe(7);
});

test('a page whose second half is still to come: the dock stays, and the checks see all of it', async ({
  stage,
}) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await page.goto(`${HOME}places/long.html`, { waitUntil: 'commit' });
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '张检查' });
  await page.waitForLoadState('load');
  await runChecks(dock);
  expect((await inspectionOf(page, dock)).images.broken.map(({ src }) => src)).toEqual([
    `${HOME}images/gone-in-second-half.png`,
  ]);
  expect(page.frames().filter((frame) => frame.url().includes('sidepanel'))).toHaveLength(1);
});

test('a page that leads on at once is inspected where it led', async ({ stage }) => {
  const { page, dock } = await stage.begin('lianjie/moved.html');
  expect(page.url()).toBe(HOME);
  await expect(dock.getByRole('heading', { name: '示例市人民政府' })).toBeVisible();
});

test('a page that changes its address by itself: address and findings follow', async ({ stage }) => {
  const { page, dock } = await stage.begin();
  await runChecks(dock);
  await expect(dock.getByText('本页尚未检查')).toHaveCount(0);
  await page.evaluate(() => {
    history.pushState({}, '', '/single/second');
    document.title = '第二页';
    const image = document.createElement('img');
    image.src = '/images/gone-on-second.png';
    document.body.prepend(image);
  });
  await expect(dock.getByText('本页尚未检查')).toBeVisible();
  await runChecks(dock);
  const json = await inspectionOf(page, dock);
  expect(json.finalUrl).toBe(`${HOME}single/second`);
  expect(json.images.broken.map(({ src }) => src)).toContain(`${HOME}images/gone-on-second.png`);
});

test('a page behind a password is refused before, and inspected after the login', async ({ stage }) => {
  const { browser } = stage;
  const page = await browser.context.newPage();
  await arrive(browser, page, `${HOME}places/locked.html`);
  await browser.clickIcon(page);
  await expect.poll(() => blockedReasons(browser)).toContain('refused');
  await browser.context.setHTTPCredentials({ username: 'nei', password: 'bu' });
  await page.goto(`${HOME}places/locked.html`);
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '张检查' });
  await runChecks(dock);
  await expect(dock.getByRole('tab', { name: /发现 \d/ })).toBeVisible();
});

test('over a file the checklist opens, and every check says that it is no page', async ({ stage }) => {
  const { dock } = await stage.begin('lianjie/report.pdf');
  await runChecks(dock);
  const results = dock.getByRole('list', { name: '各项检查结果' });
  await expect(results.getByText(/未能完成/).first()).toBeVisible();
  await expect(results.getByText(/：(通过|有问题)/)).toHaveCount(0);
  await dock.getByRole('tab', { name: /发现/ }).click();
  await expect(dock.getByRole('group')).toHaveCount(0);
});
