// Pictures end to end: lazy ones served late, refused and missing ones, carousel turns, counters, alt texts.

import type { Frame, Locator } from '@playwright/test';
import { openDock, runChecks, startInspection } from '@/scripts/driver/dock';
import { grantHosts } from '@/scripts/driver/grant';
import { expect, HOME, test } from './inspected';

/** The list of findings, narrowed to one check: only what is near the visible part is drawn. */
async function findingsOf(dock: Frame, check: string): Promise<Locator> {
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('检查项').selectOption(check);
  return dock.getByRole('region', { name: '发现' });
}

test('judges lazy pictures after a scroll that returns, and tells turns and counters apart', async ({
  stage,
}) => {
  const { page, dock } = await stage.begin('tupian/');
  await page.evaluate(() => scrollTo(0, 321));
  await runChecks(dock);
  expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 321]);
  expect(await page.evaluate(() => document.querySelector('.list')?.scrollTop)).toBe(0);
  const findings = await findingsOf(dock, '图片显示');
  for (const name of ['lazy-gone.svg', 'script-gone.svg', 'inner-gone.svg', 'refused.svg'])
    await expect(findings.getByText(new RegExp(`“${name}”：.*(404|403)`))).toBeVisible();
  await expect(findings.getByText(/“turn-gone.svg”：.*在轮播中/)).toBeVisible();
  await expect(findings.getByText(/“counter-gone.gif”：.*访问统计/)).toBeVisible();
  await expect(findings.getByText(/late.svg|“script.svg/)).toHaveCount(0);
  // Of another host without access only the failure is known.
  await expect(findings.getByText(/“locked.svg”：图片未能加载/)).toBeVisible();
  const texts = await findingsOf(dock, '图片替代文字');
  await expect(texts.getByText(/替代文字是文件名“微信图片_20240506.jpg”/)).toBeVisible();
});

test('names the true status of another host once it is granted', async ({ stage, site }) => {
  await stage.inspect('tupian/');
  const { extensionId } = stage.browser;
  await stage.browser.close();
  grantHosts(stage.profile, extensionId, ['http://*.shili.gov.cn/*', 'https://*.shili.gov.cn/*']);
  const browser = await stage.relaunch();
  const page = await browser.context.newPage();
  await page.goto(`${HOME}tupian/`);
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '张检查' });
  site.requests.length = 0;
  await runChecks(dock);
  const findings = await findingsOf(dock, '图片显示');
  await expect(findings.getByText(/“locked.svg”：服务器答复 500/)).toBeVisible();
  // Nothing but pictures of this page was asked for.
  expect(site.requests.filter((path) => !/\.(svg|gif|ico)$/.test(path))).toEqual([]);
});
