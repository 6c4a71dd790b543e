// The only place where sets meet spreadsheet files: plain tables of texts and numbers in, typed cells out.
import { formSheet } from '@/lib/export/form-sheet';
import { writeXlsx, type XlsxSideways } from '@/lib/export/xlsx';
import { xlsxSentence } from '@/lib/export/xlsx-error';
import { readXlsx, type XlsxReadCell } from '@/lib/export/xlsx-read';

/** A cell as read; formulas and errors are told apart from what looks like them. */
export type TableCell = XlsxReadCell;

/** A table of a workbook: its first row is the head. */
export interface Table {
  name: string;
  head: readonly TableColumn[];
  /** Texts stay texts whatever they begin with; null is an empty cell. */
  rows: readonly (readonly (string | number | null)[])[];
  /** Too wide for one page's width. */
  sideways?: XlsxSideways;
}

export interface TableColumn {
  title: string;
  /** Characters of the default font. */
  width: number;
  /** Drop-down list for the column. */
  choices?: readonly string[];
  /** Said when a cell of the column is selected. */
  prompt?: string;
}

/** Empty rows below the data that still get drop-down lists. */
const ROWS_TO_FILL = 500;
/** Characters that fit across an upright page at full size. */
const PORTRAIT = 95;
/** Written as the file's time, so that equal sets give equal files. */
const FIXED_TIME = new Date('2019-04-01T00:00:00Z');

/** The tables as an XLSX file, one sheet each, with a bold head that stays when scrolling. */
export async function writeTables(title: string, tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({
    title,
    at: FIXED_TIME,
    sheets: tables.map((table) =>
      formSheet({
        name: table.name,
        columns: table.head.map(({ title: name, width }) => ({ title: name, width })),
        rows: table.rows,
        sideways: table.sideways,
        orientation:
          table.head.reduce((sum, { width }) => sum + width, 0) > PORTRAIT ? 'landscape' : 'portrait',
        lists: table.head.flatMap((column, index) =>
          column.choices === undefined
            ? []
            : [
                {
                  column: index,
                  fromRow: 1,
                  toRow: table.rows.length + ROWS_TO_FILL,
                  choices: [...column.choices],
                  prompt: column.prompt ?? `请从下拉列表中选择“${column.title}”。`,
                  error: `“${column.title}”只能填：${column.choices.join('、')}。`,
                },
              ],
        ),
      }),
    ),
  });
}

/** All sheets of a file, or the one sentence that says why it cannot be read. Nothing is thrown. */
export async function readTables(
  bytes: Uint8Array,
): Promise<{ sheets: { name: string; rows: TableCell[][] }[] } | { failure: string }> {
  try {
    return { sheets: await readXlsx(bytes) };
  } catch (error) {
    return { failure: xlsxSentence(error) };
  }
}

/** Letters of a 0-based column: 0 → 'A', 26 → 'AA'. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + (index % 26));
}
