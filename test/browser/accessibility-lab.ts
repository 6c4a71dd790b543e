// Opens made-up pages in a real Chromium with axe in it, plain and cooperative, under a policy without eval.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { axeNatives } from '@/scripts/build/axe-natives';

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

const ROOT = path.resolve(import.meta.dirname, '../..');
const HOST = 'http://www.example.gov.cn';
/** What extension pages and scripts live under: no eval, no inline script. */
const POLICY = "default-src 'self' data:; script-src 'self'; style-src 'self' 'unsafe-inline'";

const COOPERATIVE = `import axe from '@/entrypoints/axe.ts'; import script from '@/entrypoints/accessibility.ts'; axe.main(); script.main();`;
const PLAIN = `import axe from 'axe-core';
import zhCn from 'axe-core/locales/zh_CN.json';
import { runOptions } from '@/lib/accessibility/rule-set';
import { chineseLocale } from '@/lib/accessibility/zh-cn-locale';
axe.configure({ locale: chineseLocale(zhCn) });
globalThis.plainAxe = () => axe.run(document, { ...runOptions(), resultTypes: ['violations', 'incomplete'], iframes: false, elementRef: true });`;

export interface Lab {
  /** Opens HTML as the page of a site; further paths answer with the given scripts. */
  open(html: string | Buffer, scripts?: Record<string, string>): Promise<Page>;
  close(): Promise<void>;
}

/** `withPlain`: also installs `plainAxe()`, one ordinary `axe.run` over the same rules. */
export async function startLab(): Promise<Lab> {
  const [cooperative, plain] = await Promise.all([bundle(COOPERATIVE, [axeNatives()]), bundle(PLAIN)]);
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    async open(html, scripts = {}) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const served: Record<string, string> = {
        ...scripts,
        '/gsi-axe.js': cooperative,
        '/plain-axe.js': plain,
      };
      await page.route('**/*', (route) => {
        const { origin, pathname } = new URL(route.request().url());
        const headers = { 'content-security-policy': POLICY };
        if (origin !== HOST) return route.abort();
        if (pathname === '/') return route.fulfill({ contentType: 'text/html', headers, body: html });
        const script = served[pathname];
        if (script !== undefined)
          return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
        return route.fulfill({ status: 404, body: '' });
      });
      await page.goto(`${HOST}/`);
      // Not through the body: a frameset page has none that takes scripts.
      for (const path of ['/plain-axe.js', '/gsi-axe.js'])
        await page.evaluate(
          (src) =>
            new Promise<void>((resolve, reject) => {
              const script = document.createElement('script');
              script.src = src;
              script.onload = () => resolve();
              script.onerror = () => reject(new Error(`The script ${src} did not load.`));
              document.head.append(script);
            }),
          path,
        );
      return page;
    },
    close: () => browser.close(),
  };
}

/** Stands for the source text that is bundled. */
const ENTRY = 'accessibility-lab-entry';

async function bundle(source: string, plugins: Plugin[] = []): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [
      ...plugins,
      {
        name: 'accessibility-lab',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(ENTRY) ? `\0${ENTRY}` : undefined),
        load: (id) => (id === `\0${ENTRY}` ? source : undefined),
      },
    ],
    build: {
      write: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'accessibilityLab' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The bundle was not built.');
  return output.output[0].code;
}
