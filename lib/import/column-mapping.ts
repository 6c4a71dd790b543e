// Finds out which column of a foreign table holds what: by the titles it uses, and by hand where they say nothing.

/** Something that an import wants to know of each row. */
export interface ImportField<F extends string> {
  name: F;
  /** Title in our own files and on screen. */
  title: string;
  /** Further titles, without blanks and brackets; a pattern must match the whole title. */
  synonyms: readonly (string | RegExp)[];
  required?: boolean;
}

/** Field → 0-based column; fields without a column are left out. */
export type ColumnMapping<F extends string> = Readonly<Partial<Record<F, number>>>;

/** Rows looked through for the titles: lists often begin with a heading and remarks. */
const HEAD_ROWS = 20;

/** A title for comparison: full width, blanks, stars, colons, numbering and remarks in brackets do not matter. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:"“”]|\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/^\d+[.、]/, '');
}

/** Columns by title. Our own title wins over a synonym, then the leftmost column; no column serves two fields. */
export function guessMapping<F extends string>(
  header: readonly string[],
  fields: readonly ImportField<F>[],
): ColumnMapping<F> {
  const titles = header.map(plainTitle);
  const mapping: Partial<Record<F, number>> = {};
  const taken = new Set<number>();
  const take = (field: F, holds: (title: string) => boolean) => {
    if (mapping[field] !== undefined) return;
    const column = titles.findIndex((title, index) => title !== '' && !taken.has(index) && holds(title));
    if (column < 0) return;
    mapping[field] = column;
    taken.add(column);
  };
  for (const { name, title } of fields) take(name, (one) => one === plainTitle(title));
  for (const { name, synonyms } of fields) {
    for (const synonym of synonyms) {
      take(name, (one) =>
        typeof synonym === 'string' ? one === plainTitle(synonym) : matchesAll(synonym, one),
      );
    }
  }
  return mapping;
}

/** 0-based row of the titles: the first row near the top that names most fields; -1 when none names any. */
export function findHeader<F extends string>(
  rows: readonly (readonly string[])[],
  fields: readonly ImportField<F>[],
): number {
  let best = -1;
  let most = 0;
  rows.slice(0, HEAD_ROWS).forEach((row, index) => {
    const count = Object.keys(guessMapping(row, fields)).length;
    if (count > most) {
      most = count;
      best = index;
    }
  });
  return best;
}

/** The sheet that an import most likely means, with its header row; header -1 when no sheet has known titles. */
export function chooseSheet<F extends string>(
  sheets: readonly { rows: readonly (readonly string[])[] }[],
  fields: readonly ImportField<F>[],
): { sheet: number; header: number } {
  let best = { sheet: 0, header: -1, known: 0 };
  sheets.forEach(({ rows }, sheet) => {
    const header = findHeader(rows, fields);
    const known = header < 0 ? 0 : Object.keys(guessMapping(rows[header] ?? [], fields)).length;
    if (known > best.known) best = { sheet, header, known };
  });
  return { sheet: best.sheet, header: best.header };
}

/** The mapping with one field laid on another column, or on none; a field that had the column loses it. */
export function remap<F extends string>(
  mapping: ColumnMapping<F>,
  field: F,
  column: number | undefined,
): ColumnMapping<F> {
  const entries = (Object.entries(mapping) as [F, number][]).filter(
    ([name, at]) => name !== field && at !== column,
  );
  if (column !== undefined) entries.push([field, column]);
  return Object.fromEntries(entries) as ColumnMapping<F>;
}

/** Why these columns are not enough, in one sentence; undefined when they are. */
export function lackOf<F extends string>(
  header: readonly string[] | undefined,
  mapping: ColumnMapping<F>,
  wanted: {
    fields: readonly ImportField<F>[];
    lacking?(mapping: ColumnMapping<F>): string | undefined;
  },
): string | undefined {
  if (!header) return '没有找到表头，请在“表头所在行”中填写列名所在的行号，或换一个文件。';
  const missing = missingFields(mapping, wanted.fields);
  if (missing.length > 0) return `没有找到“${missing.join('”“')}”列，请在上面为其选择列，或换一个文件。`;
  return wanted.lacking?.(mapping);
}

/** Titles of required fields that have no column. */
function missingFields<F extends string>(
  mapping: ColumnMapping<F>,
  fields: readonly ImportField<F>[],
): string[] {
  return fields
    .filter(({ name, required }) => required && mapping[name] === undefined)
    .map(({ title }) => title);
}

function matchesAll(pattern: RegExp, title: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace('g', '')).test(title);
}
