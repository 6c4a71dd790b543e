// `npm run accuracy -- DIR`: the built extension over labelled pages, network blocked; prints how right its answers are.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Observed, score, scoreText } from './accuracy/score';
import { readTruth } from './accuracy/truth';
import { type InspectedBrowser, launchBrowser } from './driver/browser';
import { inspectUrl } from './inspect-page';

const USAGE =
  '用法：npm run accuracy -- 目录 [--json 文件] [--out 目录] [--only 文件名的一部分] [--min-f1 0到1之间的数] [--extension 已构建的扩展目录]（目录中须有 truth.json）';
/** 0: every page was inspected, and the scores reach `--min-f1` when it is given. */
const EXIT = { wrongInput: 1, notInspected: 2, belowAim: 3 };

/**
 * Serves each labelled page, bytes as they are, under a host of its own; everything else is not found. The scripts of
 * pages on `scriptless` hosts are forbidden.
 */
async function servePages(dir: string, hosts: ReadonlyMap<string, string>, scriptless: ReadonlySet<string>) {
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const file = hosts.get(host);
    // Only the page itself exists: its pictures, styles and scripts are not part of the collection.
    if (!file || request.url !== '/') response.writeHead(404, { 'content-type': 'text/plain' }).end();
    // No charset: the page's own declaration counts, as it did on its server.
    else
      response
        .writeHead(200, {
          'content-type': 'text/html',
          ...(scriptless.has(host) ? { 'content-security-policy': "script-src 'none'" } : {}),
        })
        .end(readFileSync(join(dir, file)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** How long a page may take to show that it wants to leave, in milliseconds. */
const LEAVES_WITHIN = 5000;

/**
 * Keeps the browser on the pages: saved ones carry redirects (to https, to a mobile site, to a log-in) that lead nowhere
 * here. Frames are let through, as they are on a line without an answer. `onLeave` hears the host of a page that tried.
 */
async function keepPages({ context }: InspectedBrowser, onLeave: (host: string) => void): Promise<void> {
  const isPage = (url: URL) => url.protocol === 'http:' && url.pathname === '/' && url.search === '';
  await context.route(
    (url) => /^https?:$/.test(url.protocol) && !isPage(url),
    async (route) => {
      const request = route.request();
      if (!request.isNavigationRequest() || request.frame().parentFrame() !== null) return route.continue();
      onLeave(new URL(request.frame().url()).hostname);
      return route.abort('aborted');
    },
  );
}

/** Opens the page once, so that it can show whether its scripts lead away. */
async function visitOnce({ context }: InspectedBrowser, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'load', timeout: LEAVES_WITHIN }).catch(() => undefined);
  await page.close();
}

interface Options {
  out?: string;
  json?: string;
  only?: string;
  minF1?: number;
  extension?: string;
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        only: { type: 'string' },
        'min-f1': { type: 'string' },
        extension: { type: 'string' },
      },
    });
  } catch {
    throw new Error(`有不认识的选项，或选项缺少内容。\n${USAGE}`);
  }
}

function optionsOf(): { dir: string; options: Options } {
  const { values, positionals } = argumentsOf();
  const { 'min-f1': aim, ...rest } = values;
  const dir = positionals[0] ?? process.env.GSI_REAL_PAGES;
  if (!dir) throw new Error(`没有指明目录。\n${USAGE}`);
  const minF1 = aim === undefined ? undefined : Number(aim);
  if (minF1 !== undefined && !(minF1 >= 0 && minF1 <= 1))
    throw new Error(`--min-f1 的值“${aim}”不是 0 到 1 之间的数。`);
  return { dir, options: { ...rest, ...(minF1 === undefined ? {} : { minF1 }) } };
}

/** Inspects every labelled page; those that could not be inspected are told on the error output and left out. */
async function observe(dir: string, files: readonly string[], out: string, extension?: string) {
  const hosts = new Map(files.map((file, index) => [`page-${index + 1}.accuracy.gov.cn`, file]));
  /** A page that leaves while it loads is never read whole: it is read with its scripts off. */
  const scriptless = new Set<string>();
  const server = await servePages(dir, hosts, scriptless);
  const browser = await launchBrowser({
    ...(extension ? { extension } : {}),
    hostMap: `MAP *.gov.cn 127.0.0.1:${server.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  });
  const observed: Observed[] = [];
  try {
    await keepPages(browser, (host) => scriptless.add(host));
    for (const [index, [host, file]] of [...hosts].entries()) {
      process.stderr.write(`▶ ${index + 1}/${files.length} ${file}\n`);
      const url = `http://${host}/`;
      try {
        await visitOnce(browser, url);
        if (scriptless.has(host)) process.stderr.write(`  ${file} 会自动跳转，停用其脚本后再读取\n`);
        const { identity, pageTags } = await inspectUrl(browser, url, join(out, host));
        observed.push({ file, identity, ...(pageTags ? { pageTags } : {}) });
      } catch (error) {
        process.stderr.write(`✘ ${file}：${firstLine(error)}\n`);
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return observed;
}

async function main(): Promise<number> {
  const { dir, options } = optionsOf();
  const truth = readTruth(dir, options.only);
  const out = options.out ? resolve(options.out) : mkdtempSync(join(tmpdir(), 'gov-site-accuracy-'));
  mkdirSync(out, { recursive: true });
  const files = truth.pages.map(({ file }) => file);
  const observed = await observe(dir, files, out, options.extension);
  const result = score(truth, observed);
  console.log(scoreText(result));
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (options.json) writeFileSync(resolve(options.json), text);
  if (options.out) writeFileSync(join(out, 'accuracy.json'), text);
  else rmSync(out, { recursive: true, force: true });
  if (observed.length < files.length) return EXIT.notInspected;
  const { minF1 } = options;
  const below = minF1 !== undefined && [result.elementTotal, result.tagTotal].some(({ f1 }) => f1 < minF1);
  return below ? EXIT.belowAim : 0;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

process.exit(
  await main().catch((error: unknown) => {
    console.error(`✘ ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.wrongInput;
  }),
);
