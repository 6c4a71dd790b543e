// Reads points as people type them.

/** Text → hundredths: `95.5` → 9550; undefined when it is no number of at most two decimals, or negative. */
export function readPoints(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return undefined;
  return Math.round(Number(plain) * 100);
}
