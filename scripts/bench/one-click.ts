// The whole one-click check against bare axe-core, and against our accessibility check alone, on the same pages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { InspectedBrowser } from '../driver/browser';
import { exportFile, openDock, runChecks, startInspection } from '../driver/dock';
import { median, ratio } from './figures';
import { type Watched, watchPage } from './watch-page';

/** Elements on the page → how often each of the three is measured, in turn; the middle one counts. */
const SIZES: readonly (readonly [elements: number, times: number])[] = [
  [1_500, 5],
  [5_000, 5],
  [15_000, 3],
];
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
    const all: Watched[] = [];
    let checks: Record<string, number> = {};
    for (let time = 0; time < times; time++) {
      bare.push(await inFreshPage(browser, elements, watchBareAxe));
      alone.push(
        await inDock(browser, elements, (page, dock) => watchPage(page, () => accessibilityAlone(dock))),
      );
      all.push(
        await inDock(browser, elements, async (page, dock) => {
          const watched = await watchPage(page, () => runChecks(dock));
          const inspection = JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')) as {
            checks: { id: string; ms: number }[];
          };
          checks = Object.fromEntries(inspection.checks.map(({ id, ms }) => [id, ms]));
          return watched;
        }),
      );
    }
    const [bareAxe, accessibilityAloneRow, oneClick] = [bare, alone, all].map(middle) as [
      Middle,
      Middle,
      Middle,
    ];
    rows.push({
      elements,
      times,
      bareAxe,
      accessibilityAlone: accessibilityAloneRow,
      oneClick,
      checksMs: checks,
      oneClickToBareAxe: { ms: ratio(oneClick.ms, bareAxe.ms), cpu: ratio(oneClick.cpuMs, bareAxe.cpuMs) },
      accessibilityToBareAxe: {
        ms: ratio(accessibilityAloneRow.ms, bareAxe.ms),
        cpu: ratio(accessibilityAloneRow.cpuMs, bareAxe.cpuMs),
      },
      ownChecksToAccessibility: {
        ms: ratio(oneClick.ms - accessibilityAloneRow.ms, accessibilityAloneRow.ms),
        cpu: ratio(oneClick.cpuMs - accessibilityAloneRow.cpuMs, accessibilityAloneRow.cpuMs),
      },
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
    return work(page, dock);
  });
}

/** Loading axe-core counts on both sides: whoever checks a page has to load it. */
function watchBareAxe(page: Page): Promise<Watched> {
  return watchPage(page, async () => {
    await page.evaluate(AXE);
    await page.evaluate(async (tags) => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<unknown> } };
      await axe.run({ runOnly: tags, resultTypes: ['violations', 'incomplete'] });
    }, TAGS);
  });
}

/** The built scripts of the accessibility check and nothing else, injected by the extension itself. */
async function accessibilityAlone(dock: Frame): Promise<void> {
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await dock.evaluate('globalThis.__name = (named) => named');
  await dock.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { getCurrent(): Promise<{ id: number }> };
        scripting: { executeScript(what: object): Promise<unknown> };
      };
    };
    const target = { tabId: (await chrome.tabs.getCurrent()).id, allFrames: true };
    for (const file of ['/axe.js', '/accessibility.js'])
      await chrome.scripting.executeScript({ target, files: [file], injectImmediately: true });
    await chrome.scripting.executeScript({
      target,
      func: async () => {
        const { __gsiAccessibility, __gsiToJson } = globalThis as unknown as {
          __gsiAccessibility(ms: number): Promise<{ facts: unknown }>;
          __gsiToJson(facts: unknown): Promise<string>;
        };
        return __gsiToJson((await __gsiAccessibility(120_000)).facts);
      },
      injectImmediately: true,
    });
  });
}
