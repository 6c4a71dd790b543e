// What `npm run accuracy` says of labels that cannot be used, before anything is opened.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readTruth } from '../../scripts/accuracy/truth';

const root = mkdtempSync(join(tmpdir(), 'truth-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
/** A folder with these files. */
function folder(files: Record<string, string>): string {
  const dir = join(root, String(count++));
  mkdirSync(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}
const truth = (pages: unknown) => JSON.stringify({ schema: 1, pages });
/** What is thrown, without the folder's path. */
function complaint(dir: string, only?: string): string {
  try {
    readTruth(dir, only);
  } catch (error) {
    return (error as Error).message.replaceAll(dir, 'DIR');
  }
  return '';
}

it('reads labels, leaves further fields alone, takes null for nothing', () => {
  const dir = folder({
    'a.html': 'x',
    'b.html': 'y',
    'truth.json': `\ufeff${truth([
      {
        file: 'a.html',
        title: null,
        elements: { sponsor: { expect: 'present', value: null, note: 'n' } },
        other: {},
      },
      { file: 'b.html', meta: { SiteName: ['甲', null], Author: null, Extra: 3 }, meta_missing: ['Url'] },
    ])}`,
  });
  expect(readTruth(dir).pages).toEqual([
    { file: 'a.html', elements: { sponsor: { expect: 'present', value: undefined } } },
    { file: 'b.html', meta: { SiteName: ['甲', ''], Author: '', Extra: '3' }, meta_missing: ['Url'] },
  ]);
  expect(readTruth(dir, 'b.').pages.map(({ file }) => file)).toEqual(['b.html']);
});

it.each<[string, () => string, string]>([
  ['no folder', () => complaint(join(root, 'none')), '找不到目录“DIR”，请检查路径后重新运行。'],
  [
    'no labels',
    () => complaint(folder({ 'a.html': '' })),
    '目录“DIR”中没有标注文件 truth.json，请放入标注文件，或改用有标注的目录。',
  ],
  [
    'broken JSON',
    () => complaint(folder({ 'truth.json': '{\n "pages": [\n  {"file": "a.html",}\n ]}' })),
    '标注文件“DIR/truth.json”不是有效的 JSON（第 3 行附近），请修正后重新运行。',
  ],
  [
    'another shape',
    () => complaint(folder({ 'truth.json': '{"seiten": []}' })),
    '标注文件“DIR/truth.json”中 pages 的内容不符合要求，请对照说明修改。',
  ],
  [
    'an unknown label',
    () =>
      complaint(
        folder({
          'a.html': '',
          'truth.json': truth([{ file: 'a.html', elements: { sponsor: { expect: 'maybe' } } }]),
        }),
      ),
    '标注文件“DIR/truth.json”中 pages.0.elements.sponsor.expect 的内容不符合要求，请对照说明修改。',
  ],
  [
    'pages that are not there',
    () => complaint(folder({ 'a.html': '', 'truth.json': truth([{ file: 'a.html' }, { file: 'b.html' }]) })),
    '标注中的 1 个网页不在目录“DIR”中：b.html，请补上文件或删去这些标注。',
  ],
  [
    'a page outside the folder',
    () => complaint(folder({ 'truth.json': truth([{ file: '../0/a.html' }]) })),
    '标注中的 1 个网页不在目录“DIR”中：../0/a.html，请补上文件或删去这些标注。',
  ],
  [
    'a page twice',
    () => complaint(folder({ 'a.html': '', 'truth.json': truth([{ file: 'a.html' }, { file: 'a.html' }]) })),
    '标注文件“DIR/truth.json”中网页“a.html”出现了两次，请只保留一条。',
  ],
  [
    'nothing chosen',
    () => complaint(folder({ 'a.html': '', 'truth.json': truth([{ file: 'a.html' }]) }), 'z'),
    '没有文件名含“z”的网页，请检查 --only 的内容。',
  ],
])('says in one sentence: %s', (_name, said, sentence) => {
  expect(said().replace(join(root, 'none'), 'DIR')).toBe(sentence);
});

it('ends with 1 and the sentence, without a stack', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/accuracy.ts', folder({})],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^✘ 目录“.*”中没有标注文件 truth\.json，.*。\n$/);
}, 60_000);
