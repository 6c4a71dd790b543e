// Makes any text from pages and files fit for XML and spreadsheet cells; what cannot be kept is replaced visibly, never dropped.

/** Most UTF-16 units that a spreadsheet cell holds (Excel's limit). */
export const CELL_LIMIT = 32767;

/**
 * Text without anything that XML 1.0 forbids: control characters become their pictures (U+2400 ff.), lone surrogates
 * and non-characters become U+FFFD, line ends become `\n`. Tabs and line feeds stay.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) =>
        String.fromCharCode(0x2400 + c.charCodeAt(0)),
      )
      .replace(/\u007f/g, '\u2421')
      .replace(/[\u0080-\u009f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  );
}

/** `cleanText`, cut to `limit` UTF-16 units with a mark that names the original length. Never splits a surrogate pair. */
export function cellText(text: string, limit = CELL_LIMIT): string {
  const clean = cleanText(text);
  if (clean.length <= limit) return clean;
  const mark = `……（原文共 ${clean.length} 字，此处截断）`;
  const kept = clean.slice(0, limit - mark.length).replace(/[\ud800-\udbff]$/, '');
  return kept + mark;
}
