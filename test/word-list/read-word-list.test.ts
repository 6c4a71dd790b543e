// Word lists as files: written by an independent program, refused row by row, and back as they went out.
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordEntry } from '@/lib/model/word-list';
import { readWordList } from '@/lib/word-list/read-word-list';
import { writeWordList, writeWordListTemplate } from '@/lib/word-list/write-word-list';

async function workbook(rows: (string | number | { formula: string } | Date)[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('封面').addRow(['某市规范用语']);
  const sheet = book.addWorksheet('表');
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const csv = (text: string) => new TextEncoder().encode(text);

describe('readWordList', () => {
  it('reads another program’s workbook, below a heading, with titles of its own', async () => {
    const { entries, problems } = await readWordList(
      await workbook([
        ['某市规范用语表（2026年）'],
        ['序号', '错误表述', '正确表述', '严重程度', '例外', '说明'],
        [1, '甲乙国', '甲国、乙国', '严重', '', '按通知'],
        [2, '象', '像', '', '大象，现象', ''],
        [],
        [3, 2024, '', '一般', '', ''],
      ]),
    );
    expect(problems).toEqual([]);
    expect(entries?.map((entry) => Object.values(entry))).toEqual([
      ['甲乙国', '甲国、乙国', 'forbidden', 'serious', [], '按通知'],
      ['象', '像', 'forbidden', 'general', ['大象', '现象'], ''],
      ['2024', '', 'forbidden', 'general', [], ''],
    ]);
  });

  it('names every bad row with its number and reason, and gives nothing', async () => {
    const { entries, problems } = await readWordList(
      await workbook([
        ['词语', '规范用语', '类型', '程度', '例外语境'],
        ['好词', '', '必备', '', ''],
        ['', '只有正词', '', '', ''],
        ['错词', '', '推荐', '很严重', ''],
        ['象', '像', '', '', '大像'],
        ['ＡＢＣ', '', '', '', ''],
        ['abc', '', '', '', ''],
        [{ formula: 'A1&"x"' }, '', '', '', ''],
        ['同', '同', '', '', ''],
        ['字'.repeat(61), '', '', '', ''],
        ['——', '', '', '', ''],
        [new Date(2024, 0, 1), '', '', '', ''],
      ]),
    );
    expect(entries).toBeUndefined();
    expect(problems.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'error 第 3 行：没有填写词语，请补上或删除该行。',
      'error 第 4 行：类型“推荐”不认识，只能填 禁用、必备。',
      'error 第 4 行：程度“很严重”不认识，只能填 严重、一般。',
      'error 第 5 行：例外语境“大像”应是包含“象”的更长词语。',
      'error 第 7 行：“abc”与第 6 行重复，请删除其中一行。',
      'error 第 8 行：A 列是公式，请改为直接填写的文字。',
      'error 第 9 行：规范用语与词语“同”相同，请改正。',
      'error 第 10 行：词语超过 60 个字，请填写词语而不是整句。',
      'error 第 11 行：“——”没有文字或数字，无法比对。',
      'error 第 12 行：A 列是日期格式，请把单元格设为“文本”后重新填写。',
    ]);
  });

  it('reads CSV in UTF-8 and GBK', async () => {
    const gbk = new Uint8Array([0xb4, 0xed, 0xb4, 0xca, 0x0a, 0xbc, 0xd7, 0xd2, 0xd2, 0xb9, 0xfa]);
    expect((await readWordList(gbk)).entries?.map(({ word }) => word)).toEqual(['甲乙国']);
    const utf8 = csv('\ufeff词语,规范用语\r\n"甲,乙国",甲国\r\n');
    expect((await readWordList(utf8)).entries?.map(({ word, correct }) => [word, correct])).toEqual([
      ['甲,乙国', '甲国'],
    ]);
  });

  it.each([
    ['', '文件是空的'],
    ['甲,乙', '没有找到“词语”列'],
    ['词语\n', '没有填写词语'],
    ['PK\x03\x04 broken', '.xlsx'],
  ])('refuses %j with one sentence', async (text, sentence) => {
    const { entries, problems } = await readWordList(csv(text));
    expect(entries).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(sentence);
  });

  it('leaves the samples of the template out, saying so', async () => {
    const { entries, problems } = await readWordList(await writeWordListTemplate());
    expect(entries).toBeUndefined();
    expect(problems[0]?.message).toContain('只有示例行');
  });

  it('gives back what was written', async () => {
    const letters = fc.constantFrom('国', '家', 'A', 'b', '1', '=', '<', '"');
    const word = fc.array(letters, { minLength: 1, maxLength: 6 }).map((chars) => `词${chars.join('')}`);
    const entry = fc.record({
      word,
      correct: fc.constantFrom('', '正 词', '=1+1'),
      kind: fc.constantFrom('forbidden' as const, 'required' as const),
      severity: fc.constantFrom('serious' as const, 'general' as const),
      note: fc.constantFrom('', '依据<b>'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, { minLength: 1, maxLength: 8, selector: ({ word }) => word.toLowerCase() }),
        async (rows) => {
          const entries = rows.map((row) => WordEntry.parse({ ...row, exceptions: [`大${row.word}`] }));
          expect((await readWordList(await writeWordList('表', entries))).entries).toEqual(entries);
        },
      ),
      { numRuns: 20 },
    );
  });
});
