// The whole one-click check, and its basic checks alone, against bare axe-core and our accessibility check, on the same pages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { InspectedBrowser } from '../driver/browser';
import { exportFile, openDock, startInspection } from '../driver/dock';
import { median, ratio } from './figures';
import { watchClick } from './watch-click';
import { type Watched, watchPage } from './watch-page';

/** Elements on the page → how often each of the three is measured, in turn; the middle one counts. */
const SIZES: readonly (readonly [elements: number, times: number])[] = [
  [1_500, 5],
  [5_000, 5],
  [15_000, 3],
];
/**
 * People look before they click; and while a page loads, and shortly after, the browser puts off collecting garbage, which
 * would favour whatever is measured first.
 */
const LOOK_MS = 1_500;
/** The rules that the accessibility check runs. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PORTAL = 'http://www.shili.gov.cn/generated/portal?elements=';

export async function benchOneClick(browser: InspectedBrowser) {
  const rows = [];
  for (const [elements, times] of SIZES) {
    process.stderr.write(`▶ 一键检查，${elements} 个元素 …\n`);
    const bare: Watched[] = [];
    const alone: Watched[] = [];
    const basic: Watched[] = [];
    const all: Watched[] = [];
    /** From the start of the run to the last check's result; storing and drawing come after it. */
    const judged: number[] = [];
    let checks: Record<string, number> = {};
    for (let time = 0; time < times; time++) {
      bare.push(await inFreshPage(browser, elements, watchBareAxe));
      alone.push(await inDock(browser, elements, (page, dock) => watchPage(page, () => inThePage(dock, []))));
      basic.push(
        await inDock(browser, elements, (page, dock) => watchPage(page, () => inThePage(dock, BASIC_PROBES))),
      );
      all.push(
        await inDock(browser, elements, async (page, dock) => {
          let ms = 0;
          const watched = await watchPage(page, async () => {
            ms = await watchClick(dock);
          });
          const inspection = JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')) as {
            durationMs: number;
            checks: { id: string; ms: number }[];
          };
          judged.push(inspection.durationMs);
          checks = Object.fromEntries(inspection.checks.map(({ id, ms }) => [id, ms]));
          return { ...watched, ms };
        }),
      );
    }
    const [bareAxe, accessibilityAlone, basicChecks, oneClick] = [bare, alone, basic, all].map(middle) as [
      Middle,
      Middle,
      Middle,
      Middle,
    ];
    const compared = (one: Middle, other: Middle) => ({
      ms: ratio(one.ms, other.ms),
      cpu: ratio(one.cpuMs, other.cpuMs),
    });
    rows.push({
      elements,
      times,
      bareAxe,
      accessibilityAlone,
      basicChecks,
      oneClick,
      checksMs: checks,
      allJudged: { ms: median(judged), toBareAxe: ratio(median(judged), bareAxe.ms) },
      accessibilityToBareAxe: compared(accessibilityAlone, bareAxe),
      basicChecksToBareAxe: compared(basicChecks, bareAxe),
      basicChecksToAccessibility: compared(basicChecks, accessibilityAlone),
      oneClickToBareAxe: compared(oneClick, bareAxe),
      oneClickToAccessibility: compared(oneClick, accessibilityAlone),
    });
  }
  return rows;
}

type Middle = Omit<Watched, 'longestTaskMs'>;

function middle(list: readonly Watched[]): Middle {
  const of = (key: keyof Middle) => median(list.map((one) => one[key]));
  return { ms: of('ms'), longestWaitMs: of('longestWaitMs'), cpuMs: of('cpuMs') };
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

function inDock<T>(
  browser: InspectedBrowser,
  elements: number,
  work: (page: Page, dock: Frame) => Promise<T>,
): Promise<T> {
  return inFreshPage(browser, elements, async (page) => {
    const dock = await openDock(browser, page);
    await startInspection(dock, { inspector: '测速' });
    await page.waitForTimeout(LOOK_MS);
    return work(page, dock);
  });
}

/** Loading axe-core counts on both sides: whoever checks a page has to load it. */
async function watchBareAxe(page: Page): Promise<Watched> {
  await page.waitForTimeout(LOOK_MS);
  return watchPage(page, async () => {
    await page.evaluate(AXE);
    await page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } };
      await axe.run({ runOnly: tags, resultTypes: ['violations', 'incomplete'] });
    }, TAGS);
  });
}

/** The probes of the checks that most pages are judged by, besides accessibility. */
const BASIC_PROBES = ['identity', 'images', 'links'];

/** The built scripts of the accessibility check, with these probes beside it and nothing else, injected by the extension itself. */
async function inThePage(dock: Frame, probes: readonly string[]): Promise<void> {
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await dock.evaluate('globalThis.__name = (named) => named');
  await dock.evaluate(async (names) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { getCurrent(): Promise<{ id: number }> };
        scripting: { executeScript(what: object): Promise<unknown> };
      };
    };
    const target = { tabId: (await chrome.tabs.getCurrent()).id, allFrames: true };
    for (const file of [...(names.length > 0 ? ['/probe.js'] : []), '/axe.js', '/accessibility.js'])
      await chrome.scripting.executeScript({ target, files: [file], injectImmediately: true });
    const gather = async (name: string) => {
      const { __gsiAccessibility, __gsiGather, __gsiToJson } = globalThis as unknown as {
        __gsiAccessibility(ms: number): Promise<{ facts: unknown }>;
        __gsiGather(name: string, ms: number): Promise<{ facts: unknown }>;
        __gsiToJson(facts: unknown): Promise<string>;
      };
      const answer = name === '' ? __gsiAccessibility(120_000) : __gsiGather(name, 20_000);
      return __gsiToJson((await answer).facts);
    };
    await Promise.all(
      ['', ...names].map((name) =>
        chrome.scripting.executeScript({ target, func: gather, args: [name], injectImmediately: true }),
      ),
    );
  }, probes);
}
