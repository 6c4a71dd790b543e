// Splits “label：value” runs as pages print them, several to a line.

export interface Labelled {
  label: string;
  /** Up to the next label; '' when nothing follows. */
  value: string;
  /** Where the label starts in the text. */
  at: number;
}

const LABEL = /(?<![\u4e00-\u9fff\d])((?:[\u4e00-\u9fff][ \u00a0\u3000]{0,4}){1,8}?)[ \u00a0\u3000]*[:：]/g;

/**
 * Labels of a line with the values behind them, in order. A label is one to eight Chinese characters (blanks between them
 * allowed, as in “文 号：”) before a colon. `accepts` says which labels count; others stay part of the value.
 */
export function splitLabels(text: string, accepts: (label: string) => boolean): Labelled[] {
  if (!/[:：]/.test(text)) return [];
  const labels: { label: string; at: number; end: number }[] = [];
  for (const match of text.matchAll(LABEL)) {
    const label = (match[1] ?? '').replace(/\s/g, '');
    if (accepts(label)) labels.push({ label, at: match.index, end: match.index + match[0].length });
  }
  return labels.map(({ label, at, end }, index) => ({
    label,
    at,
    value: text.slice(end, labels[index + 1]?.at).trim(),
  }));
}
