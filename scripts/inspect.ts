// `npm run inspect -- URL… --out DIR`: the built extension, driven headless, checks each address and writes its files.
import { launchBrowser } from './driver/browser';
import { type InspectCall, readCall, resultPath, USAGE } from './inspect-call';
import { inspectUrl, limited } from './inspect-page';

const CLOSE_LIMIT_MS = 10_000;
/** Exit code when at least one page could not be checked. */
const SOME_FAILED = 2;

async function inspectAll(call: InspectCall): Promise<number> {
  const launch = () => launchBrowser(call.hostMap ? { hostMap: call.hostMap } : {});
  let browser = await launch();
  let failures = 0;
  for (const [index, url] of call.urls.entries()) {
    const started = Date.now();
    process.stdout.write(`▶ ${index + 1}/${call.urls.length} ${url} …\n`);
    try {
      // One page that brings the browser down must not take the rest of the night with it.
      if (!browser.context.browser()?.isConnected()) browser = await launch();
      const path = resultPath(call, index);
      const { findings, suggestions } = await inspectUrl(browser, url, path, call.set);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(`✔ 发现 ${findings.length} 条，建议 ${suggestions.length} 条（${seconds} 秒）\n`);
    } catch (error) {
      failures += 1;
      process.stderr.write(`✘ ${url}：${sentenceOf(error)}\n`);
    }
  }
  await limited(CLOSE_LIMIT_MS, '', () => browser.close()).catch(() => undefined);
  const done = call.urls.length - failures;
  console.log(`检查 ${call.urls.length} 个网址，${done} 个完成，${failures} 个没有完成。文件在 ${call.out}`);
  return failures;
}

/** What the driver says in its own words (a step that found no button) is put in brackets behind what it means. */
function sentenceOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  if (/[\u4e00-\u9fff]/.test(line)) return line;
  return `没有检查完，页面可能自己刷新、离开了，或一直没有反应（${line}）`;
}

async function main(): Promise<void> {
  let call: InspectCall | null;
  try {
    call = readCall(process.argv.slice(2));
  } catch (error) {
    console.error(`✘ ${sentenceOf(error)}。\n${USAGE}`);
    process.exit(1);
  }
  if (!call) {
    console.log(USAGE);
    process.exit(0);
  }
  process.exit((await inspectAll(call)) > 0 ? SOME_FAILED : 0);
}

await main().catch((error: unknown) => {
  console.error(`✘ 没有完成：${sentenceOf(error)}`);
  process.exit(1);
});
