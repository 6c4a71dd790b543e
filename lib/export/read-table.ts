// Reads the tables that offices hand over (XLSX, CSV, TSV) as plain text cells, and refuses everything else with one sentence.
import { decodeText, readDelimited } from './read-csv';
import { macrosInside } from './xlsx-archive';
import { XlsxError } from './xlsx-error';
import { cellName, readXlsx, type XlsxReadCell } from './xlsx-read';

export interface TableSheet {
  name: string;
  /** rows[r][c], 0-based, so that row r is the file's row r + 1; rows differ in length, empty rows stay. */
  rows: string[][];
}

/** The file is no table that can be used; `message` is one Chinese sentence for the user. */
export class TableRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TableRefused';
  }
}

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 30 * MEGABYTE;
const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
/** Characters; spreadsheet programs themselves stop at 32,767. */
const MOST_IN_CELL = 10_000;
const AS_XLSX = '请用 Excel 或 WPS 另存为 .xlsx 文件后重试。';

/**
 * All sheets of the file that hold anything. Told by content, the name only decides between tab and comma. Formula cells
 * give the value that the file shows; days come as `YYYY-MM-DD`.
 * @throws TableRefused
 */
export async function readTable(file: Blob, name: string): Promise<{ sheets: TableSheet[] }> {
  if (file.size === 0) throw new TableRefused(`文件“${name}”是空的，请选择填写好的表格。`);
  if (file.size > MOST_BYTES) {
    throw new TableRefused(`文件“${name}”超过 30 MB，请删去图片和无关工作表，或分成几个文件后重试。`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOle = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (/\.xlsm$/i.test(name)) throw new TableRefused(macrosInside().message);
  const sheets = isZip || isOle ? await readWorkbook(bytes, name) : [readText(bytes, name)];
  const filled = sheets.map(trimmed).filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new TableRefused(`文件“${name}”中没有内容，请选择填写好的表格。`);
  for (const sheet of filled) checkSize(sheet);
  return { sheets: filled };
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<TableSheet[]> {
  const sheets = await readXlsx(bytes).catch((cause: unknown) => {
    if (cause instanceof XlsxError) throw new TableRefused(cause.message, { cause });
    throw new TableRefused(`文件“${name}”无法读取，可能已损坏，${AS_XLSX}`, { cause });
  });
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row, r) =>
      row.map((cell, c) => textOf(cell, `工作表“${sheet.name}”的 ${cellName(r, c)}`)),
    ),
  }));
}

function readText(bytes: Uint8Array, name: string): TableSheet {
  const text = decodeText(bytes);
  const start = text.slice(0, 200).trimStart().toLowerCase();
  if (/^(<!doctype|<html|<table|<\?xml|<meta)/.test(start)) {
    throw new TableRefused(`文件“${name}”是网页格式，不是真正的表格，${AS_XLSX}`);
  }
  const broken = text.match(/[\0\ufffd]/g)?.length ?? 0;
  if (text.includes('\0') || broken * 50 > text.length || /^(%pdf|\{\\rtf|[{[]\s*["{[])/.test(start)) {
    throw new TableRefused(`文件“${name}”不是表格，请选择 .xlsx 或 .csv 文件。`);
  }
  const { rows, unclosed } = readDelimited(text, /\.tsv$/i.test(name) ? '\t' : '');
  if (unclosed !== undefined) {
    throw new TableRefused(`文件“${name}”第 ${unclosed} 行起引号没有成对，无法分列，请改正后重试。`);
  }
  return { name: name.replace(/\.\w{2,5}$/, ''), rows };
}

function textOf(cell: XlsxReadCell, place: string): string {
  switch (cell.kind) {
    case 'empty':
    case 'error':
      return '';
    case 'formula':
      // Programs that write files often leave the results out; taken as empty, the row would lose its content in silence.
      if (cell.shown === null) {
        throw new TableRefused(`${place} 单元格是公式，文件中没有它的结果，请改为文字或数字后重试。`);
      }
      return plain(cell.shown);
    default:
      return plain(cell.value);
  }
}

function plain(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayText(value);
  // Fifteen digits, as spreadsheets show them: 0.1 + 0.2 is 0.3.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}

/** The reader gives days of the sheet as UTC; a time of day is left out when it is midnight. */
function dayText(value: Date): string {
  const iso = value.toISOString();
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Without the empty cells and rows that formatting leaves behind at the ends. */
function trimmed({ name, rows }: TableSheet): TableSheet {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell.trim() !== '') + 1));
  return { name, rows: cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1) };
}

function checkSize({ name, rows }: TableSheet): void {
  if (rows.length > MOST_ROWS) {
    throw new TableRefused(`工作表“${name}”超过 ${MOST_ROWS} 行，请分成几个文件后重试。`);
  }
  rows.forEach((row, r) => {
    if (row.length > MOST_COLUMNS) {
      throw new TableRefused(`工作表“${name}”第 ${r + 1} 行超过 ${MOST_COLUMNS} 列，请删去无关内容后重试。`);
    }
    const long = row.findIndex((cell) => cell.length > MOST_IN_CELL);
    if (long >= 0) {
      throw new TableRefused(
        `工作表“${name}”的 ${cellName(r, long)} 单元格超过 ${MOST_IN_CELL} 字，请改正后重试。`,
      );
    }
  });
}
