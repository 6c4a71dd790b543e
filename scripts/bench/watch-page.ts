// Watches a page's main thread during some work: how long it was held, and how much of its time the work took.
import type { Page } from '@playwright/test';

export interface Watched {
  ms: number;
  /**
   * Longest task as the browser reports it, 0 when none lasted 50 ms. Good for a page's own work; of scripts put into a page
   * from outside it misses most (seen in Chromium 156), so it says nothing of a check.
   */
  longestTaskMs: number;
  /** Longest time in which a timer of the page had to wait: several tasks in a row count, too. */
  longestWaitMs: number;
  /** Time that the main thread spent on tasks, by its own clock: it does not count waiting for a core. */
  cpuMs: number;
}

/** Runs `work` while a message hops on the page's main thread all the time. Page and work in one run, nothing else. */
export async function watchPage(page: Page, work: () => Promise<void>): Promise<Watched> {
  await page.evaluate(() => {
    const watch = { longest: 0, task: 0, on: true };
    Object.assign(globalThis, { __watch: watch });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.task = Math.max(watch.task, duration);
    }).observe({ type: 'longtask' });
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
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const cpuBefore = await taskMs();
  const started = Date.now();
  await work();
  const ms = Date.now() - started;
  const cpuMs = Math.round((await taskMs()) - cpuBefore);
  const { longest, task } = await page.evaluate(async () => {
    const { __watch } = globalThis as unknown as {
      __watch: { longest: number; task: number; on: boolean };
    };
    // The browser reports a long task a moment after it.
    await new Promise((resolve) => setTimeout(resolve, 100));
    __watch.on = false;
    return __watch;
  });
  await cdp.detach();
  return { ms, longestTaskMs: Math.round(task), longestWaitMs: Math.round(longest), cpuMs };
}
