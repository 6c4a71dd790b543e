// What the linter says about a set: one shape for JSON, XLSX and the editor.

/** A cell as the spreadsheet program shows it: 1-based row, column letters. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: string;
}

export interface SetProblem {
  /** A set with an 'error' cannot be used; a 'warning' asks for a look. */
  severity: 'error' | 'warning';
  /** JSON path of the field, e.g. `$.parts[1].categories[0].points`; `$` for the whole set or file. */
  path: string;
  /** Where it stands in the workbook, when the set came from one. */
  where?: CellPlace;
  /** One Chinese sentence: what, where, what to do. */
  message: string;
}

/** Keys and indexes from the set down to a field. */
export type Path = readonly (string | number)[];

/** `['parts', 1, 'points']` → `$.parts[1].points`. */
export function jsonPath(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`),
    '$',
  );
}
