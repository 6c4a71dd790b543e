// Reads workbooks with the XLSX library, after a look at the archive: typed cells out, or one sentence on why not.
import { cellRef, readXlsx as readWorkbook } from 'hucre/xlsx';
import { checkArchive, damagedArchive } from './xlsx-archive';

/** A cell as read: a formula is told apart from text that looks like one. */
export type XlsxReadCell =
  | { kind: 'empty' }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: Date }
  /** `shown` is the value that the file keeps beside the formula; null when it keeps none or an error. */
  | { kind: 'formula'; formula: string; shown: string | number | boolean | Date | null }
  | { kind: 'error'; value: string };

export interface XlsxReadSheet {
  name: string;
  /** rows[r][c], 0-based; rows may differ in length. */
  rows: XlsxReadCell[][];
}

/** All sheets of an XLSX file, in order, with typed cells. Macros, bombs and damaged files are refused. @throws XlsxError */
export async function readXlsx(bytes: Uint8Array): Promise<XlsxReadSheet[]> {
  await checkArchive(bytes);
  let book: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    book = await readWorkbook(bytes);
  } catch (cause) {
    throw damagedArchive(cause);
  }
  return book.sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map((row, r) =>
      row.map((value, c): XlsxReadCell => {
        const detail = sheet.cells?.get(`${r},${c}`);
        if (detail?.formula !== undefined) {
          const result = detail.type === 'error' ? null : (detail.formulaResult ?? value);
          return { kind: 'formula', formula: detail.formula, shown: result };
        }
        if (detail?.type === 'error') return { kind: 'error', value: String(value ?? '') };
        if (value === null || value === '') return { kind: 'empty' };
        if (typeof value === 'string') return { kind: 'text', value };
        if (typeof value === 'number') return { kind: 'number', value };
        if (typeof value === 'boolean') return { kind: 'boolean', value };
        return { kind: 'date', value };
      }),
    ),
  }));
}

/** Letter name of a 0-based cell, e.g. (0, 2) → 'C1', for messages to the user. */
export function cellName(row: number, column: number): string {
  return cellRef(row, column);
}
