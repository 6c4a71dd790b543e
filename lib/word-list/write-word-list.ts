// A word list as a workbook: the blank form with marked samples, and a stored list for correction and passing on.
import { formSheet } from '@/lib/export/form-sheet';
import { writeXlsx, type XlsxSheet } from '@/lib/export/xlsx';
import type { WordEntry } from '@/lib/model/word-list';
import { COLUMNS, KIND_WORDS, SAMPLE_MARK, SEVERITY_WORDS } from './columns';

/** Written as the file's time, so that equal lists give equal files. */
const FIXED_TIME = new Date('2019-04-01T00:00:00Z');
/** Empty rows below the data that still get drop-down lists. */
const ROWS_TO_FILL = 500;

const GUIDE = [
  '每行一个词语。“词语”必填，其余可以不填。表头可用“错误用语”“正确用语”等近似列名。',
  '类型：“禁用”（默认）为页面上不应出现的词语，“必备”为首页应当出现的词语。',
  '程度：“严重”的只提示人工核实；“一般”（默认）的按一般问题提示。',
  '规范用语：应当改成的写法，显示在检查结果中。',
  '例外语境：含有该词语但正确的更长词语，用顿号隔开。例如词语为“象”，例外语境可填“大象、现象”。',
  '英文和数字按整词比对；不分大小写、全角半角。',
  `备注以“${SAMPLE_MARK}”开头的是示例行，导入时忽略。本扩展不附带任何用语表，请按本单位规定填写。`,
];

const SAMPLES: WordEntry[] = [
  {
    word: '示例错误用语',
    correct: '示例规范用语',
    kind: 'forbidden',
    severity: 'general',
    exceptions: ['示例错误用语词典'],
    note: `${SAMPLE_MARK}请删除本行`,
  },
  {
    word: '示例必备用语',
    correct: '',
    kind: 'required',
    severity: 'general',
    exceptions: [],
    note: `${SAMPLE_MARK}请删除本行`,
  },
];

/** The blank form: samples that an import leaves out, and a sheet of instructions. */
export function writeWordListTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  return write('用语表模板', SAMPLES);
}

/** The list as a workbook; importing it gives the same entries. Equal lists give equal bytes. */
export function writeWordList(
  title: string,
  entries: readonly WordEntry[],
): Promise<Uint8Array<ArrayBuffer>> {
  return write(title, entries);
}

function write(title: string, entries: readonly WordEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  const head = Object.values(COLUMNS);
  const list = (column: number, words: readonly string[]): NonNullable<XlsxSheet['lists']>[number] => ({
    column,
    fromRow: 1,
    toRow: entries.length + ROWS_TO_FILL,
    choices: [...words],
    prompt: `请从下拉列表中选择：${words.join('、')}。`,
    error: `只能填：${words.join('、')}。`,
  });
  return writeXlsx({
    title,
    at: FIXED_TIME,
    sheets: [
      formSheet({
        name: '用语表',
        columns: head.map(({ title: name, width }) => ({ title: name, width })),
        rows: entries.map((entry) => [
          entry.word,
          entry.correct,
          KIND_WORDS[entry.kind],
          SEVERITY_WORDS[entry.severity],
          entry.exceptions.join('、'),
          entry.note,
        ]),
        lists: [list(2, Object.values(KIND_WORDS)), list(3, Object.values(SEVERITY_WORDS))],
      }),
      formSheet({
        name: '填写说明',
        columns: [{ title: '填写说明', width: 76 }],
        rows: GUIDE.map((line) => [line]),
        orientation: 'portrait',
      }),
    ],
  });
}
