// The workbook form: nothing is lost on the way there and back, and every mistake is named with its cell.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type KnownChecks, lintSet } from '@/lib/indicators/lint-set';
import { readSetXlsx, writeSetTemplate, writeSetXlsx } from '@/lib/indicators/set-xlsx';
import { shippedSets } from '@/lib/indicators/shipped';
import { columnLetters } from '@/lib/indicators/xlsx/table';
import { anyValidSet } from './any-valid-set';
import { cellOf, edited, sheetOf } from './edited-template';
import { KNOWN_CHECKS } from './known-checks';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const national = () => {
  const set = shippedSets.find((one) => one.id === 'national-website');
  if (set === undefined) throw new Error('missing set');
  return set;
};

describe('writeSetXlsx and readSetXlsx', () => {
  it.each(shippedSets.map((set) => [set.id, set] as const))('give %s back unchanged', async (_, set) => {
    expect(await readSetXlsx(await writeSetXlsx(set), KNOWN_CHECKS)).toEqual({ set, problems: [] });
  });

  it('print the criteria at a readable size: two pages side by side, without the columns for programs', async () => {
    const parts = unzipSync(await writeSetXlsx(national()));
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    expect(part('xl/workbook.xml')).toContain('>评分点!$A:$P<');
    expect(part('xl/workbook.xml')).toContain('>评分点!$I:$I,评分点!$1:$1<');
    const sheet = part('xl/worksheets/sheet4.xml');
    // A break's id counts the columns before it: the second page begins with K.
    expect(sheet).toMatch(/<colBreaks[^>]*><brk id="10" [^>]*><\/colBreaks>/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetXlsx(national())).buffer);
    const head = book.getWorksheet('评分点')?.getRow(1);
    expect(['I', 'K', 'P', 'Q'].map((column) => head?.getCell(column).text)).toEqual([
      '评分点',
      '计分方式',
      '检查方法',
      '关联自动检查',
    ]);
  });

  it('give any valid set back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(anyValidSet, async (set) => {
        const linted = lintSet(set, KNOWN_CHECKS);
        expect(linted.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        const back = await readSetXlsx(await writeSetXlsx(set), KNOWN_CHECKS);
        expect(back.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(back.set).toEqual(set);
      }),
      { numRuns: 40 },
    );
  });

  it('survive being opened and saved by another program', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetXlsx(national())).buffer);
    const saved = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await readSetXlsx(saved, KNOWN_CHECKS)).toEqual({ set: national(), problems: [] });
  });

  it('write equal bytes for equal sets', async () => {
    expect(await writeSetXlsx(national())).toEqual(await writeSetXlsx(national()));
  });

  it('never write a formula', async () => {
    const set = { ...national(), title: '=cmd()', source: { document: '=1+1', note: '+1' } };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetXlsx(set)).buffer);
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
        });
      });
    });
    expect(sheetOf(book, '基本信息').getCell('B4').value).toBe('=cmd()');
  });
});

describe('limits of checks', () => {
  const LIMITS = {
    'stale-columns': { newsDays: 10, otherDays: 365 },
    'unanswered-messages': { replyDays: 15 },
  };

  it('come back through another program, and a file without the sheet still loads', async () => {
    const set = { ...national(), checkParams: LIMITS };
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetXlsx(set)).buffer);
    expect(sheetOf(book, '检查参数').getCell('C2').value).toBe(10);
    const saved = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await readSetXlsx(saved, KNOWN_CHECKS)).toEqual({ set, problems: [] });
    book.removeWorksheet(sheetOf(book, '检查参数').id);
    const older = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await readSetXlsx(older, KNOWN_CHECKS)).toEqual({ set: national(), problems: [] });
  });

  it('of any kind come back: text that looks like a formula, truth values, lists', async () => {
    const known: KnownChecks = new Map(KNOWN_CHECKS).set(
      'stale-columns',
      z.object({ word: z.string(), on: z.boolean(), ratio: z.number(), list: z.array(z.json()) }),
    );
    const any = fc.record({
      word: fc.string({ unit: 'grapheme' }).map((text) => `=${text.replace(/\p{Cc}/gu, '')}`),
      on: fc.boolean(),
      ratio: fc.double({ noNaN: true, noDefaultInfinity: true }).map((ratio) => ratio + 0),
      list: fc.array(fc.constantFrom(null, 1, '1', '多\n行', { a: ['=1'] })),
    });
    await fc.assert(
      fc.asyncProperty(any, async (limits) => {
        const set = { ...national(), checkParams: { 'stale-columns': limits } };
        expect(await readSetXlsx(await writeSetXlsx(set), known)).toEqual({ set, problems: [] });
      }),
      { numRuns: 25 },
    );
  });

  it('are all told in the instructions', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetTemplate()).buffer);
    const guide = (sheetOf(book, '填写说明').getColumn(1).values as unknown[]).map(String).join('\n');
    for (const [id, schema] of KNOWN_CHECKS) {
      const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
      if (names.length > 0) expect(guide).toContain(id);
      for (const name of names) expect(guide, `${id} ${name}`).toMatch(new RegExp(`[的；] ?${name} `));
    }
  });
});

describe('the template', () => {
  it('can be imported as it is', async () => {
    const { set, problems } = await readSetXlsx(await writeSetTemplate(), KNOWN_CHECKS);
    expect(problems).toEqual([]);
    expect(set?.parts.map((part) => part.points)).toEqual([0, 10000, 1000]);
  });

  it('has instructions and drop-down lists', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeSetTemplate()).buffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      '填写说明',
      '基本信息',
      '部分',
      '评分点',
      '检查参数',
    ]);
    const list = (title: string) => cellOf(book, title, 2).dataValidation?.formulae;
    expect(list('部分')).toEqual(['"单项否决,扣分,加分"']);
    expect(list('计分方式')).toEqual(['"每处,一次"']);
    expect(list('检查范围')).toEqual(['"按页面,全站"']);
    expect(list('分值已核对')).toEqual(['"是,否"']);
  });

  it('may be filled in the lazy way: as above, no ids, columns in another order, own columns', async () => {
    const bytes = await edited((book) => {
      for (const title of [
        '部分',
        '类别',
        '类别分值',
        '类别编号',
        '指标',
        '指标分值',
        '指标分值已核对',
        '指标依据',
        '指标编号',
      ]) {
        cellOf(book, title, 4).value = null; // second criterion of 可用性
      }
      for (let row = 2; row <= 6; row++) cellOf(book, '评分点编号', row).value = null;
      cellOf(book, '分值', 3).value = '０．５ 分';
      sheetOf(book, '评分点').getCell(1, 30).value = '备注';
      sheetOf(book, '评分点').getCell(2, 30).value = '随便写';
    });
    const { set, problems } = await readSetXlsx(bytes, KNOWN_CHECKS);
    expect(problems.map(({ severity, where }) => [severity, where?.column])).toEqual([
      ['warning', 'AD'],
      ['warning', columnLetters(19)],
    ]);
    const criteria = set?.parts[1]?.categories[0]?.indicators[0]?.criteria;
    expect(criteria?.map(({ id, points }) => [id, points])).toEqual([
      ['availability-1', 50],
      ['availability-2', 200],
    ]);
  });
});
