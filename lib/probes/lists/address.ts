// Where a written link address leads, when that is another page.

/** The absolute http(s) address, or undefined for scripts, fragments, empty and malformed addresses. */
export function parseHttp(written: string, base: string): string | undefined {
  const text = written.trim();
  if (text === '' || text.startsWith('#') || /^(javascript|mailto|tel|data|about):/i.test(text))
    return undefined;
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
