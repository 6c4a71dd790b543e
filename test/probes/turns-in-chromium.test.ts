// What the turns promise in a real browser: the page comes between two slices, however many probes run, and cannot starve them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraphsPage } from '@/scripts/bench-pages';
import { hasChromium, launchProbeBrowser, type ProbeBrowser, type ShownPage } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/';
const NAMES = ['identity', 'links', 'lists', 'text', 'interaction', 'interpretation', 'barriers', 'entries'];

describe.skipIf(!hasChromium)('turns in Chromium (skipped where no Chromium is installed)', () => {
  let browser: ProbeBrowser;

  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  const show = (body: string) =>
    browser.show(PAGE, { [PAGE]: { body: `<!doctype html><meta charset=utf-8>${body}`, type: 'text/html' } });
  /** Runs the probes side by side; gives the number of those that answered. */
  const gatherAll = (shown: ShownPage) =>
    shown.evaluate<number>(
      `Promise.all(${JSON.stringify(NAMES)}.map((name) => __gsiGather(name, 60000))).then((all) => all.length)`,
    );

  it('lets the page’s timers that are due come before the next slice, however many probes run', async () => {
    const shown = await show(paragraphsPage(6_000));
    await shown.evaluate(`__gsiGather('links', 5000).then(() => {
      const seen = globalThis.seen = { slices: 0, late: 0 };
      let ticked = performance.now();
      globalThis.timer = setInterval(() => { ticked = performance.now(); }, 4);
      const { rest } = __gsiTurns;
      __gsiTurns.rest = () => rest().then(() => {
        seen.slices += 1;
        // A slice lasts 16 ms: when the next one begins, a timer of 4 ms must have fired since.
        if (performance.now() - ticked > 12) seen.late += 1;
      });
    })`);
    expect(await gatherAll(shown)).toBe(NAMES.length);
    const seen = await shown.evaluate<{ slices: number; late: number }>('clearInterval(timer), seen');
    await shown.close();
    expect(seen.slices).toBeGreaterThan(20);
    // A busy computer may put off the timer itself now and then.
    expect(seen.late / seen.slices).toBeLessThan(0.2);
  }, 90_000);

  it('ends on a page that is never idle', async () => {
    const shown = await show('<p>新闻</p><a href="/a.html">一</a>');
    await shown.page.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        for (const end = performance.now() + 5; performance.now() < end; );
        port2.postMessage(null);
      };
      port2.postMessage(null);
    });
    expect(await gatherAll(shown)).toBe(NAMES.length);
    await shown.close();
  }, 90_000);
});
