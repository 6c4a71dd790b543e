// How long the workbench takes to merge the files of a whole office, and whether its memory grows with their number.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type InspectedBrowser, launchBrowser } from '../driver/browser';
import type { MadeFiles } from './handover-files';
import { type MemoryPeak, type MemoryWatch, watchMemory } from './process-memory';

const INSPECTORS = 20;
const COUNTS = [5, 10, 20];

export interface MergeTiming {
  files: number;
  sessions: number;
  pictures: number;
  fileMb: number;
  /** From the choice of the files to the preview. */
  previewS: number;
  /** From the press of 合并 to the sentence that says what was merged. */
  mergeS: number;
  totalS: number;
  peak: MemoryPeak;
  /** What the page's heap holds after a collection, MB. */
  live: LiveHeap;
}

interface LiveHeap {
  chosen: number;
  previewed: number;
  /** When a quarter, a half and three quarters of the files are merged. */
  merging: number[];
  merged: number;
}

/** How often the page is asked what it shows: looking through it leaves garbage that would count as the screen's own. */
const ASKED_EVERY_MS = 500;

/**
 * Files of 90 inspections and 250 pictures of 100 to 200 kB each, merged in the built extension's workbench as a person
 * does it: the lead's own file first (not timed), then 5, 10 and 20 files at once, each in a new profile. Every file
 * contradicts the lead once. Fails when the screen does not say that all of it arrived.
 */
export async function benchMerge(
  make: (folder: string, inspectors: number) => Promise<MadeFiles>,
): Promise<{ madeInS: number; runs: MergeTiming[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-site-inspector-merge-'));
  try {
    const started = performance.now();
    const made = await make(folder, INSPECTORS);
    const madeInS = seconds(started);
    const runs: MergeTiming[] = [];
    for (const count of COUNTS) {
      const timing = await mergeFiles(made, count);
      process.stderr.write(`  ${JSON.stringify(timing)}\n`);
      runs.push(timing);
    }
    return { madeInS, runs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function mergeFiles(made: MadeFiles, count: number): Promise<MergeTiming> {
  const browser = await launchBrowser();
  try {
    const page = await openMerge(browser);
    await choose(page, [made.lead]);
    await press(page, `新增 ${INSPECTORS} 次，更新 0 次`);

    const files = made.inspectors.slice(0, count);
    const sessions = (made.sessions / INSPECTORS) * count;
    const memory = await watchMemory(browser, page);
    const chosen = await memory.live();
    const started = performance.now();
    await choose(page, files);
    await says(page, `认定不同 ${count} 次，新增 ${sessions - count} 次`);
    const previewS = seconds(started);
    const previewed = await memory.live();
    for (const radio of await page.getByRole('radio', { name: '采用文件的认定' }).all()) await radio.check();
    const pressed = performance.now();
    const merging = liveAt(page, memory, count);
    await press(page, `新增 ${sessions - count} 次，更新 ${count} 次`);
    const mergeS = seconds(pressed);
    const live = { chosen, previewed, merging: await merging, merged: await memory.live() };
    return {
      files: count,
      sessions,
      pictures: (made.pictures / INSPECTORS) * count,
      fileMb: Math.round(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1_000_000),
      previewS,
      mergeS,
      totalS: Math.round((previewS + mergeS) * 10) / 10,
      peak: await memory.stop(),
      live,
    };
  } finally {
    await browser.close();
  }
}

async function openMerge(browser: InspectedBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/workbench.html#/merge`);
  await page.getByRole('heading', { level: 1, name: '合并' }).waitFor();
  return page;
}

async function choose(page: Page, files: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择交接文件' }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Merges and waits for the sentence that says so. */
async function press(page: Page, said: string): Promise<void> {
  await page.getByRole('button', { name: '合并', exact: true }).click({ timeout: 900_000 });
  const text = await says(page, '合并完成：');
  if (!text.includes(said) || !text.includes('未合并 0 项'))
    throw new Error(`合并结果不符：${text}，应为${said}`);
}

/** The live heap once the file is under way (or done) that ends a quarter, a half and three quarters. */
async function liveAt(page: Page, memory: MemoryWatch, count: number): Promise<number[]> {
  const live: number[] = [];
  for (const part of [0.25, 0.5, 0.75]) {
    const from = Math.ceil(count * part);
    const words = Array.from({ length: count - from + 1 }, (_, n) => `第 ${from + n} 个文件`);
    await says(page, ...words, '合并完成：');
    live.push(await memory.live());
  }
  return live;
}

/** Waits until a status of the page says one of these, and answers with all that it says. */
async function says(page: Page, ...words: string[]): Promise<string> {
  const found = await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('[role="status"]')]
        .map(({ textContent }) => textContent)
        .find((text) => wanted.some((one) => text.includes(one))),
    words,
    { polling: ASKED_EVERY_MS, timeout: 900_000 },
  );
  return (await found.jsonValue()) ?? '';
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10;
}
