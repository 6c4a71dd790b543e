// The rows that an import could not use, as a file to be put right and imported again.
import papa from 'papaparse';
import { cellText } from './clean-text';
import { formSheet } from './form-sheet';
import { writeXlsx } from './xlsx';

export interface BadRows {
  /** The titles of the file that was imported. */
  header: readonly string[];
  rows: readonly { row: number; reasons: readonly string[]; cells: readonly string[] }[];
}

/** Titles of the two columns in front; an import passes them over. */
const ADDED = ['原行号', '导入问题'];

/** Row number and reasons in front of the row as it stood. Text stays text. */
export function badRowsXlsx({ header, rows }: BadRows, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx({
    title: '有问题的行',
    at,
    sheets: [
      formSheet({
        name: '有问题的行',
        columns: [8, 40, ...header.map(() => 18)].map((width, at) => ({
          title: [...ADDED, ...header][at] ?? '',
          width,
        })),
        rows: rows.map(({ row, reasons, cells }) => [row, reasons.join('；'), ...cells]),
      }),
    ],
  });
}

/** The same as CSV, UTF-8 with mark; cells that a spreadsheet would take for a formula get an apostrophe in front. */
export function badRowsCsv({ header, rows }: BadRows): Uint8Array<ArrayBuffer> {
  const lines = rows.map(({ row, reasons, cells }) => [
    row,
    reasons.join('；'),
    ...cells.map((one) => cellText(one)),
  ]);
  const text = papa.unparse([[...ADDED, ...header], ...lines], { newline: '\r\n', escapeFormulae: true });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
