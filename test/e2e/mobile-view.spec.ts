// The page as phones see it, end to end: the preview over the page, its findings and picture, and that nothing stays behind.
import type { Frame, Page } from '@playwright/test';
import type { InspectedBrowser } from '@/scripts/driver/browser';
import { dockOf, openDock, startInspection } from '@/scripts/driver/dock';
import { grantHosts } from '@/scripts/driver/grant';
import { expect, HOME, test } from './inspected';

async function check(dock: Frame): Promise<void> {
  await dock.getByRole('button', { name: '专项检查' }).click();
  await dock.getByRole('menuitem', { name: /检查手机视图/ }).click();
  // Shown from the click on; a check that is refused is over at once.
  await dock.getByRole('button', { name: '取消检查' }).waitFor({ state: 'detached', timeout: 60_000 });
}

/** The preview's frame of the site, found as a person would: by what it shows. */
function preview(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.parentFrame()?.url().includes('/mobile.html'));
}

/** Rules of this session, told by the service worker. */
async function rules(browser: InspectedBrowser): Promise<number> {
  const worker = browser.context.serviceWorkers()[0];
  if (!worker) throw new Error('no service worker');
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { declarativeNetRequest?: { getSessionRules(): Promise<unknown[]> } };
    };
    return (await chrome.declarativeNetRequest?.getSessionRules())?.length ?? 0;
  });
}

test('says that it needs access to the site', async ({ stage }) => {
  const { dock } = await stage.begin('mobile/');
  await check(dock);
  await expect(dock.getByText(/手机视图需要本网站的访问权/).first()).toBeVisible();
});

test('finds the broken table, keeps its picture, opens pages that refuse frames, and tidies up', async ({
  stage,
}) => {
  await stage.inspect('mobile/');
  const { extensionId } = stage.browser;
  await stage.browser.close();
  grantHosts(stage.profile, extensionId, ['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*']);
  const browser = await stage.relaunch();
  const page = await browser.context.newPage();
  await page.goto(`${HOME}mobile/`);
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '张检查' });
  await check(dock);
  await dock.getByRole('tab', { name: /发现/ }).click();
  const findings = dock.getByRole('region', { name: '发现' });
  await expect(findings.getByText(/需左右滑动才能看全；撑宽页面的是表格“收费项目/)).toBeVisible();
  await expect(findings.getByText(/个字小于 12 像素/)).toBeVisible();
  await dock.getByRole('tab', { name: '取证' }).click();
  const picture = dock.getByRole('img', { name: /手机视图：手机屏幕宽 375 像素/ });
  await expect(picture).toBeVisible();
  const shape = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.naturalWidth / image.naturalHeight;
  });
  expect(shape).toBeCloseTo(375 / 812, 1);
  expect(preview(page)).toBeUndefined();
  expect(await rules(browser)).toBe(0);

  // A page that forbids frames and breaks out of them, looked at from the menu.
  await page.goto(`${HOME}mobile/locked.html`);
  const again = await dockOf(page);
  await again.getByRole('button', { name: '更多操作' }).click();
  await again.getByRole('menuitem', { name: '手机视图' }).click();
  await expect.poll(() => preview(page)?.url()).toBe(`${HOME}mobile/locked.html`);
  await expect(preview(page)?.getByText('手机浏览器') ?? page.getByText('手机浏览器')).toBeVisible();
  expect(await preview(page)?.evaluate(() => innerWidth)).toBe(375);
  expect(page.url()).toBe(`${HOME}mobile/locked.html`);
  await expect(page.getByText('电脑浏览器')).toBeVisible();
  expect(await rules(browser)).toBe(1);
  await page.screenshot({ path: 'test-results/mobile-view.png' });
  await page.goto(`${HOME}mobile/old.html`);
  await expect.poll(() => rules(browser)).toBe(0);
});
