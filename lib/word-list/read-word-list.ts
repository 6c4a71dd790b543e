// Reads a word list from a spreadsheet or CSV file, whole or not at all, and says of every bad row what is wrong with it.
import { readCsv } from '@/lib/export/read-csv';
import { xlsxSentence } from '@/lib/export/xlsx-error';
import { readXlsx, type XlsxReadCell } from '@/lib/export/xlsx-read';
import { MAX_ENTRIES, MAX_WORD, type WordEntry } from '@/lib/model/word-list';
import { plainText } from '@/lib/text/word-matcher';
import { columnOf, KIND_WORDS, SAMPLE_MARK, SEVERITY_WORDS, type WordColumn } from './columns';

export interface WordListProblem {
  /** With an 'error' nothing of the file is used; a 'warning' asks for a look. */
  severity: 'error' | 'warning';
  /** 1-based row of the file; left out = the whole file. */
  row?: number;
  /** One Chinese sentence: what, where, what to do. */
  message: string;
}

export interface ReadWordList {
  /** Given when there is no error. */
  entries?: WordEntry[];
  /** Errors first, then by row. */
  problems: WordListProblem[];
}

type Cells = readonly (string | { wrong: string })[];
/** Rows looked through for the titles: lists often begin with a heading. */
const HEAD_ROWS = 10;

/** Reads by content, not by name: a workbook is a zip file, anything else is taken for CSV. Never rejects. */
export async function readWordList(bytes: Uint8Array): Promise<ReadWordList> {
  if (bytes.length === 0) return refused('文件是空的，请选择填写好的用语表。');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldXls = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (!isZip && !isOldXls) return readTables([readCsv(bytes)]);
  try {
    const sheets = await readXlsx(bytes);
    return readTables(sheets.map(({ rows }) => rows.map((row) => row.map(cellText))));
  } catch (error) {
    return refused(xlsxSentence(error));
  }
}

function cellText(cell: XlsxReadCell): string | { wrong: string } {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return cell.value;
    case 'number':
    case 'boolean':
      return String(cell.value);
    case 'date':
      return { wrong: '是日期格式，请把单元格设为“文本”后重新填写' };
    case 'formula':
      return { wrong: '是公式，请改为直接填写的文字' };
    case 'error':
      return { wrong: `是错误值 ${cell.value}，请改为文字` };
  }
}

function readTables(tables: readonly (readonly Cells[])[]): ReadWordList {
  for (const rows of tables) {
    const head = rows.slice(0, HEAD_ROWS).findIndex((row) => titlesIn(row).has('word'));
    if (head >= 0) return readRows(rows, head);
  }
  return refused('没有找到“词语”列，请对照模板在表头写明“词语”“规范用语”等列名后重新导入。');
}

/** Columns by title; the first of equal titles counts. */
function titlesIn(row: Cells): Map<WordColumn, number> {
  const found = new Map<WordColumn, number>();
  row.forEach((cell, index) => {
    const column = typeof cell === 'string' ? columnOf(cell) : undefined;
    if (column && !found.has(column)) found.set(column, index);
  });
  return found;
}

function readRows(rows: readonly Cells[], head: number): ReadWordList {
  const columns = titlesIn(rows[head] ?? []);
  const entries: WordEntry[] = [];
  const problems: WordListProblem[] = [];
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    if (index <= head || cells.every((cell) => typeof cell === 'string' && cell.trim() === '')) return;
    const row = index + 1;
    const say = (severity: WordListProblem['severity'], what: string) =>
      problems.push({ severity, row, message: `第 ${row} 行：${what}。` });
    const entry = readRow(cells, columns, say);
    if (!entry) return;
    const key = plainText(entry.word);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      say('error', `“${entry.word}”与第 ${earlier} 行重复，请删除其中一行`);
      return;
    }
    seen.set(key, row);
    entries.push(entry);
  });
  if (entries.length === 0 && problems.length === 0) return refused('表中没有填写词语，请填写后重新导入。');
  if (entries.length > MAX_ENTRIES) return refused(`词语超过 ${MAX_ENTRIES} 条，请分成几个用语表分别导入。`);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (errors.length === 0 && entries.length === 0)
    return refused('表中只有示例行，没有填写词语，请填写后重新导入。');
  return { ...(errors.length === 0 && { entries }), problems: [...errors, ...warnings] };
}

function readRow(
  cells: Cells,
  columns: ReadonlyMap<WordColumn, number>,
  say: (severity: WordListProblem['severity'], what: string) => void,
): WordEntry | undefined {
  let usable = true;
  const text = (name: WordColumn): string => {
    const index = columns.get(name);
    const cell = index === undefined ? '' : (cells[index] ?? '');
    if (typeof cell === 'string') return cell.replace(/\s+/g, ' ').trim();
    say('error', `${String.fromCharCode(65 + (index ?? 0))} 列${cell.wrong}`);
    usable = false;
    return '';
  };
  const refuse = (what: string) => {
    say('error', what);
    usable = false;
  };
  const note = text('note');
  if (note.startsWith(SAMPLE_MARK)) {
    say('warning', '是模板中的示例，没有导入');
    return undefined;
  }
  const word = text('word');
  const correct = text('correct');
  if (word === '' && usable) refuse('没有填写词语，请补上或删除该行');
  if ([...word].length > MAX_WORD) refuse(`词语超过 ${MAX_WORD} 个字，请填写词语而不是整句`);
  else if (word !== '' && !/[\p{L}\p{N}]/u.test(plainText(word))) refuse(`“${word}”没有文字或数字，无法比对`);
  const kind = choice(text('kind'), KIND_WORDS, 'forbidden');
  if (!kind) refuse(`类型“${text('kind').slice(0, 20)}”不认识，只能填 禁用、必备`);
  const severity = choice(text('severity'), SEVERITY_WORDS, 'general');
  if (!severity) refuse(`程度“${text('severity').slice(0, 20)}”不认识，只能填 严重、一般`);
  const exceptions = text('exceptions')
    .split(/[、，,；;|\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  for (const exception of exceptions) {
    if ([...exception].length > MAX_WORD)
      refuse(`例外语境“${exception.slice(0, 20)}…”超过 ${MAX_WORD} 个字，请缩短`);
    else if (
      word !== '' &&
      (!plainText(exception).includes(plainText(word)) || plainText(exception) === plainText(word))
    )
      refuse(`例外语境“${exception}”应是包含“${word}”的更长词语`);
  }
  if (correct.length > 200 || note.length > 500)
    refuse('规范用语不能超过 200 字，备注不能超过 500 字，请缩短');
  if (!usable || !kind || !severity) return undefined;
  if (correct !== '' && plainText(correct) === plainText(word) && kind === 'forbidden') {
    say('error', `规范用语与词语“${word}”相同，请改正`);
    return undefined;
  }
  if (kind === 'forbidden' && [...word].length === 1 && exceptions.length === 0)
    say('warning', `“${word}”只有一个字，容易误报，建议填写例外语境`);
  return { word, correct, kind, severity, exceptions: [...new Set(exceptions)], note };
}

function choice<Code extends string>(
  text: string,
  words: Readonly<Record<Code, string>>,
  otherwise: Code,
): Code | undefined {
  if (text === '') return otherwise;
  return (Object.keys(words) as Code[]).find((code) => text.startsWith(words[code]));
}

function refused(message: string): ReadWordList {
  return { problems: [{ severity: 'error', message }] };
}
