// `npm run bench`: how fast the extension is, as ratios within one run; JSON on standard output and in out/bench.json.
// `npm run bench -- oneClick tick` measures only what is named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { runnerImport } from 'vite';
import { benchDockOpen } from './bench/dock-open';
import { benchLinkStatus } from './bench/link-status';
import { benchMerge } from './bench/merge';
import { benchOneClick } from './bench/one-click';
import { benchTick, benchUninspected } from './bench/panel';
import { benchParagraphs } from './bench/paragraphs';
import { benchRegisterScreen } from './bench/register-screen';
import { watchStolenTime } from './bench/stolen-time';
import { benchWordList } from './bench/word-list';
import { launchBrowser } from './driver/browser';
import { serveSite } from './driver/site-server';

async function main(wanted: readonly string[]): Promise<void> {
  const { module } = await runnerImport<typeof import('./bench/in-node')>('./scripts/bench/in-node.ts', {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': process.cwd() } },
  });
  const site = await serveSite();
  const browser = await launchBrowser({ hostMap: site.hostMap });
  const benches: Record<string, () => unknown> = {
    oneClick: () => benchOneClick(browser),
    paragraphs: () => benchParagraphs(browser),
    dockOpen: () => benchDockOpen(site),
    tick: () => benchTick(browser),
    uninspectedPage: () => benchUninspected(browser, site),
    registerScreen: () => benchRegisterScreen(browser),
    linkStatus: () => benchLinkStatus(),
    wordList: () => benchWordList(),
    merge: () => benchMerge(module.makeHandoverFiles),
    ...module.inNode,
  };
  const unknown = wanted.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`没有这项测速：${unknown.join('、')}，可选：${Object.keys(benches).join('、')}`);
  const stolenPercent: Record<string, number | null> = {};
  const result: Record<string, unknown> = {
    machine: {
      cpus: cpus().length,
      model: cpus()[0]?.model ?? '',
      node: process.versions.node,
      stolenPercent,
    },
  };
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`▶ ${name} …\n`);
    const stolen = watchStolenTime();
    result[name] = await bench();
    stolenPercent[name] = stolen();
  }
  await browser.close();
  await site.close();
  const text = `${JSON.stringify(result, null, 2)}\n`;
  mkdirSync('out', { recursive: true });
  writeFileSync('out/bench.json', text);
  process.stdout.write(text);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`✘ 没有完成：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  process.exit(1);
});
