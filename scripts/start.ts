// `npm start`: opens a browser with the extension over the sample site (or a given address), or shows the same headless.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { type InspectedBrowser, launchBrowser } from './driver/browser';
import { exportFile, openDock, runChecks, startInspection } from './driver/dock';
import { type SiteServer, serveSite } from './driver/site-server';

const SAMPLE = 'http://www.shili.gov.cn/';
const OUT = resolve('out');

async function main(): Promise<void> {
  const [given] = process.argv.slice(2);
  if (given && !/^https?:\/\//.test(given)) fail(`“${given}”不是完整的网址，请以 http:// 或 https:// 开头`);
  const hasDisplay =
    process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const site = given ? null : await serveSite();
  const browser = await launchBrowser({
    headless: !hasDisplay,
    ownSignals: hasDisplay,
    ...(site ? { hostMap: site.hostMap } : {}),
  });
  const ended = hasDisplay ? endOf(browser) : null;
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const url = given ?? SAMPLE;
  await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(async (error: Error) => {
    await browser.close();
    fail(`${url} 打不开（${/net::\w+/.exec(error.message)?.[0] ?? '原因不明'}），请核对网址和网络后重试`);
  });
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '示例检查员' });
  if (!ended) return showHeadless(browser, site, page, dock);
  console.log(`✔ 检查台已在 ${url} 上打开。点“一键检查”开始；关闭浏览器即结束。`);
  await ended;
  await browser.close();
  await site?.close();
  console.log('✔ 浏览器已关闭，示例网站已停止。');
}

/** Resolves when the person has closed the browser or its last window, or ends the command with Ctrl+C. */
function endOf({ context }: InspectedBrowser): Promise<void> {
  return new Promise((done) => {
    context.on('close', () => done());
    // On a Mac the browser outlives its last window. A tab that is replaced by another leaves none for a moment.
    const lookForWindows = () => setTimeout(() => context.pages().length === 0 && done(), 1_000);
    for (const page of context.pages()) page.on('close', lookForWindows);
    context.on('page', (page) => page.on('close', lookForWindows));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

/** The same inspection without a screen, kept as pictures and files. */
async function showHeadless(
  browser: InspectedBrowser,
  site: SiteServer | null,
  page: Page,
  dock: Frame,
): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const shoot = async (target: Page, name: string) => {
    await target.screenshot({ path: join(OUT, name) });
    console.log(`  ${join(OUT, name)}`);
  };
  console.log('没有显示器，改为无界面演示。文件：');
  // The list comes one paint after the button.
  await dock.getByLabel('检查指标').getByRole('radio').first().waitFor();
  await shoot(page, '1-dock.png');
  await runChecks(dock);
  await shoot(page, '2-checked.png');
  await dock.getByRole('tab', { name: /发现/ }).click();
  await dock.getByLabel('全部标记').click();
  await page.waitForTimeout(500);
  await shoot(page, '3-marks.png');
  await dock.getByRole('tab', { name: /指标/ }).click();
  await dock.getByRole('button', { name: /^采纳/ }).first().click();
  await dock.getByRole('status', { name: '保存状态' }).getByText('已保存').waitFor();
  await shoot(page, '4-verdict.png');
  for (const [format, file] of [
    ['XLSX', 'sheet.xlsx'],
    ['JSON', 'inspection.json'],
  ] as const) {
    writeFileSync(join(OUT, file), await exportFile(page, dock, format));
    console.log(`  ${join(OUT, file)}`);
  }
  const workbench = await browser.context.newPage();
  await workbench.goto(`chrome-extension://${browser.extensionId}/workbench.html`);
  await workbench.getByRole('link', { name: '示例市人民政府' }).click();
  await workbench.getByRole('heading', { name: '示例市人民政府' }).waitFor();
  await shoot(workbench, '5-workbench.png');
  await browser.close();
  await site?.close();
  console.log('✔ 完成。有显示器的电脑上运行 npm start 会直接打开浏览器。');
}

function fail(sentence: string): never {
  console.error(`✘ ${sentence}`);
  process.exit(1);
}

await main().catch((error: unknown) => {
  console.error(`✘ 没有完成：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  process.exit(1);
});
