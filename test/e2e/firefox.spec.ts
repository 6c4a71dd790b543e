// The Firefox build in a real Firefox: the icon, the sidebar, the checks, access to hosts.
import { launchFirefox } from '@/scripts/driver/firefox';
// @ts-expect-error: plain JavaScript, because it runs before any package is installed.
import { findFirefox } from '@/scripts/find-browser.mjs';
import { expect, HOME, test } from './inspected';

const FIREFOX: string | undefined = findFirefox();
const PAGE = `${HOME}tupian/liulanqi.html`;
const NEXT_PAGE = `${HOME}sitemap.html`;

test('Firefox: the icon opens the panel in the sidebar, the page is checked there', async ({ site }) => {
  test.skip(!FIREFOX, '没有找到 Firefox');
  test.setTimeout(240_000);
  const firefox = await launchFirefox(FIREFOX ?? '', site);
  try {
    const { panel } = firefox;
    const [page] = await firefox.browser.pages();
    if (!page) throw new Error('Firefox 没有打开标签页');
    await test.step('one click on the icon gives access to this page', async () => {
      await page.goto(PAGE);
      await firefox.clickIcon(page);
      await panel.fill('检查员', '李检查');
      await panel.click('开始检查');
      await panel.click('一键检查');
      await panel.waitFor('取消检查', 'gone', 120_000);
      await expect.poll(() => panel.text(), { timeout: 60_000 }).toMatch(/检查本页：问题 \d+ 处/);
      expect(await panel.text()).not.toMatch(/出错|没有完成/);
    });
    await test.step('a finding is shown on the page, and a picture taken', async () => {
      await panel.click('发现');
      await panel.fill('搜索发现', 'zhipei');
      await panel.click('图片“zhipei.svg”：服务器答复 403');
      await expect
        .poll(() => page.evaluate(() => document.querySelectorAll('[data-gov-site-inspector]').length))
        .toBeGreaterThan(0);
      await panel.click('取证');
      await panel.click('截取可见区域');
      await panel.waitFor('编辑图 1');
    });
    await test.step('another page of the site needs a click, and none once the site is allowed', async () => {
      await page.goto(NEXT_PAGE);
      await expect.poll(() => panel.text()).toContain('请点一次工具栏上的检查台图标');
      await firefox.grantHosts(['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*']);
      await page.goto(NEXT_PAGE);
      await panel.click('一键检查');
      await panel.waitFor('取消检查', 'gone', 120_000);
    });
  } finally {
    await firefox.close();
  }
});
