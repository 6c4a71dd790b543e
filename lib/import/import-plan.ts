// Turns the rows of a table into records, and keeps of every row that gives none its number, its cells and the reasons.

import type { ColumnMapping } from './column-mapping';
import { readDay } from './read-day';

/** A row that gives no record. */
export interface BadRow {
  /** 1-based row of the file. */
  row: number;
  /** Clauses without a full stop: what is wrong and what to do. */
  reasons: string[];
  /** As they stand in the file. */
  cells: readonly string[];
}

export interface ImportPlan<T> {
  /** In the order of the file. */
  good: { row: number; record: T; cells: readonly string[] }[];
  bad: BadRow[];
  /** Rows that are taken in, but deserve a look; a clause without a full stop. */
  warnings: { row: number; text: string }[];
}

/** One row as a reader of records sees it. */
export interface ImportRow<F extends string> {
  /** 1-based row of the file. */
  row: number;
  /** The field's text, blanks in a row made one, '' when empty or without a column. */
  text(field: F): string;
  /** true when some column holds the field, filled or not. */
  has(field: F): boolean;
  /** The day in any usual form (read-day); undefined when empty, and when unreadable, which is then a reason (`title` names it). */
  day(field: F, title: string): string | undefined;
  /** The row gives no record; a clause without a full stop. */
  wrong(reason: string): void;
  warn(text: string): void;
}

/**
 * Reads the rows below `header`; empty ones are passed over.
 * @param read gives the row's record; what it gives is dropped when it called `wrong`. undefined without a reason: the row
 *   is no data (a sum, a repeated title).
 */
export function planImport<F extends string, T>(
  rows: readonly (readonly string[])[],
  header: number,
  mapping: ColumnMapping<F>,
  read: (row: ImportRow<F>) => T | undefined,
): ImportPlan<T> {
  const plan: ImportPlan<T> = { good: [], bad: [], warnings: [] };
  const titles = rows[header]?.map((cell) => cell.trim()).join('\n');
  rows.forEach((cells, index) => {
    if (index <= header || cells.every((cell) => cell.trim() === '')) return;
    // Printed lists repeat their titles on each page.
    if (cells.map((cell) => cell.trim()).join('\n') === titles) return;
    const row = index + 1;
    const reasons: string[] = [];
    const warnings: string[] = [];
    const text = (field: F) => {
      const column = mapping[field];
      const said = column === undefined ? '' : (cells[column] ?? '');
      // CSV files carry an apostrophe before text that a spreadsheet would take for a formula.
      return said
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^'(?=[=+\-@])/, '');
    };
    const record = read({
      row,
      text,
      has: (field) => mapping[field] !== undefined,
      day: (field, title) => {
        const said = text(field);
        if (said === '' || /^[-—/无]+$/.test(said)) return undefined;
        const day = readDay(said);
        if (day === undefined) reasons.push(`${title}“${shorten(said)}”不是日期，请写成 2023-10-08 的形式`);
        return day;
      },
      wrong: (reason) => reasons.push(reason),
      warn: (said) => warnings.push(said),
    });
    if (reasons.length > 0) plan.bad.push({ row, reasons, cells });
    else if (record !== undefined) {
      plan.good.push({ row, record, cells });
      for (const said of warnings) plan.warnings.push({ row, text: said });
    }
  });
  return plan;
}

/** A cell's text short enough for a sentence. */
export function shorten(text: string, most = 30): string {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most).join('')}…`;
}
