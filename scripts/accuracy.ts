// `npm run accuracy -- DIR`: the built extension over labelled pages, network blocked; prints how right its answers are.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Observed, score, scoreText, type Truth } from './accuracy/score';
import { launchBrowser } from './driver/browser';
import { inspectUrl } from './inspect-page';

const USAGE =
  '用法：npm run accuracy -- 目录 [--json 文件] [--out 目录] [--only 文件名的一部分] [--extension 已构建的扩展目录]（目录中须有 truth.json）';

/** Serves each labelled page, bytes as they are, under a host of its own; everything else is not found. */
async function servePages(dir: string, hosts: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const file = hosts.get(host);
    // Only the page itself exists: its pictures, styles and scripts are not part of the collection.
    if (!file || request.url !== '/') response.writeHead(404, { 'content-type': 'text/plain' }).end();
    // No charset: the page's own declaration counts, as it did on its server.
    else response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(join(dir, file)));
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

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      json: { type: 'string' },
      only: { type: 'string' },
      extension: { type: 'string' },
    },
  });
  const dir = positionals[0] ?? process.env.GSI_REAL_PAGES;
  if (!dir) {
    console.error(USAGE);
    process.exit(1);
  }
  const whole = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8')) as Truth;
  const truth: Truth = { pages: whole.pages.filter(({ file }) => file.includes(values.only ?? '')) };
  const out = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'gov-site-accuracy-'));
  mkdirSync(out, { recursive: true });
  const hosts = new Map(truth.pages.map(({ file }, index) => [`page-${index + 1}.accuracy.gov.cn`, file]));
  const server = await servePages(dir, hosts);
  const browser = await launchBrowser({
    ...(values.extension ? { extension: values.extension } : {}),
    hostMap: `MAP *.gov.cn 127.0.0.1:${server.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
  });
  const observed: Observed[] = [];
  for (const [host, file] of hosts) {
    process.stderr.write(`▶ ${file}\n`);
    try {
      const { identity, pageTags } = await inspectUrl(browser, `http://${host}/`, join(out, host));
      observed.push({ file, identity, ...(pageTags ? { pageTags } : {}) });
    } catch (error) {
      process.stderr.write(
        `✘ ${file}：${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`,
      );
    }
  }
  await browser.close();
  server.close();
  const result = score(truth, observed);
  console.log(scoreText(result));
  const text = `${JSON.stringify(result, null, 2)}\n`;
  if (values.json) writeFileSync(resolve(values.json), text);
  if (values.out) writeFileSync(join(out, 'accuracy.json'), text);
  else rmSync(out, { recursive: true, force: true });
  process.exit(observed.length < truth.pages.length ? 2 : 0);
}

await main();
