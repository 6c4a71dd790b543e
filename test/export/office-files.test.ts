// Every DOCX and XLSX that we write is one that Word, Excel and WPS open without repairing it, whatever its texts are.
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { everyFile } from './every-file';
import { all, packageFaults, parseXml } from './office-package';
import { findSdk, sdkFaults } from './open-xml-sdk';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const TEXTS: [string, string][] = [
  ['plain', '示例市政务服务局'],
  ['formula', '=HYPERLINK("http://x","点")'],
  ['markup', '</w:t></t><script>&amp;]]> {{office}} "\''],
  ['control', '甲\u0000\u0008\u000b\ud800乙\u007f\ufffe\r\n丙\t丁'],
  ['a forbidden sheet name', "'[检]查:表*?/\\'".repeat(4)],
  ['longer than a cell', '很长'.repeat(20_000)],
];

describe.each(TEXTS)('every file with %s text', async (_, text) => {
  const files = await everyFile(text);

  it.each([...files.keys()])('%s is a sound package', (name) => {
    expect(packageFaults(files.get(name) ?? new Uint8Array())).toEqual([]);
  });

  it('is opened by readers that are not the writers, without a formula', async () => {
    for (const [name, bytes] of files) {
      if (name.endsWith('.docx')) {
        const { messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
        expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
        continue;
      }
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.slice().buffer);
      for (const sheet of book.worksheets) {
        sheet.eachRow((row) => {
          row.eachCell((cell) => {
            expect(cell.type, `${name} ${sheet.name} ${cell.address}`).not.toBe(ExcelJS.ValueType.Formula);
          });
        });
        // Printed on A4, titles on every page; as wide as a page, or at a size that can be read, side by side.
        expect(sheet.pageSetup.paperSize, `${name} ${sheet.name}`).toBe(9);
        if (sheet.name === '评分点') expect(sheet.pageSetup).toMatchObject({ fitToPage: false, scale: 85 });
        else expect(sheet.pageSetup.fitToWidth).toBe(1);
      }
    }
  });

  it('Word papers are set in Chinese type for Chinese readers', () => {
    for (const [name, bytes] of files) {
      if (!name.endsWith('.docx')) continue;
      const styles = parseXml(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array()));
      if (typeof styles === 'string') throw new Error(styles);
      const defaults = all(styles).find(({ name: tag }) => tag === 'w:rPrDefault');
      const of = (tag: string) => defaults && all(defaults).find(({ name: one }) => one === tag)?.attributes;
      expect(of('w:lang')).toMatchObject({ 'w:eastAsia': 'zh-CN' });
      expect(of('w:rFonts')).toMatchObject({ 'w:eastAsia': '仿宋_GB2312', 'w:ascii': 'Times New Roman' });
    }
  });
});

// One hostile text for all: a file takes half a second, and the SDK looks at how it is built more than at what it says.
describe.concurrent('every file is valid by the Open XML SDK', async () => {
  const sdk = findSdk();
  const why = 'the Open XML SDK is installed on Linux x64 only';
  const files = await everyFile(TEXTS.flatMap(([, text]) => (text.length < 1000 ? text : [])).join('\n'));

  it.for([...files.keys()])('%s', async (name, { skip, expect }) => {
    if (!sdk) return skip(why);
    expect(await sdkFaults(sdk, name, files.get(name) ?? new Uint8Array())).toEqual([]);
  });

  it('which tells a font whose colour stands before its size', async ({ skip, expect }) => {
    if (!sdk) return skip(why);
    const swapped = edited(files.get('sheet.xlsx'), 'xl/styles.xml', (xml) =>
      xml.replace(/(<sz [^>]*>)(<color [^>]*>)/, '$2$1'),
    );
    expect(await sdkFaults(sdk, 'sheet.xlsx', swapped)).toEqual([
      expect.stringMatching(/^\/xl\/styles\.xml .*font.*unexpected child/),
    ]);
  });
});

/** The file with one of its parts changed. */
function edited(file: Uint8Array | undefined, path: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file ?? new Uint8Array());
  const before = strFromU8(parts[path] ?? new Uint8Array());
  expect(edit(before)).not.toBe(before);
  return zipSync({ ...parts, [path]: strToU8(edit(before)) });
}

describe('the reader of packages', async () => {
  const sheet = (await everyFile('表')).get('sheet.xlsx') ?? new Uint8Array();

  it.each<[string, string, (xml: string) => string, RegExp]>([
    ['XML that is not closed', 'xl/workbook.xml', (xml) => xml.slice(0, -5), /workbook\.xml/],
    [
      'a relation to nothing',
      'xl/_rels/workbook.xml.rels',
      (xml) => xml.replace('sheet2.xml', 'no.xml'),
      /not there/,
    ],
    ['an id twice', 'xl/_rels/workbook.xml.rels', (xml) => xml.replace('rId2"', 'rId1"'), /rId1 twice/],
    ['a long sheet name', 'xl/workbook.xml', (xml) => xml.replace('评分表', '长'.repeat(32)), /refused/],
    [
      'a formula',
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('<v>0</v>', '<f>1+1</f><v>0</v>'),
      /formula/,
    ],
    [
      'a string that is not there',
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('<v>0</v>', '<v>9999</v>'),
      /no such string/,
    ],
    [
      'merges on top of each other',
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('<mergeCell ', '<mergeCell ref="A1:B2"/><mergeCell '),
      /overlap/,
    ],
    [
      'a row that is too high',
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace('ht="30"', 'ht="500"'),
      /500 points/,
    ],
    [
      'an untyped part',
      '[Content_Types].xml',
      (xml) => xml.replace(/<Default Extension="jpeg"[^>]*>/, ''),
      /no type/,
    ],
    [
      'two drawings of one id',
      'xl/drawings/drawing2.xml',
      (xml) => xml.replace('id="3"', 'id="2"'),
      /drawing id 2/,
    ],
  ])('tells %s', (_, path, edit, fault) => {
    expect(packageFaults(edited(sheet, path, edit)).join('\n')).toMatch(fault);
  });

  it('finds nothing in what was not changed', () => {
    expect(packageFaults(sheet)).toEqual([]);
  });
});
