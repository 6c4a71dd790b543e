// Tables of offices are read as text; everything else is refused with one sentence.
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable, TableRefused } from '@/lib/export/read-table';
import { encodeGbk } from '@/lib/text/gbk';

const file = (bytes: Uint8Array | string) => new Blob([typeof bytes === 'string' ? bytes : bytes.slice()]);

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('台账'));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function refusal(bytes: Uint8Array | string, name: string): Promise<string> {
  const error = await readTable(file(bytes), name).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TableRefused);
  const { message } = error as TableRefused;
  expect(message).toMatch(/^[^。]+。$/);
  return message;
}

describe('readTable', () => {
  it('gives text, numbers, days and shown values of formulas; drops empty ends', async () => {
    const bytes = await workbook((sheet) => {
      sheet.addRow(['名称', '标识码', '日期', '公式', '']);
      sheet.addRow([
        '示例',
        5001000001,
        new Date(Date.UTC(2023, 9, 8)),
        { formula: 'A1', result: '算出的值' },
      ]);
      sheet.addRow([
        '=1+1',
        0.30000000000000004,
        '',
        { formula: 'B1', result: new Date(Date.UTC(2023, 0, 2)) },
      ]);
      sheet.getCell('H9').value = ' ';
    });
    const { sheets } = await readTable(file(bytes), 'a.xlsx');
    expect(sheets).toEqual([
      {
        name: '台账',
        rows: [
          ['名称', '标识码', '日期', '公式'],
          ['示例', '5001000001', '2023-10-08', '算出的值'],
          ['=1+1', '0.3', '', expect.stringMatching(/^(2023-01-02|44928)$/)],
        ],
      },
    ]);
  });

  const csv = '名称,平台\r\n示例市,"微信, 公众号"\r\n';
  const rows = [
    ['名称', '平台'],
    ['示例市', '微信, 公众号'],
  ];
  it.each([
    ['UTF-8', new TextEncoder().encode(csv), 'a.csv'],
    ['UTF-8 with mark', new TextEncoder().encode(`\ufeff${csv}`), 'a.csv'],
    ['GBK', encodeGbk(csv), 'a.csv'],
    ['tabs', new TextEncoder().encode('名称\t平台\n示例市\t微信, 公众号\n'), 'a.tsv'],
  ])('reads CSV: %s', async (_, bytes, name) => {
    expect((await readTable(file(bytes), name)).sheets[0]?.rows).toEqual(rows);
  });

  it('refuses what is no table, each in its own words', async () => {
    const good = await workbook((sheet) => sheet.addRow(['名称']));
    expect(await refusal('', 'a.csv')).toContain('是空的');
    expect(await refusal(good, 'a.xlsm')).toContain('带宏');
    const macro = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/vbaProject.bin': strToU8('x') });
    expect(await refusal(macro, 'a.xlsx')).toContain('带宏');
    expect(await refusal(zipSync({ 'word/document.xml': strToU8('<w/>') }), 'a.xlsx')).toContain(
      '不是 .xlsx',
    );
    expect(await refusal(zipSync({ 'xl/workbook.bin': strToU8('x') }), 'a.xlsx')).toContain('.xlsb');
    expect(await refusal(good.slice(0, good.length / 2), 'a.xlsx')).toContain('不完整或已损坏');
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'a.xls')).toContain('.xls');
    expect(await refusal('<html><table><tr><td>1</td></tr></table></html>', 'a.xls')).toContain('网页格式');
    expect(await refusal('%PDF-1.7 …', 'a.csv')).toContain('不是表格');
    expect(await refusal('{"a": 1}', 'a.csv')).toContain('不是表格');
    expect(await refusal(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), 'a.csv')).toContain(
      '不是表格',
    );
    expect(await refusal('名称,平台\n"示例,微信\n', 'a.csv')).toContain('引号');
    expect(await refusal('\n\n,,\n', 'a.csv')).toContain('没有内容');
  });

  it('refuses a cell of ten megabytes, naming it', async () => {
    const huge = '长'.repeat(5 * 1024 * 1024);
    expect(await refusal(`名称,平台\n示例,${huge}\n`, 'a.csv')).toMatch(/B2/);
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(10 * 1024 * 1024)}</t></is></c></row></sheetData></worksheet>`;
    expect(await refusal(bare(sheet), 'a.xlsx')).toMatch(/A1/);
  }, 60_000);

  it('refuses archives that unpack to too much without unpacking them', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<a/>'),
      'xl/x.bin': new Uint8Array(200 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = performance.now();
    expect(await refusal(bomb, 'a.xlsx')).toContain('解压后过大');
    expect(performance.now() - before).toBeLessThan(500);
    // Ones that lie about their size in the directory.
    expect(await refusal(withSize(bomb, 'xl/x.bin', 0), 'a.xlsx')).toContain('解压后过大');
    expect(await refusal(withSize(bomb, 'xl/x.bin', 1000), 'a.xlsx')).toMatch(/损坏|\.xlsx/);
  }, 60_000);
});

/** A workbook of one sheet with this XML. */
function bare(sheet: string): Uint8Array {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
}

/** The archive with another unpacked size in its directory for one part. */
function withSize(archive: Uint8Array, path: string, size: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 46; at >= 0; at--) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(copy.subarray(at + 46, at + 46 + length)) === path)
      view.setUint32(at + 24, size, true);
  }
  return copy;
}
