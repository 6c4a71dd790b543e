// Looks and measures shared by the sheets of the workbook: styles, and how high a row must be for its text.
import type { XlsxCell, XlsxStyle } from './xlsx';

/** Points; Excel's limit is 409. */
const MOST_HEIGHT = 409;
const LINE = 14;

export const TITLE: XlsxStyle = { bold: true, size: 16, align: 'center' };
export const HEAD_LABEL: XlsxStyle = { bold: true, size: 10, border: true, fill: 'F2F5F9', wrap: true };
export const HEAD_TEXT: XlsxStyle = { size: 10, border: true, wrap: true, align: 'left' };
export const COLUMN_HEAD: XlsxStyle = {
  bold: true,
  size: 10,
  border: true,
  fill: 'DCE6F2',
  wrap: true,
  align: 'center',
};
export const BAND: XlsxStyle = {
  bold: true,
  size: 11,
  border: true,
  fill: 'EAF0E6',
  align: 'left',
  wrap: true,
};
export const TEXT: XlsxStyle = { size: 10, border: true, wrap: true, align: 'left', valign: 'top' };
export const CENTER: XlsxStyle = { size: 10, border: true, wrap: true, align: 'center', valign: 'top' };
export const NUMBER: XlsxStyle = { size: 10, border: true, align: 'center', valign: 'top' };
export const FAULT: XlsxStyle = { ...CENTER, bold: true, color: 'B00000' };
export const OPEN: XlsxStyle = { ...CENTER, color: '8A5A00' };
export const WARNING: XlsxStyle = {
  size: 10,
  bold: true,
  color: '8A5A00',
  border: true,
  wrap: true,
  align: 'left',
};

/** A row whose first cell spans all columns; the others carry the style so that the border closes. */
export function spanning(text: string, style: XlsxStyle, columns: number): XlsxCell[] {
  return Array.from({ length: columns }, (_, i) => ({ value: i === 0 ? text : null, style }));
}

/**
 * Height in points for texts in columns of so many characters: generous, because fonts differ between programs and not
 * every program fits a row to its text when it opens a file.
 */
export function heightFor(cells: { text: string; width: number }[], least = LINE): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + linesOf(line, width), 0),
  );
  return Math.min(MOST_HEIGHT, Math.max(least, Math.max(1, ...lines) * LINE + 3));
}

function linesOf(line: string, width: number): number {
  const lines = Math.max(1, Math.ceil(displayWidth(line) / Math.max(1, width * 1.08 - 1)));
  // Words and addresses break early and leave lines part empty.
  return lines > 1 && /[!-~]{8}/.test(line) ? lines + 1 : lines;
}

/** Columns that a line takes: East Asian characters two, others one. */
function displayWidth(line: string): number {
  let width = 0;
  for (const char of line) width += (char.codePointAt(0) ?? 0) < 0x1100 ? 1.1 : 2;
  return width;
}
