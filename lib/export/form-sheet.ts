// A worksheet that people go on filling in: one row of titles that stays and prints on every page, rows that grow with their text.
import type { XlsxCell, XlsxSheet, XlsxSideways, XlsxValue } from './xlsx';
import { COLUMN_HEAD, heightFor, TEXT } from './xlsx-layout';

export interface Form {
  name: string;
  /** Widths in characters of the default font. */
  columns: { title: string; width: number }[];
  rows: readonly (readonly XlsxValue[])[];
  lists?: XlsxSheet['lists'];
  orientation?: 'portrait' | 'landscape';
  sideways?: XlsxSideways | undefined;
}

/** The sheet; text stays text. Rows are as high as their text needs, and stay free to change. */
export function formSheet({
  name,
  columns,
  rows,
  lists,
  orientation = 'landscape',
  sideways,
}: Form): XlsxSheet {
  const all = [columns.map(({ title }) => title), ...rows];
  const height = (row: readonly XlsxValue[]) =>
    heightFor(row.map((value, at) => ({ text: `${value ?? ''}`, width: columns[at]?.width ?? 10 })));
  return {
    name,
    columns: columns.map(({ width }) => width),
    rows: all.map((row, index) =>
      row.map((value): XlsxCell => ({ value, style: index === 0 ? COLUMN_HEAD : TEXT })),
    ),
    heights: new Map(all.map((row, index) => [index, height(row)])),
    growing: true,
    freezeRows: 1,
    print: { orientation, footer: name, repeatRows: [0, 0], ...(sideways ? { sideways } : {}) },
    ...(lists ? { lists } : {}),
  };
}
