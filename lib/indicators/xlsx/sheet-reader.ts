// Reads one sheet row by row: finds columns by their titles, turns cells into values, and names every cell it cannot use.
import type { CellPlace, SetProblem } from '../set-problem';
import { columnLetters, type TableCell } from './table';

/** Problems of a workbook, each with its cell. */
export class WorkbookReport {
  readonly problems: SetProblem[] = [];

  /** `message` is a clause without its full stop; the place is put before it. */
  add(severity: SetProblem['severity'], where: CellPlace, message: string): void {
    this.problems.push({ severity, path: '$', where, message: `${placeText(where)}：${message}。` });
  }
}

/** “工作表“评分点”第 5 行 F 列” */
export function placeText({ sheet, row, column }: CellPlace): string {
  return `工作表“${sheet}”第 ${row} 行 ${column} 列`;
}

/** A cell's value, or undefined when it is empty or cannot be used (then it is reported). */
export class SheetReader<Column extends string> {
  constructor(
    readonly sheet: string,
    private readonly rows: readonly (readonly TableCell[])[],
    private readonly columns: ReadonlyMap<Column, number>,
    private readonly titles: Readonly<Record<Column, { title: string }>>,
    private readonly report: WorkbookReport,
  ) {}

  /** Indexes (0-based) of the rows below the head that hold anything in a known column. */
  filledRows(): number[] {
    const columns = [...this.columns.values()];
    return this.rows.flatMap((row, index) =>
      index > 0 && columns.some((column) => !isBlank(row[column])) ? [index] : [],
    );
  }

  place(row: number, column: Column): CellPlace {
    return { sheet: this.sheet, row: row + 1, column: columnLetters(this.columns.get(column) ?? 0) };
  }

  /** The text exactly as it stands; numbers and truth values as text. '' when empty. */
  text(row: number, column: Column): string | undefined {
    const cell = this.cell(row, column);
    switch (cell.kind) {
      case 'empty':
        return '';
      case 'text':
        return cell.value;
      case 'number':
      case 'boolean':
        return String(cell.value);
      case 'date':
        this.wrong(row, column, '是日期格式，请把单元格设为“文本”后重新填写');
        return undefined;
      default:
        return undefined;
    }
  }

  /** A name or id: without spaces at its ends; '' when empty. */
  name(row: number, column: Column): string | undefined {
    return this.text(row, column)?.trim();
  }

  /** Points in hundredths; null when empty, undefined when wrong. */
  points(row: number, column: Column): number | null | undefined {
    const cell = this.cell(row, column);
    if (cell.kind === 'empty') return null;
    const value =
      cell.kind === 'number' ? cell.value : cell.kind === 'text' ? numberIn(cell.value) : undefined;
    if (value === null) return null;
    if (value === undefined || !Number.isFinite(value)) {
      if (cell.kind !== 'formula' && cell.kind !== 'error') {
        this.wrong(row, column, '应为数字（单位：分），请改正');
      }
      return undefined;
    }
    const hundredths = Math.round(value * 100);
    if (value < 0 || Math.abs(hundredths - value * 100) > 1e-6 * Math.max(1, Math.abs(hundredths))) {
      this.wrong(row, column, `${value} 不可用，分值不能为负，最多两位小数，请改正`);
      return undefined;
    }
    return hundredths;
  }

  /** A number, a truth value, or text read as JSON (text that is none counts as text); null when empty, undefined when wrong. */
  json(row: number, column: Column): { json: unknown } | null | undefined {
    const cell = this.at(row, column);
    if (cell.kind === 'number' || cell.kind === 'boolean') return { json: cell.value };
    const text = this.text(row, column);
    if (text === undefined) return undefined;
    if (text.trim() === '') return null;
    try {
      return { json: JSON.parse(text) };
    } catch {
      return { json: numberIn(text) ?? text };
    }
  }

  /** One of the fixed words as its code; null when empty, undefined when wrong. */
  choice<Code extends string>(
    row: number,
    column: Column,
    words: Readonly<Record<Code, string>>,
  ): Code | null | undefined {
    const text = this.name(row, column);
    if (text === undefined) return undefined;
    if (text === '') return null;
    const code = (Object.keys(words) as Code[]).find((one) => words[one] === text);
    if (code === undefined) {
      const choices = Object.values<string>(words).join('、');
      this.wrong(row, column, `填的是“${text.slice(0, 30)}”，只能填 ${choices}，请改正`);
    }
    return code;
  }

  /** Reports a cell; the sentence names its column title. */
  wrong(row: number, column: Column, message: string, severity: SetProblem['severity'] = 'error'): void {
    this.report.add(severity, this.place(row, column), `“${this.titles[column].title}”${message}`);
  }

  isNumber(row: number, column: Column): boolean {
    return this.at(row, column).kind === 'number';
  }

  /** The cell, formulas and errors reported. */
  private cell(row: number, column: Column): TableCell {
    const cell = this.at(row, column);
    if (cell.kind === 'formula') this.wrong(row, column, '是公式，请改为直接填写的文字或数字');
    if (cell.kind === 'error') this.wrong(row, column, `是错误值 ${cell.value}，请改为文字或数字`);
    return cell;
  }

  private at(row: number, column: Column): TableCell {
    const index = this.columns.get(column);
    return (index === undefined ? undefined : this.rows[row]?.[index]) ?? { kind: 'empty' };
  }
}

/**
 * Finds the columns by the titles in the first row; spaces and line breaks in titles do not matter. Missing and doubled
 * ones are errors, unknown ones warnings. undefined when a needed column is missing.
 */
export function readerFor<Column extends string>(
  sheet: { name: string; rows: TableCell[][] },
  titles: Readonly<Record<Column, { title: string }>>,
  optional: ReadonlySet<string>,
  report: WorkbookReport,
): SheetReader<Column> | undefined {
  const found = new Map<Column, number>();
  const names = Object.keys(titles) as Column[];
  (sheet.rows[0] ?? []).forEach((cell, index) => {
    const title = cell.kind === 'text' ? cell.value.replace(/\s+/g, '') : '';
    if (title === '') return;
    const where = { sheet: sheet.name, row: 1, column: columnLetters(index) };
    const column = names.find((name) => titles[name].title === title);
    if (column === undefined) report.add('warning', where, `不认识的列“${title.slice(0, 30)}”，导入时忽略`);
    else if (found.has(column)) report.add('error', where, `列“${title}”重复，请删除其中一列`);
    else found.set(column, index);
  });
  const missing = names.filter((name) => !found.has(name) && !optional.has(name));
  for (const name of missing) {
    report.add(
      'error',
      { sheet: sheet.name, row: 1, column: 'A' },
      `表头缺少“${titles[name].title}”列，请对照模板补上`,
    );
  }
  return missing.length > 0 ? undefined : new SheetReader(sheet.name, sheet.rows, found, titles, report);
}

function isBlank(cell: TableCell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && cell.value.trim() === '');
}

/** "２．５ 分" → 2.5; null for blank text, undefined for anything else that is no number. */
function numberIn(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/分$/, '');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
