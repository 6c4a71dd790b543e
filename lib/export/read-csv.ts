// Reads CSV files as offices have them: UTF-8 with or without mark, UTF-16, or GBK as spreadsheet programs in China write it.
import papa from 'papaparse';

/** Rows of cells as text, blank lines kept so that row numbers are those of the file. */
export function readCsv(bytes: Uint8Array): string[][] {
  return papa.parse<string[]>(decodeText(bytes), { skipEmptyLines: false }).data;
}

/**
 * The rows of a text whose cells stand between commas, tabs, semicolons or bars, as `delimiter` or the text itself says.
 * `unclosed`: 1-based row whose quotation mark is never closed, so that the rest of the file fell into one cell.
 */
export function readDelimited(text: string, delimiter = ''): { rows: string[][]; unclosed?: number } {
  const { data, errors } = papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  return { rows: data, ...(open && { unclosed: (open.row ?? 0) + 1 }) };
}

/** The text of a file by its mark; without one UTF-8 if it is that throughout, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
