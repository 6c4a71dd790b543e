// How much memory a browser's processes hold while something runs, sampled from outside.
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from '@playwright/test';
import type { InspectedBrowser } from '../driver/browser';

/** Peaks in MB (10^6 bytes). Resident memory is null where the system has no /proc. */
export interface MemoryPeak {
  /** The page's JavaScript heap. */
  jsHeapMb: number;
  /** All processes that draw pages: the extension's one is by far the largest. */
  renderersRssMb: number | null;
  /** The browser's own process, which holds pictures on their way to the disk. */
  browserRssMb: number | null;
}

const EVERY_MS = 200;

export interface MemoryWatch {
  /** The page's JavaScript heap right after a full collection: what it truly holds, in MB. */
  live(): Promise<number>;
  stop(): Promise<MemoryPeak>;
}

/** Samples until `stop` is called, which answers with the peaks; those count what waits to be collected, too. */
export async function watchMemory(browser: InspectedBrowser, page: Page): Promise<MemoryWatch> {
  let going = true;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  page.once('close', () => {
    going = false;
  });
  const peak = { heap: 0, renderers: 0, browser: 0 };
  const sample = async () => {
    const { renderers, own } = await residentBytes(browser.cdp);
    peak.renderers = Math.max(peak.renderers, renderers);
    peak.browser = Math.max(peak.browser, own);
    peak.heap = Math.max(peak.heap, await heapBytes(session));
  };
  const loop = (async () => {
    while (going) {
      // The browser may be gone when what is measured has failed: that failure is to be told, not this one.
      await sample().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  const mb = (bytes: number) => Math.round(bytes / 1_000_000);
  return {
    async live() {
      await session.send('HeapProfiler.collectGarbage');
      return Math.round((await heapBytes(session)) / 100_000) / 10;
    },
    async stop() {
      going = false;
      await loop;
      await session.detach().catch(() => undefined);
      const known = (bytes: number) => (bytes > 0 ? mb(bytes) : null);
      return {
        jsHeapMb: mb(peak.heap),
        renderersRssMb: known(peak.renderers),
        browserRssMb: known(peak.browser),
      };
    },
  };
}

async function heapBytes(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

async function residentBytes(cdp: CDPSession): Promise<{ renderers: number; own: number }> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const sum = (type: string) =>
    processInfo.filter((one) => one.type === type).reduce((total, { id }) => total + rssOf(id), 0);
  return { renderers: sum('renderer'), own: sum('browser') };
}

function rssOf(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb ?? 0) * 1024;
  } catch {
    return 0;
  }
}
