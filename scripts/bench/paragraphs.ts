// A page of nothing but paragraphs, the worst case for axe-core: does the one-click check end, and does the page stay alive?
import type { InspectedBrowser } from '../driver/browser';
import { exportFile, openDock, runChecks, startInspection } from '../driver/dock';
import { longestTask } from './longest-task';
import { watchPage } from './watch-page';

const PARAGRAPHS = 20_000;
const PAGE = `http://www.shili.gov.cn/generated/paragraphs?count=${PARAGRAPHS}`;

export async function benchParagraphs(browser: InspectedBrowser) {
  const page = await browser.context.newPage();
  await page.goto(PAGE);
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '测速' });
  const { result, longestTaskMs } = await longestTask(page, () => watchPage(page, () => runChecks(dock)));
  const { ms, cpuMs, longestWaitMs } = result;
  const inspection = JSON.parse((await exportFile(page, dock, 'JSON')).toString('utf8')) as {
    checks: { id: string; outcome: string; ms: number }[];
    skipped: { what: string; why: string }[];
  };
  await page.close();
  return {
    paragraphs: PARAGRAPHS,
    ms,
    cpuMs,
    longestWaitMs,
    longestTaskMs,
    checksMs: Object.fromEntries(inspection.checks.map((check) => [check.id, check.ms])),
    failedChecks: inspection.checks.filter(({ outcome }) => outcome === 'error').map(({ id }) => id),
    skipped: inspection.skipped.map(({ what, why }) => `${what}：${why}`),
  };
}
