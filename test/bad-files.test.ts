// Bad files of every kind at every import: each is refused in one clear Chinese sentence, and nothing is changed.
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { knownChecks } from '@/lib/checks/engine/catalogue';
import type { createLocalFiles } from '@/lib/desk/local-files';
import { fileName } from '@/lib/export/file-name';
import { readTable } from '@/lib/export/read-table';
import { readBundle } from '@/lib/export/round-bundle';
import { citizenFields } from '@/lib/import/citizen-reports';
import { chooseSheet, guessMapping, type ImportField, lackOf } from '@/lib/import/column-mapping';
import { readSetJson } from '@/lib/indicators/set-json';
import { readSetXlsx } from '@/lib/indicators/set-xlsx';
import { REGISTER_FIELDS, registerLacks } from '@/lib/register/fields';
import { backupTables } from '@/lib/store/backup-format';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { readWordList } from '@/lib/word-list/read-word-list';
import { deskOver, smallSet, startSmall } from './desk/desk-fixture';
import { filesOver } from './desk/files-over';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The sentences with which the import refuses the file; none = it would be taken. */
type Refusals = (bytes: Uint8Array<ArrayBuffer>, name: string) => Promise<string[]>;

const tables: [string, Refusals][] = [
  ['register', (bytes, name) => refusedTable(bytes, name, REGISTER_FIELDS, registerLacks)],
  ['citizen reports', (bytes, name) => refusedTable(bytes, name, citizenFields)],
  [
    'indicator set',
    async (bytes) => {
      // As SetImport does: a workbook is a zip file, anything else is taken for JSON.
      const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
      const text = new TextDecoder().decode(bytes);
      const read = isZip ? await readSetXlsx(bytes, knownChecks) : readSetJson(text, knownChecks);
      return read.set
        ? []
        : read.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    },
  ],
  [
    'word list',
    async (bytes) => {
      const { entries, problems } = await readWordList(bytes);
      return entries
        ? []
        : problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    },
  ],
];
const packs: [string, Refusals][] = [
  [
    'backup',
    (bytes) => refusedFile((files, file) => files.restore(file, { onProgress: () => undefined }), bytes),
  ],
  [
    'hand-over',
    (bytes) =>
      refusedFile(async (files, file) => {
        const options = {
          newRounds: true,
          onProgress: () => undefined,
          signal: new AbortController().signal,
        };
        const [planned] = await files.planMerge([{ name: 'f', file }], options);
        if (planned?.refused) throw new Error(planned.refused);
      }, bytes),
  ],
  [
    'round bundle',
    async (bytes) => {
      try {
        readBundle(new TextDecoder().decode(bytes));
        return [];
      } catch (error) {
        return [sentenceIn(error)];
      }
    },
  ],
];

const HUGE = '长'.repeat(10 * 1024 * 1024);
const good = await workbook((sheet) => sheet.addRow(['名称', '平台', '留言编号', '词语']));
const bomb = zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/x.bin': new Uint8Array(200 * 1024 * 1024) });
const lyingBomb = withSize(bomb, 'xl/x.bin', 0);
const columns = ['名称', '平台', '留言编号', '词语', '规范用语', '单位', '状态'];

/** Bad for every table; the name matters where the browser only has the name to go by. */
const badTables: [string, string, Uint8Array<ArrayBuffer>][] = [
  ['nothing', 'a.xlsx', new Uint8Array()],
  ['a PDF', 'a.xlsx', bytesOf('%PDF-1.7\n1 0 obj\n')],
  ['an old workbook', 'a.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  [
    'wrong columns',
    'a.xlsx',
    await workbook((sheet) =>
      sheet.addRows([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    ),
  ],
  ['a cell of 10 MB', 'a.xlsx', await workbook((sheet) => sheet.addRows([columns, columns.map(() => HUGE)]))],
  [
    'formulas without results',
    'a.xlsx',
    await workbook((sheet) => {
      sheet.addRow(columns);
      columns.forEach((_, at) => {
        sheet.getCell(2, at + 1).value = { formula: 'NOW()' } as ExcelJS.CellFormulaValue;
      });
    }),
  ],
  ['macros', 'a.xlsm', zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') })],
  [
    'macros by another name',
    'a.xlsx',
    zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') }),
  ],
  ['a truncated archive', 'a.xlsx', good.slice(0, good.length / 2)],
  ['an archive without its end', 'a.xlsx', good.slice(0, good.length - 30)],
  ['a zip bomb', 'a.xlsx', bomb],
  ['a zip bomb that says it is empty', 'a.xlsx', lyingBomb],
  ['another archive', 'a.xlsx', zipSync({ 'word/document.xml': strToU8('<w/>') })],
];
const badPacks: [string, Uint8Array<ArrayBuffer>][] = [
  ['nothing', new Uint8Array()],
  ['a PDF', bytesOf('%PDF-1.7\n1 0 obj\n')],
  ['a workbook', good],
  ['some JSON', bytesOf('{"a":1}')],
  [
    'a truncated archive',
    new Uint8Array(gzipSync('{"schema":"gov-site-inspector/backup@1"}\n'.repeat(99))).slice(0, 40),
  ],
  ['a bomb: one endless line', new Uint8Array(gzipSync(Buffer.alloc(220 * 1024 * 1024, ' ')))],
  ['a bomb: endless empty lines', new Uint8Array(gzipSync(Buffer.alloc(220 * 1024 * 1024, '\n')))],
  ...['backup', 'handover', 'round', 'inspection'].map((family): [string, Uint8Array<ArrayBuffer>] => [
    `a ${family} of the future`,
    bytesOf(`{"schema":"gov-site-inspector/${family}@9","at":"2036-01-01T00:00:00Z"}\n`),
  ]),
];

describe.each(tables)('import of %s', (_, refusals) => {
  it.each(badTables)('refuses %s', async (_kind, name, bytes) => {
    const sentences = await refusals(bytes, name);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expectSentence(sentence);
  });
});

describe.each(packs)('import of %s', (_, refusals) => {
  it.each(badPacks)('refuses %s', async (_kind, bytes) => {
    const sentences = await refusals(bytes, 'f');
    expect(sentences).toHaveLength(1);
    for (const sentence of sentences) expectSentence(sentence);
  });
});

describe('files of the future are told to be that', () => {
  const future = (family: string) => bytesOf(`{"schema":"gov-site-inspector/${family}@9"}\n`);
  it.each([
    ['backup', packs[0]?.[1]],
    ['handover', packs[1]?.[1]],
    ['round', packs[2]?.[1]],
    ['indicator-set', tables[2]?.[1]],
  ])('%s', async (family, refusals) => {
    const sentences = await refusals?.(future(family), 'f');
    expect(sentences).toHaveLength(1);
    expect(sentences?.[0]).toMatch(/更新(的)?版本.*先升级/);
  });
});

/** One sentence: what is wrong and what to do, nothing technical. */
function expectSentence(sentence: string): void {
  expect(sentence).toMatch(/^[^。\n]*[\u4e00-\u9fff][^。\n]*。$/);
  expect(sentence).toMatch(/请|重/);
  expect(sentence.length).toBeLessThan(600);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|Error/);
}

async function refusedTable<F extends string>(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  fields: readonly ImportField<F>[],
  lacking?: (mapping: Partial<Record<F, number>>) => string | undefined,
): Promise<string[]> {
  try {
    const { sheets } = await readTable(new Blob([bytes]), name);
    const { sheet, header } = chooseSheet(sheets, fields);
    const titles = sheets[sheet]?.rows[header];
    const lack = lackOf(titles, guessMapping(titles ?? [], fields), {
      fields,
      ...(lacking ? { lacking } : {}),
    });
    return lack ? [lack] : [];
  } catch (error) {
    return [sentenceIn(error)];
  }
}

/** Over a store that holds an inspection; what it holds must be the same afterwards. */
async function refusedFile(
  take: (files: ReturnType<typeof createLocalFiles>, file: Blob) => Promise<void>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  const repository = createMemoryRepository();
  await startSmall(deskOver(repository, { prefix: 'a' }).desk);
  const content = () =>
    repository.transaction('read', async (all) =>
      JSON.stringify(await Promise.all(backupTables.map((table) => all[table].all()))),
    );
  const told: unknown[] = [];
  const files = filesOver({
    repository,
    now: () => new Date('2026-11-20T02:00:00.000Z'),
    newId: () => 'new',
    notify: (change) => told.push(change),
    shippedSets: [smallSet()],
    fileName,
  });
  const before = await content();
  const refused = await take(files, new Blob([bytes])).then(
    () => [],
    (error) => [sentenceIn(error)],
  );
  expect(await content()).toBe(before);
  expect(told).toEqual([]);
  return refused;
}

function sentenceIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'detail' in error && typeof error.detail === 'string' ? error.detail : error.message;
}

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('台账'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The archive with another unpacked size in its directory for one part. */
function withSize(archive: Uint8Array, path: string, size: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(archive);
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === path)
      view.setUint32(at + 24, size, true);
  }
  return copy;
}
