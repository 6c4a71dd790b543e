// The XLSX adapter, read back with an independent reader: text stays text, files are byte-stable, pictures keep their size.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, cleanText } from '@/lib/export/clean-text';
import { writeXlsx, type XlsxBook, type XlsxSheet } from '@/lib/export/xlsx';
import { XlsxError } from '@/lib/export/xlsx-error';
import { readXlsx } from '@/lib/export/xlsx-read';
import { tinyJpeg } from './pictures';

const AT = new Date('2026-11-23T01:02:03Z');
const book = (...sheets: XlsxSheet[]): XlsxBook => ({ title: '测试', at: AT, sheets });
const oneColumn = (texts: string[]): XlsxBook =>
  book({ name: '表', columns: [20], rows: texts.map((text) => [text]) });

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** Text of a cell that must be a string (plain or rich), as exceljs sees it. */
function textOf(cell: ExcelJS.Cell): string {
  expect([ExcelJS.ValueType.String, ExcelJS.ValueType.RichText]).toContain(cell.type);
  return cell.text;
}

const STARTERS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\n=2',
  "=cmd|'/c calc'!A1",
  "'=1",
  '#N/A',
  '#REF!',
  '1e5',
  'TRUE',
  '2026-01-01',
  '_x0041_',
  ' 前后 ',
];

describe('text in cells', () => {
  it('is read back as the same string, never as a formula, number or error', async () => {
    const sheet = (await open(await writeXlsx(oneColumn(STARTERS)))).getWorksheet('表');
    STARTERS.forEach((text, i) => {
      expect(textOf(sheet?.getCell(i + 1, 1) as ExcelJS.Cell)).toBe(text);
    });
    const own = await readXlsx(await writeXlsx(oneColumn(STARTERS)));
    expect(own[0]?.rows.map((row) => row[0])).toEqual(STARTERS.map((value) => ({ kind: 'text', value })));
  });

  it('is cut with a visible mark beyond the limit of a cell', async () => {
    const long = `${'字'.repeat(39_999)}😀`;
    const sheet = (await open(await writeXlsx(oneColumn([long])))).getWorksheet('表');
    const text = textOf(sheet?.getCell(1, 1) as ExcelJS.Cell);
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text.startsWith('字'.repeat(32_000))).toBe(true);
    expect(text.endsWith('……（原文共 40001 字，此处截断）')).toBe(true);
  });

  it('shows forbidden characters by visible stand-ins', () => {
    expect(cleanText('a\u0000b\u001bc\ud800d\uffffe\r\nf\u007f')).toBe('a␀b␛c\ufffdd\ufffde\nf␡');
    expect(cleanText('👨‍👩‍👧𠮷')).toBe('👨‍👩‍👧𠮷');
    expect(cellText('😀😀😀', 5).length).toBeLessThanOrEqual(32_767);
  });

  it('survives whatever it is', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
        .map((codes) => String.fromCharCode(...codes)),
      fc.constantFrom(...STARTERS).chain((s) => fc.string({ maxLength: 10 }).map((t) => s + t)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 20 }), async (texts) => {
        const sheet = (await open(await writeXlsx(oneColumn(texts)))).getWorksheet('表');
        texts.forEach((text, i) => {
          const cell = sheet?.getCell(i + 1, 1) as ExcelJS.Cell;
          if (cleanText(text) === '') expect(cell.text).toBe('');
          else expect(textOf(cell)).toBe(cleanText(text));
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('file', () => {
  const rich = (): XlsxBook =>
    book(
      {
        name: '评分表',
        columns: [10, 30],
        rows: [
          [{ value: '标题', style: { bold: true, size: 16, align: 'center' } }, null],
          [{ value: '列', style: { fill: 'DDE6F0', border: true } }, '值'],
          ['甲', { value: 12.5, style: { format: '0.00', border: true, wrap: true } }],
        ],
        merges: [{ fromRow: 0, fromColumn: 0, toRow: 0, toColumn: 1 }],
        heights: new Map([[0, 30]]),
        freezeRows: 2,
        lists: [{ column: 1, fromRow: 2, toRow: 9, choices: ['是', '否'], error: '请从列表选择。' }],
        print: { orientation: 'landscape', repeatRows: [1, 1], footer: 'A&B' },
      },
      {
        name: '图',
        columns: [10, 40],
        rows: [['图1']],
        pictures: [
          {
            bytes: tinyJpeg(),
            mime: 'image/jpeg',
            row: 0,
            column: 1,
            offsetX: 4,
            offsetY: 6,
            width: 160,
            height: 90,
            alt: '图1 <首页> "截图"',
          },
        ],
      },
    );

  it('is equal byte for byte when the book is equal', async () => {
    const [a, b] = [await writeXlsx(rich()), await writeXlsx(rich())];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  it('keeps merges, styles, panes, print set-up, lists and the exact size of pictures', async () => {
    const workbook = await open(await writeXlsx(rich()));
    expect(workbook.worksheets.map((s) => s.name)).toEqual(['评分表', '图']);
    const sheet = workbook.getWorksheet('评分表') as ExcelJS.Worksheet;
    expect(sheet.getCell('B1').isMerged).toBe(true);
    expect(sheet.getCell('A1').font.bold).toBe(true);
    expect(sheet.getCell('B3').value).toBe(12.5);
    expect(sheet.getCell('B3').numFmt).toBe('0.00');
    expect(sheet.getCell('B3').alignment.wrapText).toBe(true);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet.pageSetup.printTitlesRow).toBe('2:2');
    expect(sheet.headerFooter.oddFooter).toContain('A&&B');
    expect(sheet.getCell('B5').dataValidation).toMatchObject({ type: 'list', formulae: ['"是,否"'] });
    const pictures = (workbook.getWorksheet('图') as ExcelJS.Worksheet).getImages();
    expect(pictures).toHaveLength(1);
    expect(pictures[0]?.range).toMatchObject({
      tl: { nativeRow: 0, nativeCol: 1, nativeColOff: 4 * 9525, nativeRowOff: 6 * 9525 },
      ext: { width: 160, height: 90 },
    });
    const media = workbook.getImage(Number(pictures[0]?.imageId));
    expect(Buffer.from(media.buffer as unknown as Uint8Array).equals(Buffer.from(tinyJpeg()))).toBe(true);
  });

  it('tells formulas from text when reading a file made elsewhere', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('外来');
    sheet.addRow([
      '=1+1',
      { formula: '1+1', result: 2 },
      3,
      true,
      new Date('2026-01-02T00:00:00Z'),
      { error: '#N/A' },
    ]);
    const read = await readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(read).toEqual([
      {
        name: '外来',
        rows: [
          [
            { kind: 'text', value: '=1+1' },
            { kind: 'formula', formula: '1+1', shown: 2 },
            { kind: 'number', value: 3 },
            { kind: 'boolean', value: true },
            { kind: 'date', value: new Date('2026-01-02T00:00:00Z') },
            { kind: 'error', value: '#N/A' },
          ],
        ],
      },
    ]);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('不是表格')],
    ['an old .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('refuses %s with one Chinese sentence', async (_, bytes) => {
    await expect(readXlsx(bytes)).rejects.toThrow(XlsxError);
    await expect(readXlsx(bytes)).rejects.toThrow(/请用 Excel 或 WPS 另存为/);
  });

  it('refuses an archive cut short', async () => {
    const whole = await writeXlsx(rich());
    await expect(readXlsx(whole.slice(0, whole.length - 400))).rejects.toThrow(XlsxError);
  });
});
