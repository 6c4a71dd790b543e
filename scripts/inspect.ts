// `npm run inspect -- URL… --out DIR`: the built extension, driven headless, checks each address and writes its files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import type { Inspection } from '@/lib/model/inspection';
import { type InspectedBrowser, launchBrowser } from './driver/browser';
import { exportFile, openDock, runChecks, startInspection } from './driver/dock';

const USAGE =
  '用法：npm run inspect -- 网址… --out 目录 [--set 指标体系编号] [--host-map "MAP *.gov.cn 127.0.0.1:端口"]';
const LOAD_TIMEOUT_MS = 60_000;
/** Exit code when at least one page could not be checked. */
const SOME_FAILED = 2;

export interface InspectOptions {
  out: string;
  set?: string;
}

/**
 * Checks one address with the extension and writes `<host>.json` and `<host>.xlsx`.
 * Rejects with one Chinese sentence when the page could not be checked.
 */
export async function inspectUrl(
  browser: InspectedBrowser,
  url: string,
  name: string,
  options: InspectOptions,
): Promise<Inspection> {
  const page = await browser.context.newPage();
  try {
    await load(page, url);
    const dock = await openDock(browser, page);
    await startInspection(dock, { inspector: '自动预检', ...(options.set ? { set: options.set } : {}) });
    await runChecks(dock);
    const json = await exportFile(page, dock, 'JSON');
    const inspection = { ...(JSON.parse(json.toString('utf8')) as Inspection), url };
    const failed = inspection.checks.filter(({ outcome }) => outcome === 'error');
    if (inspection.checks.length > 0 && failed.length === inspection.checks.length)
      throw new Error(`所有检查都没有完成：${failed[0]?.error ?? '原因不明'}`);
    writeFileSync(join(options.out, `${name}.json`), `${JSON.stringify(inspection, null, 2)}\n`);
    writeFileSync(join(options.out, `${name}.xlsx`), await exportFile(page, dock, 'XLSX'));
    return inspection;
  } finally {
    await page.close();
  }
}

async function load(page: Page, url: string): Promise<void> {
  const response = await page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: LOAD_TIMEOUT_MS })
    .catch((error: Error) => {
      throw new Error(`打不开：${/net::\w+/.exec(error.message)?.[0] ?? error.message.split('\n')[0]}`);
    });
  if (response && response.status() >= 400) throw new Error(`打不开：服务器回答 ${response.status()}`);
  // Pages whose last picture never comes are checked all the same.
  await page.waitForLoadState('load', { timeout: 15_000 }).catch(() => undefined);
}

/** `host`, and `host-2`, `host-3` … for further addresses of the same host. */
export function fileNames(urls: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return urls.map((url) => {
    const host = new URL(url).hostname.replace(/[^\w.-]/g, '_');
    const count = (seen.get(host) ?? 0) + 1;
    seen.set(host, count);
    return count === 1 ? host : `${host}-${count}`;
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      set: { type: 'string' },
      'host-map': { type: 'string' },
      list: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const listed = values.list ? readFileSync(values.list, 'utf8').split(/\s+/).filter(Boolean) : [];
  const urls = [...positionals, ...listed];
  const wrong = urls.find((url) => !/^https?:\/\//.test(url) || !URL.canParse(url));
  if (values.help || urls.length === 0 || !values.out || wrong) {
    console.error(wrong ? `“${wrong}”不是完整的网址，请以 http:// 或 https:// 开头。\n${USAGE}` : USAGE);
    process.exit(values.help ? 0 : 1);
  }
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const browser = await launchBrowser(values['host-map'] ? { hostMap: values['host-map'] } : {});
  const names = fileNames(urls);
  let failures = 0;
  for (const [index, url] of urls.entries()) {
    const started = Date.now();
    process.stdout.write(`▶ ${index + 1}/${urls.length} ${url} …\n`);
    try {
      const options = { out, ...(values.set ? { set: values.set } : {}) };
      const { findings, suggestions } = await inspectUrl(
        browser,
        url,
        names[index] ?? String(index),
        options,
      );
      process.stdout.write(
        `✔ 发现 ${findings.length} 条，建议 ${suggestions.length} 条（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n`,
      );
    } catch (error) {
      failures += 1;
      process.stderr.write(
        `✘ ${url}：${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
      );
    }
  }
  await browser.close();
  console.log(
    `检查 ${urls.length} 个网址，${urls.length - failures} 个完成，${failures} 个没有完成。文件在 ${out}`,
  );
  process.exit(failures > 0 ? SOME_FAILED : 0);
}

if (process.argv[1]?.endsWith('inspect.ts'))
  await main().catch((error: unknown) => {
    console.error(`✘ 没有完成：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exit(1);
  });
