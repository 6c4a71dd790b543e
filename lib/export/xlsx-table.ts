// Builds one worksheet row by row, keeping merges and row heights in step.
import type { Note } from '@/lib/report/notes';
import type { XlsxCell, XlsxSheet, XlsxStyle } from './xlsx';
import { COLUMN_HEAD, HEAD_LABEL, HEAD_TEXT, heightFor, spanning } from './xlsx-layout';

/** Collects rows, merges and heights of one sheet. */
export class Table {
  readonly rows: XlsxCell[][] = [];
  readonly merges: NonNullable<XlsxSheet['merges']> = [];
  readonly heights = new Map<number, number>();
  private head: number | undefined;

  constructor(readonly widths: number[]) {}

  /** A row as high as its texts need, at least `least` points. */
  row(cells: XlsxCell[], least?: number): void {
    this.rows.push(cells);
    const texts = cells.map((cell, column) => {
      const value = cell !== null && typeof cell === 'object' ? cell.value : cell;
      return { column, columns: 1, text: value === null ? '' : String(value) };
    });
    this.fit(texts, least);
  }

  /** One text over all columns. */
  span(text: string, style: XlsxStyle, least?: number): void {
    this.row(spanning(text, style, this.widths.length));
    this.merge(0, this.widths.length - 1);
    this.fit([{ column: 0, columns: this.widths.length, text }], least);
  }

  columnHead(titles: string[]): void {
    this.row(titles.map((value) => ({ value, style: COLUMN_HEAD })));
    this.head = this.rows.length - 1;
  }

  /** Label and text pairs, two to a row; `starts` are the columns of label, text, label, text. */
  pairs(notes: Note[], starts: [number, number, number, number]): void {
    const ends = [starts[1], starts[2], starts[3], this.widths.length];
    for (let at = 0; at < notes.length; at += 2) {
      const texts = notes.slice(at, at + 2).flatMap(({ label, text }) => [label, text]);
      const cells: XlsxCell[] = [];
      starts.forEach((start, i) => {
        const style = i % 2 === 0 ? HEAD_LABEL : HEAD_TEXT;
        for (let c = start; c < (ends[i] ?? start); c++) {
          cells.push({ value: c === start ? (texts[i] ?? '') : null, style });
        }
      });
      this.row(cells);
      starts.forEach((start, i) => {
        this.merge(start, (ends[i] ?? start) - 1);
      });
      this.fit(
        starts.map((column, i) => ({ column, columns: (ends[i] ?? column) - column, text: texts[i] ?? '' })),
      );
    }
  }

  /** Merges columns of the last row. */
  merge(fromColumn: number, toColumn: number): void {
    const row = this.rows.length - 1;
    if (toColumn > fromColumn) this.merges.push({ fromRow: row, toRow: row, fromColumn, toColumn });
  }

  /** Gives the last row a height for these texts, of columns that may be merged. */
  fit(texts: { column: number; columns: number; text: string }[], least?: number): void {
    this.heights.set(
      this.rows.length - 1,
      heightFor(
        texts.map(({ column, columns, text }) => ({ text, width: this.width(column, columns) })),
        least,
      ),
    );
  }

  sheet(name: string, footer: string, orientation: 'portrait' | 'landscape' = 'landscape'): XlsxSheet {
    const head = this.head;
    return {
      name,
      columns: this.widths,
      rows: this.rows,
      merges: this.merges,
      heights: this.heights,
      ...(head === undefined ? {} : { freezeRows: head + 1 }),
      print: {
        orientation,
        footer,
        ...(head === undefined ? {} : { repeatRows: [head, head] as [number, number] }),
      },
    };
  }

  private width(column: number, columns: number): number {
    return this.widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0);
  }
}
