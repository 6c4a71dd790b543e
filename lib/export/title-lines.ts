// Breaks a title into lines of about equal length between words, as official papers ask (GB/T 9704, 7.3.1: 回行时词意完整、排列对称).

/** Longer ones are no titles any more, and splitting a text into words takes time with the square of its length. */
const LONGEST = 300;
/** Signs that no line begins with. */
const NOT_FIRST = /^[的了、，。：；！？）》”’】〕)\]]/;
/** Signs that no line ends with. */
const NOT_LAST = /[（《“‘【〔([]$/;

/**
 * The title's lines. `most` is the length of a line in full-width signs; half-width ones count half. A word longer than a
 * line is left to the program that sets the type.
 */
export function titleLines(title: string, most: number): string[] {
  const whole = widthOf(title);
  const count = Math.ceil(whole / most);
  if (count <= 1 || title.length > LONGEST || title.includes('\n')) return [title];
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)].map(
    ({ segment }) => segment,
  );
  const lines: string[] = [];
  let line = '';
  let rest = whole;
  words.forEach((word, index) => {
    const left = count - lines.length;
    const aim = rest / left;
    const before = widthOf(line);
    const after = before + widthOf(word);
    const mayBreak = line !== '' && !NOT_FIRST.test(word) && !NOT_LAST.test(line);
    const fuller = after > most || (index > 0 && aim - before < after - aim);
    if (mayBreak && left > 1 && fuller) {
      lines.push(line);
      rest -= before;
      line = '';
    }
    line += word;
  });
  return [...lines, line];
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1;
  return width;
}
