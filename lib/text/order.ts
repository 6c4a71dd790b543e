// The two orders of text: one for keys that nobody reads, one for names as people look them up.

/** By UTF-16 code units: the same on every computer and in every browser, so that files and tests are stable. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });

/** By pinyin, numbers in a name by their value (“第 30 中学” before “第 129 中学”); whatever the computer's language. */
export function byName(a: string, b: string): number {
  return COLLATOR.compare(a, b) || byCodePoint(a, b);
}

/** Each name once, by `byName`; the empty one is left out. */
export function namesInOrder(names: Iterable<string>): string[] {
  return [...new Set(names)].filter(Boolean).sort(byName);
}
