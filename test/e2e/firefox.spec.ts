// The Firefox build in a real Firefox: the icon, the sidebar, the checks, access to hosts; its inspection handed over to Chromium; the workbench.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page as FirefoxPage } from 'puppeteer-core';
import { runChecks } from '@/scripts/driver/dock';
import { type InspectedFirefox, launchFirefox } from '@/scripts/driver/firefox';
// @ts-expect-error: plain JavaScript, because it runs before any package is installed.
import { findFirefox } from '@/scripts/find-browser.mjs';
import { test as base, expect, HOME } from './inspected';
import { registerRows, workbookOf } from './register-book';
import { type ChosenFile, chooseFile, openWorkbench } from './workbench-page';

const FIREFOX: string | undefined = findFirefox();
const PAGE = `${HOME}tupian/liulanqi.html`;
const NEXT_PAGE = `${HOME}sitemap.html`;

const test = base.extend<{ firefox: InspectedFirefox }>({
  firefox: async ({ site }, use) => {
    const firefox = await launchFirefox(FIREFOX ?? '', site);
    await use(firefox);
    await firefox.close();
  },
});
test.skip(!FIREFOX, '没有找到 Firefox');
test.setTimeout(240_000);

/** The page inspected in the sidebar, with one click of the check. */
async function inspectInFirefox({ browser, panel, clickIcon }: InspectedFirefox): Promise<FirefoxPage> {
  const [page] = await browser.pages();
  if (!page) throw new Error('Firefox 没有打开标签页');
  await page.goto(PAGE);
  await clickIcon(page);
  await panel.fill('检查员', '李检查');
  await panel.click('开始检查');
  await panel.click('一键检查');
  await panel.waitFor('取消检查', 'gone', 120_000);
  await expect.poll(() => panel.text(), { timeout: 60_000 }).toMatch(/检查本页：问题 \d+ 处/);
  return page;
}

test('Firefox: the icon opens the panel in the sidebar, the page is checked there', async ({ firefox }) => {
  const { panel } = firefox;
  const page = await test.step('one click on the icon gives access to this page', async () => {
    const inspected = await inspectInFirefox(firefox);
    expect(await panel.text()).not.toMatch(/出错|没有完成/);
    return inspected;
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
});

/** The one file that lands in the downloads next, whole. */
async function downloaded({ downloads }: InspectedFirefox, act: () => Promise<void>): Promise<ChosenFile> {
  const before = readdirSync(downloads);
  await act();
  const fresh = () => readdirSync(downloads).filter((name) => !before.includes(name));
  await expect.poll(() => fresh().length === 1 && !fresh().some((name) => name.endsWith('.part'))).toBe(true);
  const [name = ''] = fresh();
  return { name, bytes: readFileSync(join(downloads, name)) };
}

test('an inspection made in Firefox is handed over, and Chromium says which pictures only one of the two shows', async ({
  firefox,
  stage,
}) => {
  await inspectInFirefox(firefox);
  await firefox.panel.click('指标');
  await firefox.panel.tick('泄露国家秘密。', '合格');
  const there = await firefox.openWorkbench();
  await press(there, 'link', '示例市人民政府');
  await press(there, 'button', '导出');
  const file = await downloaded(firefox, () => press(there, 'menuitem', '交接文件（含取证图片）'));
  expect(file.name).toMatch(/检查交接.*\.jsonl\.gz$/);

  const { dock } = await stage.begin('tupian/liulanqi.html');
  await runChecks(dock);
  const workbench = await openWorkbench(stage.browser, '#/merge');
  await chooseFile(workbench, '选择交接文件', file);
  await workbench.getByRole('button', { name: '合并', exact: true }).click();
  await expect(workbench.getByText('合并完成：新增 1 次')).toBeVisible();
  await workbench.getByRole('link', { name: '检查', exact: true }).click();
  const row = (inspector: string) => workbench.getByRole('row').filter({ hasText: inspector });
  await row('李检查').getByRole('link', { name: '示例市人民政府' }).click();
  await expect(row('泄露国家秘密。').first()).toContainText('合格');
  await workbench.getByRole('link', { name: '检查', exact: true }).click();
  await row('张检查').getByRole('link', { name: '示例市人民政府' }).click();
  await workbench.getByRole('tab', { name: '浏览器对比' }).click();
  await workbench.getByRole('combobox', { name: '对比的检查' }).click();
  await workbench.getByRole('option', { name: /李检查/ }).click();
  await expect(workbench.getByRole('status').filter({ hasText: '两份检查共有' })).toHaveText(
    /^Chrome \d+ 与 Firefox \d+：两份检查共有 1 个页面，发现 2 处不同。$/,
  );
  const differences = workbench.getByRole('table', { name: '两种浏览器显示不同之处' });
  for (const [picture, why] of [
    ['huizhang.jxl', '图片为 JPEG XL 格式，不是所有浏览器都能显示'],
    ['zhipei.svg', '服务器对该浏览器返回 403'],
  ] as const)
    await expect(differences.getByRole('row').filter({ hasText: picture }).getByRole('cell')).toHaveText([
      /浏览器对比示例/,
      `图片 ${HOME}tupian/${picture}`,
      /^Chrome \d+$/,
      /^Firefox \d+$/,
      why,
    ]);
  if (process.env.GSI_SCREENSHOTS)
    await workbench.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/compare.png` });
});

test('the workbench in Firefox: a register comes in, a round is made of it, every screen opens without a complaint', async ({
  firefox,
}) => {
  const page = await firefox.openWorkbench('#/register');
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${String(error)}`));
  const shown = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '');
  const look = async (name: string) => {
    if (process.env.GSI_SCREENSHOTS)
      await page.screenshot({ path: `${process.env.GSI_SCREENSHOTS}/firefox-${name}.png` });
  };

  await test.step('the register', async () => {
    await expect.poll(shown).toContain('台账中还没有检查对象');
    const file = join(firefox.downloads, '台账.xlsx');
    writeFileSync(file, await workbookOf(registerRows().slice(0, 80)));
    const field = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await field.uploadFile(file);
    await press(page, 'button', '导入');
    await expect.poll(shown).toContain('共 80 个检查对象');
    await look('台账');
  });
  await test.step('a round', async () => {
    await press(page, 'link', '轮次');
    await press(page, 'button', '新建轮次');
    await press(page, 'button', '建立轮次');
    await expect.poll(shown).toMatch(/\d{4}年第[一二三四]季度[\s\S]*进行中/);
    await press(page, 'tab', '检查对象（80）');
    await expect.poll(shown).toContain('共 80 个检查对象');
    await look('轮次');
  });
  await test.step('an inspection', async () => {
    await inspectInFirefox(firefox);
    await page.bringToFront();
  });
  const settled = async (name: string) => {
    await expect.poll(shown, name).not.toMatch(/正在读取/);
    expect(await shown(), name).not.toMatch(/读取失败|页面无法显示|还没有检查轮次/);
  };
  await test.step('the screens', async () => {
    for (const name of SCREENS) {
      await press(page, 'link', name);
      await settled(name);
      await look(name);
    }
  });
  await test.step('the parts of the inspection', async () => {
    await press(page, 'link', '检查');
    await press(page, 'link', '示例市人民政府');
    for (const name of ['问题清单（0）', '自动检查（1）', '栏目', '浏览器对比', '取证（0）', '操作记录']) {
      await press(page, 'tab', name);
      await settled(name);
      await look(name);
    }
  });
  await test.step('dark and narrow, nothing runs out of sight sideways', async () => {
    await press(page, 'link', '设置');
    await page.locator('::-p-text(深色)').click();
    await page.setViewport({ width: 320, height: 900 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.mantineColorScheme))
      .toBe('dark');
    for (const name of SCREENS) {
      await press(page, 'link', name);
      await settled(name);
      const wide = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(wide, name).toBe(0);
      await look(`${name}-320`);
    }
  });
  expect(complaints).toEqual([]);
});

/** The names in the navigation. */
const SCREENS = [
  '检查',
  '轮次',
  '新媒体',
  '统计',
  '整改',
  '通报与文书',
  '找错留言',
  '台账',
  '合并',
  '指标体系',
  '设置',
];

/** Presses what a person sees under that role and name, once it is there. */
async function press(page: FirefoxPage, role: string, name: string): Promise<void> {
  await page.locator(`::-p-aria([role="${role}"][name="${name}"])`).setTimeout(20_000).click();
}
