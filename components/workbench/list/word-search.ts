// The search of the workbench's lists: every word must occur somewhere in the row. Pure.
import { comparable } from '@/lib/text/fold';

/**
 * @param wordsOf what of a row is searched; asked once per row, not once per keystroke, so a row must not change
 * @returns makes of a query the test of one row; no words fit every row
 */
export function wordSearch<Row extends object>(wordsOf: (row: Row) => readonly (string | undefined)[]) {
  const known = new WeakMap<Row, string>();
  const textOf = (row: Row) => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const text = wordsOf(row)
      .map((part) => fold(part ?? ''))
      .join('\n');
    known.set(row, text);
    return text;
  };
  return (query: string): ((row: Row) => boolean) => {
    const words = query.split(/\s+/).map(fold).filter(Boolean);
    return (row) => words.every((word) => textOf(row).includes(word));
  };
}

/** Full-width, traditional and capital forms count as the plain ones, and blanks do not count. */
function fold(text: string): string {
  return comparable(text.normalize('NFKC'));
}
