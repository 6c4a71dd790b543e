// The rows of 评分点 back into categories, indicators and criteria: by id, by name, or "as above" when empty.
import { jsonPath, type Path } from '../set-problem';
import { textToLinks } from './check-link-text';
import { type Origins, onlyGiven, type PartDraft, truth, YES_NO } from './draft';
import { type CriteriaColumn, PART_WORDS, PER_WORDS, SCOPE_WORDS } from './layout';
import type { SheetReader, WorkbookReport } from './sheet-reader';

type Reader = SheetReader<CriteriaColumn>;
type Attribute = string | number | boolean | undefined;

/** A category or indicator while its rows are read. */
interface Group {
  id: string;
  name: string | undefined;
  attributes: Record<string, Attribute>;
  members: unknown[];
  path: Path;
  firstRow: number;
}

interface Level {
  label: '类别' | '指标';
  idColumn: CriteriaColumn;
  nameColumn: CriteriaColumn;
  members: 'indicators' | 'criteria';
  /** Columns of its own attributes by field. */
  columns: Readonly<Record<string, CriteriaColumn>>;
}

const CATEGORY: Level = {
  label: '类别',
  idColumn: 'categoryId',
  nameColumn: 'category',
  members: 'indicators',
  columns: { points: 'categoryPoints', confirmed: 'categoryConfirmed' },
};
const INDICATOR: Level = {
  label: '指标',
  idColumn: 'indicatorId',
  nameColumn: 'indicator',
  members: 'criteria',
  columns: { points: 'indicatorPoints', confirmed: 'indicatorConfirmed', source: 'indicatorSource' },
};

/** Puts every criterion row into its part's `categories` and remembers the cells in `origins`. */
export function readCriteria(
  reader: Reader,
  parts: readonly PartDraft[],
  origins: Origins,
  report: WorkbookReport,
): void {
  const categories = parts.map((): Group[] => []);
  const indicators = new Map<Group, Group[]>();
  let part: number | undefined;
  let category: Group | undefined;
  let indicator: Group | undefined;
  let numbered = 0;

  for (const row of reader.filledRows()) {
    const index = partOf(reader, row, parts, part);
    if (index === undefined) {
      [part, category, indicator] = [undefined, undefined, undefined];
      continue;
    }
    if (index !== part) category = undefined;
    part = index;
    const siblings = categories[index] ?? [];
    const prefix = parts[index]?.kind ?? 'part';
    const nextCategory = groupOf(reader, row, CATEGORY, siblings, category, {
      path: ['parts', index, 'categories', siblings.length],
      autoId: `${prefix}-${siblings.length + 1}`,
    });
    if (nextCategory !== category) indicator = undefined;
    category = nextCategory;
    if (category === undefined) continue;

    const inCategory = indicators.get(category) ?? [];
    indicators.set(category, inCategory);
    indicator = groupOf(reader, row, INDICATOR, inCategory, indicator, {
      path: [...category.path, 'indicators', inCategory.length],
      autoId: `${category.id}-${inCategory.length + 1}`,
    });
    if (indicator === undefined) continue;
    const id = reader.name(row, 'id');
    if (id === '') numbered += 1;
    addCriterion(reader, row, id, indicator, origins);
  }

  if (numbered > 0) {
    const where = { sheet: reader.sheet, row: 1, column: reader.place(0, 'id').column };
    report.add(
      'warning',
      where,
      `有 ${numbered} 个评分点没有编号，已按次序自动编号，导出后请保留编号，以便与往期比较`,
    );
  }
  parts.forEach((draft, index) => {
    draft.categories = (categories[index] ?? []).map((one) =>
      finish(
        reader,
        one,
        CATEGORY,
        origins,
        (indicators.get(one) ?? []).map((inner) => finish(reader, inner, INDICATOR, origins, inner.members)),
      ),
    );
  });
}

/** Index of the row's part; the part above when the cell is empty. */
function partOf(
  reader: Reader,
  row: number,
  parts: readonly PartDraft[],
  above: number | undefined,
): number | undefined {
  const kind = reader.choice(row, 'part', PART_WORDS);
  if (kind === undefined) return undefined;
  if (kind === null) {
    if (above === undefined) reader.wrong(row, 'part', '没有填写，请选择该评分点所属的部分');
    return above;
  }
  const index = parts.findIndex((one) => one.kind === kind);
  if (index >= 0) return index;
  reader.wrong(row, 'part', `填的是“${PART_WORDS[kind]}”，但工作表“部分”中没有这一部分，请补上`);
  return undefined;
}

/** The row's category or indicator: the one above, a known one, or a new one. */
function groupOf(
  reader: Reader,
  row: number,
  level: Level,
  siblings: Group[],
  above: Group | undefined,
  fresh: { path: Path; autoId: string },
): Group | undefined {
  const id = reader.name(row, level.idColumn);
  const name = reader.name(row, level.nameColumn);
  if (id === undefined || name === undefined) return undefined;
  const known = knownGroup(siblings, above, id, name);
  const attributes = attributesOf(reader, row, level);
  if (known !== undefined) {
    if (name !== '' && name !== known.name) mismatch(reader, row, level.nameColumn, level, known);
    for (const [field, value] of Object.entries(attributes)) {
      const column = level.columns[field];
      if (column !== undefined && value !== undefined && value !== '' && value !== known.attributes[field]) {
        mismatch(reader, row, column, level, known);
      }
    }
    return known;
  }
  if (id === '' && name === '') {
    reader.wrong(row, level.nameColumn, `没有填写，请填写该评分点所属的${level.label}`);
    return undefined;
  }
  const group: Group = {
    id: id === '' ? fresh.autoId : id,
    name: name === '' ? undefined : name,
    attributes,
    members: [],
    path: fresh.path,
    firstRow: row,
  };
  siblings.push(group);
  return group;
}

function knownGroup(
  siblings: readonly Group[],
  above: Group | undefined,
  id: string,
  name: string,
): Group | undefined {
  if (id !== '') return siblings.find((one) => one.id === id);
  if (name === '' || name === above?.name) return above;
  return siblings.find((one) => one.name === name);
}

function attributesOf(reader: Reader, row: number, level: Level): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(level.columns).map(([field, column]): [string, Attribute] => {
      if (field === 'points') return [field, reader.points(row, column) ?? undefined];
      if (field === 'confirmed') return [field, truth(reader.choice(row, column, YES_NO))];
      return [field, reader.text(row, column)];
    }),
  );
}

function mismatch(reader: Reader, row: number, column: CriteriaColumn, level: Level, known: Group): void {
  reader.wrong(
    row,
    column,
    `与同一${level.label}首行（第 ${known.firstRow + 1} 行）所填不一致，请改为相同或留空`,
  );
}

function addCriterion(
  reader: Reader,
  row: number,
  id: string | undefined,
  indicator: Group,
  origins: Origins,
): void {
  const index = indicator.members.length;
  const path = [...indicator.path, 'criteria', index];
  for (const column of [
    'id',
    'text',
    'points',
    'per',
    'cap',
    'scope',
    'source',
    'confirmed',
    'howTo',
    'checks',
  ] as const) {
    origins.set(jsonPath([...path, column]), reader.place(row, column));
  }
  origins.set(jsonPath(path), reader.place(row, 'text'));
  const links = textToLinks(reader.text(row, 'checks') ?? '');
  if ('wrong' in links) reader.wrong(row, 'checks', links.wrong);
  indicator.members.push({
    id: id === '' ? `${indicator.id}-${index + 1}` : id,
    text: reader.text(row, 'text') || undefined,
    points: reader.points(row, 'points') ?? undefined,
    per: reader.choice(row, 'per', PER_WORDS) ?? undefined,
    ...onlyGiven({ cap: reader.points(row, 'cap') ?? undefined }),
    scope: reader.choice(row, 'scope', SCOPE_WORDS) ?? undefined,
    source: reader.text(row, 'source') ?? '',
    confirmed: truth(reader.choice(row, 'confirmed', YES_NO)),
    howTo: reader.text(row, 'howTo') ?? '',
    checks: 'links' in links ? links.links : [],
  });
}

/** The group as JSON, its cells remembered. */
function finish(reader: Reader, group: Group, level: Level, origins: Origins, members: unknown[]): object {
  const remember = (field: string, column: CriteriaColumn) =>
    origins.set(jsonPath([...group.path, field]), reader.place(group.firstRow, column));
  remember('id', level.idColumn);
  remember('name', level.nameColumn);
  for (const [field, column] of Object.entries(level.columns)) remember(field, column);
  origins.set(jsonPath(group.path), reader.place(group.firstRow, level.nameColumn));
  return { id: group.id, name: group.name, ...onlyGiven(group.attributes), [level.members]: members };
}
