// `npm run bench`: how fast the extension is, as ratios within one run; JSON on standard output and in out/bench.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import type { Inspection } from '@/lib/model/inspection';
import { type InspectedBrowser, launchBrowser } from './driver/browser';
import { dockOf, exportFile, openDock, runChecks, startInspection } from './driver/dock';
import { type SiteServer, serveSite } from './driver/site-server';

const SIZES = [1_500, 5_000, 15_000];
const TICKS = 100;
const OPENINGS = 10;
/** The rules that the accessibility check runs. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PORTAL = 'http://www.shili.gov.cn/generated/portal?elements=';

interface Watched {
  ms: number;
  longestBlockMs: number;
}

async function main(): Promise<void> {
  const site = await serveSite();
  const browser = await launchBrowser({ hostMap: site.hostMap });
  const result = {
    machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.versions.node },
    oneClick: await benchOneClick(browser),
    dockOpen: await benchDockOpen(browser),
    tick: await benchTick(browser),
    uninspectedPage: await benchUninspected(browser, site),
  };
  await browser.close();
  await site.close();
  const text = `${JSON.stringify(result, null, 2)}\n`;
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', text);
  process.stdout.write(text);
}

/** The whole one-click check against bare axe-core with the same rules, on the same page. */
async function benchOneClick(browser: InspectedBrowser) {
  const rows = [];
  for (const elements of SIZES) {
    process.stderr.write(`▶ 一键检查，${elements} 个元素 …\n`);
    const bare = await inFreshPage(browser, elements, (page) => watchBareAxe(page));
    const ours = await inFreshPage(browser, elements, async (page) => {
      const dock = await openDock(browser, page);
      await startInspection(dock, { inspector: '测速' });
      const watched = await watchPage(page, () => runChecks(dock));
      const { durationMs, checks } = JSON.parse(
        (await exportFile(page, dock, 'JSON')).toString('utf8'),
      ) as Inspection;
      return {
        oneClick: { ms: durationMs, longestBlockMs: watched.longestBlockMs },
        accessibilityMs: checks.find(({ id }) => id === 'accessibility')?.ms ?? 0,
        checks: Object.fromEntries(checks.map(({ id, ms }) => [id, ms])),
      };
    });
    rows.push({
      elements,
      bareAxe: bare,
      ...ours,
      ratioToBareAxe: ratio(ours.oneClick.ms, bare.ms),
      ownChecksShare: ratio(ours.oneClick.ms - ours.accessibilityMs, ours.accessibilityMs),
    });
  }
  return rows;
}

async function inFreshPage<T>(
  browser: InspectedBrowser,
  elements: number,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.context.newPage();
  await page.goto(`${PORTAL}${elements}`);
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

async function watchBareAxe(page: Page): Promise<Watched> {
  await page.evaluate(AXE);
  let ms = 0;
  const watched = await watchPage(page, async () => {
    ms = await page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } };
      const started = performance.now();
      await axe.run({ runOnly: tags, resultTypes: ['violations', 'incomplete'] });
      return performance.now() - started;
    }, TAGS);
  });
  return { ms: Math.round(ms), longestBlockMs: watched.longestBlockMs };
}

/** Longest time in which the page's main thread answered nothing, from a message that hops all the time. */
async function watchPage(page: Page, work: () => Promise<void>): Promise<Watched> {
  await page.evaluate(() => {
    const watch = { longest: 0, on: true };
    Object.assign(globalThis, { __watch: watch });
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - last);
      last = now;
      if (watch.on) setTimeout(() => port2.postMessage(null), 4);
    };
    port2.postMessage(null);
  });
  const started = Date.now();
  await work();
  const ms = Date.now() - started;
  const longest = await page.evaluate(() => {
    const { __watch } = globalThis as unknown as { __watch: { longest: number; on: boolean } };
    __watch.on = false;
    return __watch.longest;
  });
  return { ms, longestBlockMs: Math.round(longest) };
}

/** From the click on the icon to a checklist that can be used, with an inspection under way. */
async function benchDockOpen(browser: InspectedBrowser) {
  process.stderr.write(`▶ 打开检查台 ${OPENINGS} 次 …\n`);
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await browser.context.newPage();
    await page.goto(`${PORTAL}1500`);
    // People click on a page that is there, not on one that is still being drawn.
    await page.waitForTimeout(1_000);
    const started = Date.now();
    await browser.clickIcon(page);
    const dock = await dockOf(page);
    await dock.getByRole('button', { name: '一键检查' }).waitFor();
    times.push(Date.now() - started);
    await page.close();
  }
  return summary(times);
}

/** From the key to the desk's answer, which comes after the write is durable; measured in the panel. */
async function benchTick(browser: InspectedBrowser) {
  process.stderr.write(`▶ 认定 ${TICKS} 次 …\n`);
  const page = await browser.context.newPage();
  await page.goto(`${PORTAL}1500`);
  const dock = await openDock(browser, page);
  await dock.getByRole('button', { name: '一键检查' }).waitFor();
  await dock.getByRole('radiogroup', { name: '认定' }).first().waitFor();
  await page.keyboard.press('j');
  await dock.waitForFunction(() => document.activeElement?.id.startsWith('criterion-'));
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await dock.evaluate('globalThis.__name = (named) => named');
  const times = await dock.evaluate(async (ticks) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome;
    const send = runtime.sendMessage.bind(runtime);
    let answered: () => void = () => undefined;
    runtime.sendMessage = async (message) => {
      const reply = await send(message);
      if (JSON.stringify(message).includes('setVerdicts')) answered();
      return reply;
    };
    const measured: number[] = [];
    for (let i = 0; i < ticks; i++) {
      const durable = new Promise<void>((resolve) => {
        answered = resolve;
      });
      const started = performance.now();
      const key = i % 2 === 0 ? '1' : '3';
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
      await durable;
      measured.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    runtime.sendMessage = send;
    return measured;
  }, TICKS);
  await page.close();
  return summary(times);
}

/** What a page carries of ours while nobody inspects it, though another tab is inspected. */
async function benchUninspected(browser: InspectedBrowser, site: SiteServer) {
  const page = await browser.context.newPage();
  await page.goto('http://zwfw.shili.gov.cn/');
  const bytes = await page.evaluate(
    () =>
      [...document.querySelectorAll('[data-gov-site-inspector]')].map((own) => own.outerHTML).join('').length,
  );
  const [worker] = browser.context.serviceWorkers();
  const registered = await worker?.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
    };
    return (await chrome.scripting.getRegisteredContentScripts()).length;
  });
  await page.close();
  return { bytes, registeredContentScripts: registered ?? 0, requestsServed: site.requests.length };
}

function summary(times: number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10;
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 1_000) / 1_000;
}

await main().catch((error: unknown) => {
  console.error(`✘ 没有完成：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  process.exit(1);
});
