// `npm run barriers -- DIR…`: the built accessibility audits over public collections of known barriers; prints finds and false alarms.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readActRules } from './barriers/act-rules';
import { type Looker, startLooking } from './barriers/look';
import { type Seen, tally, tallyText } from './barriers/tally';
import { readToolAudit } from './barriers/tool-audit';

const USAGE =
  '用法：npm run barriers -- 目录… [--json 文件] [--only 名称的一部分] [--extension 已构建的扩展目录]（目录为 act-rules/act-rules.github.io 或 alphagov/accessibility-tool-audit 的副本）';
/** Pages open at the same time. */
const AT_ONCE = 2;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, only: { type: 'string' }, extension: { type: 'string' } },
  });
  if (positionals.length === 0) stop(USAGE);
  const collections = positionals.map((name) => {
    const folder = resolve(name);
    const collection = readActRules(folder) ?? readToolAudit(folder);
    return (
      collection ?? stop(`“${name}”中没有可用的无障碍示例（应有 _rules 目录或 tests.json 文件）。\n${USAGE}`)
    );
  });
  const browser = await startLooking(resolve(values.extension ?? '.output/chrome-mv3'), AT_ONCE);
  const results: Record<string, { tally: ReturnType<typeof tally>; seen: Seen[] }> = {};
  let unread = 0;
  for (const collection of collections) {
    const examples = collection.examples.filter(({ name }) => name.includes(values.only ?? ''));
    const seen: Seen[] = examples.map((example) => ({ example }));
    const waiting = [...seen];
    const work = async (looker: Looker) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        try {
          next.reports = await looker.look(collection, next.example);
        } catch (error) {
          process.stderr.write(`✘ ${next.example.name}：${error instanceof Error ? error.message : error}\n`);
        }
      }
    };
    await Promise.all(browser.lookers.map(work));
    const result = tally(seen);
    unread += result.unread.length;
    results[collection.title] = { tally: result, seen };
    console.log(`${tallyText(collection.title, result, collection.published)}\n`);
  }
  await browser.close();
  if (values.json) writeFileSync(resolve(values.json), `${JSON.stringify(results, null, 2)}\n`);
  process.exit(unread > 0 ? 2 : 0);
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}

await main();
