// Puts a script of ours into the frames of a tab that do not have it yet: loading it again would cost the page its time.
import { browser } from 'wxt/browser';
import type { PageScript } from './page-scripts';

/** Injections under way, by tab and script: probes that start together share one. */
const underWay = new Map<string, Promise<void>>();

/**
 * Makes sure that every frame of the tab that can be reached has the script, in our own world. Each file runs as a task of its own, so
 * that the page gets its turn between them. Rejects with the browser's error where no script may run.
 */
export function injectScript(tabId: number, script: PageScript): Promise<void> {
  const key = `${tabId} ${script.entry}`;
  const known = underWay.get(key);
  if (known) return known;
  const work = inject(tabId, script).finally(() => underWay.delete(key));
  underWay.set(key, work);
  return work;
}

async function inject(tabId: number, { files, entry }: PageScript): Promise<void> {
  const frameIds = await framesWithout(tabId, entry);
  if (frameIds.length === 0) return;
  for (const file of files) {
    await browser.scripting.executeScript({
      target: { tabId, frameIds },
      files: [file],
      injectImmediately: true,
    });
  }
}

async function framesWithout(tabId: number, entry: PageScript['entry']): Promise<number[]> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: (name: string) => typeof (globalThis as Record<string, unknown>)[name] === 'function',
    args: [entry],
    injectImmediately: true,
  });
  return answers.filter(({ result }) => result !== true).map(({ frameId }) => frameId);
}
