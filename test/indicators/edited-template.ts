// The template as an office would change it: with an independent spreadsheet library.
import ExcelJS from 'exceljs';
import { writeSetTemplate } from '@/lib/indicators/set-xlsx';

/** The template changed with an independent library, as an office would with its own program. */
export async function edited(change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeSetTemplate()).buffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Cell of 评分点 by its column title and row. */
export function cellOf(book: ExcelJS.Workbook, title: string, row: number): ExcelJS.Cell {
  const sheet = sheetOf(book, '评分点');
  const titles = (sheet.getRow(1).values as unknown[]).map(String);
  return sheet.getCell(row, titles.indexOf(title));
}
