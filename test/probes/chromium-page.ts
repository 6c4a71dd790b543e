// Shows pages in real Chromium without a network and runs the injected script in an isolated world, as the extension does.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { Skip } from '@/lib/model/primitives';

const PROGRAM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** Without a browser these tests are skipped; the end-to-end tests of the same command need one anyway. */
export const hasChromium = existsSync(PROGRAM);

/** What the route answers for one address: a body, or only a status. */
export type Answer = { body: string | Buffer; type: string } | { status: number } | 'refused';

export interface ShownPage {
  page: Page;
  /** Runs a probe as the extension does. */
  gather<F>(name: string): Promise<{ facts: F; skipped: Skip[]; ms: number }>;
  /** Evaluates an expression in the isolated world. */
  evaluate<R>(expression: string): Promise<R>;
  close(): Promise<void>;
}

export interface ProbeBrowser {
  /** `answers` by address; every other request fails. The page's own address must be among them. */
  show(url: string, answers: Record<string, Answer>): Promise<ShownPage>;
  close(): Promise<void>;
}

export async function launchProbeBrowser(): Promise<ProbeBrowser> {
  const script = await bundle('entrypoints/probe.ts');
  const browser: Browser = await chromium.launch({
    executablePath: PROGRAM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return {
    show: (url, answers) => show(browser, script, url, answers),
    close: () => browser.close(),
  };
}

/** The entry point as one plain script that installs itself. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'entry' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return `${output.output[0].code};entry.main();`;
}

async function show(
  browser: Browser,
  script: string,
  url: string,
  answers: Record<string, Answer>,
): Promise<ShownPage> {
  const page = await browser.newPage();
  await page.route('**/*', async (route) => {
    const answer = answers[route.request().url()] ?? 'refused';
    if (answer === 'refused') return route.abort('connectionrefused');
    if ('status' in answer) return route.fulfill({ status: answer.status, body: 'no' });
    return route.fulfill({ body: answer.body, contentType: answer.type });
  });
  await page.goto(url, { waitUntil: 'load' });
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'extension',
  });
  async function evaluate<R>(expression: string): Promise<R> {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as R;
  }
  await evaluate(script);
  // Twice, as when two checks inject it one after the other.
  await evaluate(script);
  return {
    page,
    evaluate,
    gather: (name) =>
      evaluate(
        `(async () => { const start = performance.now(); const answer = await __gsiGather(${JSON.stringify(name)}, 5000); return { ...answer, ms: performance.now() - start }; })()`,
      ),
    close: () => page.close(),
  };
}
