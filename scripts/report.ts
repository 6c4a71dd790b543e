// `npm run report -- BUNDLE.json --out DIR`: bulletin, workbook and unit papers of a round from its bundle, without a browser.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ExportError, type ExportedFile } from '@/lib/export/exported-file';
import { BundleError, bundlePictures, readBundle } from '@/lib/export/round-bundle';
import { bulletinFile, noticesZip, roundPapers, unitFile, workbookFile } from '@/lib/export/round-files';
import { unitsOfRound } from '@/lib/report/papers/unit-papers';

const USAGE = '用法：npm run report -- 数据包.json --out 目录';

async function main(): Promise<void> {
  const { file, out } = readArguments();
  const bundle = readBundle(readText(file));
  const { book, previous, office, noticeDue, texts } = bundle;
  // The day of the bundle, not of today: the same bundle gives the same files.
  const at = new Date(bundle.at);
  const pictures = bundlePictures(bundle);
  const papers = roundPapers({ book, previous, office, noticeDue, texts, at, pictures });
  mkdirSync(join(out, '自查情况'), { recursive: true });
  const save = (folder: string, { name, bytes }: ExportedFile) => {
    writeFileSync(join(folder, name), bytes);
    console.log(join(folder, name));
  };
  save(out, await bulletinFile(papers, 'docx'));
  save(out, await bulletinFile(papers, 'html'));
  save(out, await workbookFile(papers));
  try {
    save(out, await noticesZip(papers));
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    console.log(error.message);
  }
  for (const { unit } of unitsOfRound(papers.material)) {
    save(join(out, '自查情况'), await unitFile(papers, 'selfReport', unit));
  }
}

function readArguments(): { file: string; out: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file && values.out && more.length === 0) return { file, out: values.out };
  } catch {
    // An unknown option: the usage says what there is.
  }
  throw new BundleError(USAGE);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why =
      code === 'ENOENT' ? '文件不存在' : code === 'ERR_STRING_TOO_LONG' ? '文件超过 500 MB' : '文件无法读取';
    throw new BundleError(`${why}：${file}`);
  }
}

await main().catch((error: unknown) => {
  console.error(`✘ ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  process.exit(1);
});
