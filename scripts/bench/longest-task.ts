// The longest single task of a page's main thread, from the browser's own trace: no script in the page can see its own.
import type { Page } from '@playwright/test';

const MARK = 'bench-main-thread';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
}

/** Does the work, and says how long the longest task of the page's main thread took meanwhile, in milliseconds. */
export async function longestTask<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ result: T; longestTaskMs: number }> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
  });
  // Tells which of the many threads in the trace is the page's.
  await page.evaluate((name) => performance.mark(name), MARK);
  const result = await work();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('测速没有在浏览器的记录里找到网页的主线程');
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => /RunTask$/.test(name) && ph === 'X' && pid === mark.pid && tid === mark.tid,
  );
  return { result, longestTaskMs: Math.round(Math.max(...tasks.map(({ dur }) => (dur ?? 0) / 1_000))) };
}
