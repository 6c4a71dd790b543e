// One order for text in every report, independent of the computer's language, so that files are byte-stable.

/** By UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
