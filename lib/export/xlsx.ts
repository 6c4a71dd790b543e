// Writes workbooks with the XLSX library: a small vocabulary of our own, text that stays text, and exactly placed pictures.
import {
  type CellStyle,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx as writeWorkbook,
} from 'hucre/xlsx';
import { cellText } from './clean-text';
import { fixWorkbook } from './xlsx-package';

/** Colours are 6 hex digits without '#'. */
export interface XlsxStyle {
  bold?: boolean;
  /** Points. */
  size?: number;
  color?: string;
  fill?: string;
  /** Thin lines on all four sides. */
  border?: boolean;
  wrap?: boolean;
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'center' | 'bottom';
  /** Number format, e.g. '0.00'. */
  format?: string;
}

/** Text stays text whatever it starts with; null is an empty cell. */
export type XlsxValue = string | number | null;
export type XlsxCell = XlsxValue | { value: XlsxValue; style?: XlsxStyle };

/** A picture at its exact size, CSS pixels (96 per inch), `row`/`column` 0-based, offsets from that cell's corner. */
export interface XlsxPicture {
  bytes: Uint8Array;
  mime: 'image/jpeg' | 'image/png';
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  alt: string;
}

/** A drop-down list for part of a column. Rows and columns are 0-based and inclusive. */
export interface XlsxList {
  column: number;
  fromRow: number;
  toRow: number;
  /** Choices: short ones in place (no commas, 255 characters in all), or a part of a column of some sheet. */
  choices: string[] | { sheet: string; column: number; fromRow: number; toRow: number };
  /** Said when the cell is selected. */
  prompt?: string;
  /** Said when something else is typed; left out = other values are allowed. */
  error?: string;
}

export interface XlsxSheet {
  name: string;
  /** Column widths in characters of the default font. */
  columns: number[];
  rows: XlsxCell[][];
  /** Row heights in points by 0-based row; a row without one fits itself to its text when opened. */
  heights?: ReadonlyMap<number, number>;
  /** The heights only fit what is there now: rows change with their text when somebody edits it. */
  growing?: boolean;
  /** 0-based, inclusive. */
  merges?: { fromRow: number; fromColumn: number; toRow: number; toColumn: number }[];
  /** Rows that stay when scrolling. */
  freezeRows?: number;
  pictures?: XlsxPicture[];
  lists?: XlsxList[];
  /** A4, all columns on one page's width unless `sideways`. Left out: the program's defaults. */
  print?: {
    orientation: 'portrait' | 'landscape';
    /** For what would be too small on one page's width: pages side by side. */
    sideways?: XlsxSideways;
    /** First and last row (0-based) printed again on every page. */
    repeatRows?: [number, number];
    /** Plain text at the left of the foot; the page number stands at the right. */
    footer?: string;
  };
}

/** Columns are 0-based. */
export interface XlsxSideways {
  /** Columns that begin another page. */
  breaks: number[];
  /** The last column on paper; what is right of it is for programs. */
  lastColumn: number;
  /** The column that tells what a row is: printed again at the left of every page after its own. */
  repeatColumn: number;
  /** Percent of the full size. */
  scale: number;
}

export interface XlsxBook {
  title: string;
  /** Written as the file's time of change, so that equal content gives equal bytes. */
  at: Date;
  sheets: XlsxSheet[];
}

/** The book as an XLSX file. Equal books give equal bytes (within one browser engine). */
export async function writeXlsx(book: XlsxBook): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeWorkbook({
    properties: { title: cellText(book.title, 255), created: book.at, modified: book.at },
    defaultFont: { name: '宋体', size: 11 },
    sheets: book.sheets.map(toLibrarySheet),
  });
  return fixWorkbook(file, book.sheets);
}

/** Strings that the library would write as error values instead of text. */
const ERROR_LOOKALIKE = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/;

function toLibrarySheet(sheet: XlsxSheet): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rows = sheet.rows.map((row, r) =>
    row.map((cell, c) => {
      const { value, style } = cell !== null && typeof cell === 'object' ? cell : { value: cell };
      const text = typeof value === 'string' ? escapeUnderscores(cellText(value)) : null;
      const errorLike = text !== null && ERROR_LOOKALIKE.test(text);
      if (style || errorLike) {
        cells.set(`${r},${c}`, {
          ...(style ? { style: toLibraryStyle(style) } : {}),
          ...(errorLike ? { richText: [{ text: text ?? '' }] } : {}),
        });
      }
      return text ?? value;
    }),
  );
  if (sheet.print?.repeatRows && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet.name)) {
    throw new Error(`a sheet with repeated rows needs a plain name: ${sheet.name}`);
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map((width) => ({ width })),
    rows,
    cells,
    merges: sheet.merges?.map((m) => ({
      startRow: m.fromRow,
      startCol: m.fromColumn,
      endRow: m.toRow,
      endCol: m.toColumn,
    })),
    ...(sheet.heights ? { rowDefs: new Map([...sheet.heights].map(([r, height]) => [r, { height }])) } : {}),
    ...(sheet.freezeRows ? { freezePane: { rows: sheet.freezeRows } } : {}),
    images: sheet.pictures?.map((picture) => ({
      data: picture.bytes,
      type: picture.mime === 'image/png' ? ('png' as const) : ('jpeg' as const),
      anchor: { from: { row: picture.row, col: picture.column } },
      width: Math.round(picture.width),
      height: Math.round(picture.height),
      altText: cellText(picture.alt, 1000),
    })),
    dataValidations: sheet.lists?.map(toLibraryList),
    ...(sheet.print ? toLibraryPrint(sheet.print) : {}),
  };
}

/** `_x0041_` in a cell's text would be read as an escape for 'A'; the escape for its underscore keeps it literal. */
function escapeUnderscores(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function toLibraryStyle(style: XlsxStyle): CellStyle {
  const side = { style: 'thin' as const, color: { rgb: '999999' } };
  return {
    font: {
      name: '宋体',
      size: style.size ?? 11,
      ...(style.bold ? { bold: true } : {}),
      ...(style.color ? { color: { rgb: style.color } } : {}),
    },
    ...(style.fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: style.fill } } } : {}),
    ...(style.border ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    alignment: {
      vertical: style.valign ?? 'center',
      ...(style.align ? { horizontal: style.align } : {}),
      ...(style.wrap ? { wrapText: true } : {}),
    },
    ...(style.format ? { numFmt: style.format } : {}),
  };
}

function toLibraryList(list: XlsxList): DataValidation {
  const { choices } = list;
  if (Array.isArray(choices) && (choices.join(',').length > 255 || choices.some((c) => /[",]/.test(c)))) {
    throw new Error('choices with commas, quotes or more than 255 characters must stand in a column');
  }
  const column = colToLetter(list.column);
  return {
    type: 'list',
    range: `${column}${list.fromRow + 1}:${column}${list.toRow + 1}`,
    allowBlank: true,
    ...(Array.isArray(choices)
      ? { values: choices }
      : {
          formula1: `'${choices.sheet.replace(/'/g, "''")}'!$${colToLetter(choices.column)}$${choices.fromRow + 1}:$${colToLetter(choices.column)}$${choices.toRow + 1}`,
        }),
    ...(list.prompt ? { showInputMessage: true, inputMessage: cellText(list.prompt, 255) } : {}),
    ...(list.error
      ? { showErrorMessage: true, errorStyle: 'stop' as const, errorMessage: cellText(list.error, 225) }
      : {}),
  };
}

function toLibraryPrint(print: NonNullable<XlsxSheet['print']>): Partial<WriteSheet> {
  const { repeatRows: repeat, sideways } = print;
  // '&' starts a code in headers and footers.
  const footer = cellText(print.footer ?? '', 120).replace(/&/g, '&&');
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      ...(sideways
        ? {
            // A program that fits to a page takes no notice of breaks.
            scale: sideways.scale,
            printArea: `$A:$${colToLetter(sideways.lastColumn)}`,
            printTitlesColumn: `$${colToLetter(sideways.repeatColumn)}:$${colToLetter(sideways.repeatColumn)}`,
          }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true }),
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
      ...(repeat ? { printTitlesRow: `$${repeat[0] + 1}:$${repeat[1] + 1}` } : {}),
    },
    // The library's breaks lie after a column.
    ...(sideways ? { colBreaks: sideways.breaks.map((column) => column - 1) } : {}),
    headerFooter: { oddFooter: `&L&9${footer ? ` ${footer}` : ''}&R&9第 &P 页　共 &N 页` },
  };
}
