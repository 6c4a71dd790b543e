// A workbook as a candidate set, with the cell of every field remembered, so that the linter's words can name it.
import { SET_SCHEMA } from '@/lib/model/indicator-set';
import { jsonPath, type Path } from '../set-problem';
import { readParams } from './check-params';
import { type Origins, onlyGiven, type PartDraft, truth, YES_NO } from './draft';
import {
  BASICS,
  BASICS_HEAD,
  type Basic,
  CRITERIA_HEAD,
  OPTIONAL_CRITERIA,
  PARAMS_HEAD,
  PART_WORDS,
  PARTS_HEAD,
  POLICY_WORDS,
  SUBJECT_WORDS,
} from './layout';
import { readCriteria } from './read-criteria';
import { readerFor, type SheetReader, type WorkbookReport } from './sheet-reader';
import type { TableCell } from './table';

/**
 * What the sheets hold, for the linter to judge; undefined when a needed column is missing. Cells that cannot be used
 * are reported and left out.
 */
export function candidateFrom(
  sheets: { basics: Sheet; parts: Sheet; criteria: Sheet; params: Sheet | undefined },
  report: WorkbookReport,
): { candidate: unknown; origins: Origins } | undefined {
  const [item, content] = BASICS_HEAD;
  const basics = readerFor(sheets.basics, { item, content, hint: BASICS_HEAD[2] }, new Set(['hint']), report);
  const parts = readerFor(sheets.parts, PARTS_HEAD, new Set(), report);
  const criteria = readerFor(sheets.criteria, CRITERIA_HEAD, OPTIONAL_CRITERIA, report);
  const params = sheets.params && readerFor(sheets.params, PARAMS_HEAD, new Set(['hint']), report);
  if (basics === undefined || parts === undefined || criteria === undefined) return undefined;
  if (sheets.params && params === undefined) return undefined;
  const origins: Origins = new Map();
  const drafts = readParts(parts, origins);
  readCriteria(criteria, drafts, origins, report);
  const checkParams = params && readParams(params, origins);
  return {
    candidate: { ...readBasics(basics, origins), parts: drafts, ...onlyGiven({ checkParams }) },
    origins,
  };
}

interface Sheet {
  name: string;
  rows: TableCell[][];
}

function readBasics(reader: SheetReader<'item' | 'content' | 'hint'>, origins: Origins): object {
  const rows = new Map<Basic, number>();
  for (const row of reader.filledRows()) {
    const label = reader.name(row, 'item') ?? '';
    const key = (Object.keys(BASICS) as Basic[]).find((one) => BASICS[one][0] === label);
    if (key === undefined) {
      if (label !== '') reader.wrong(row, 'item', `“${label.slice(0, 30)}”不认识，导入时忽略`, 'warning');
    } else if (rows.has(key)) reader.wrong(row, 'item', `“${label}”重复，请删除其中一行`);
    else rows.set(key, row);
  }
  const paths: Record<Basic, Path> = {
    id: ['id'],
    version: ['version'],
    title: ['title'],
    appliesTo: ['appliesTo'],
    document: ['source', 'document'],
    note: ['source', 'note'],
    passLine: ['passLine'],
    bonusGate: ['bonusGate'],
    vetoScore: ['vetoScore'],
    policy: ['naPolicy', 'kind'],
    policyCategory: ['naPolicy', 'categoryId'],
  };
  for (const [key, row] of rows) origins.set(jsonPath(paths[key]), reader.place(row, 'content'));

  const read = <T>(key: Basic, value: (row: number) => T): T | undefined => {
    const row = rows.get(key);
    return row === undefined ? undefined : value(row);
  };
  const name = (key: Basic) => read(key, (row) => reader.name(row, 'content')) || undefined;
  const text = (key: Basic) => read(key, (row) => reader.text(row, 'content')) ?? '';
  const points = (key: Basic) => read(key, (row) => reader.points(row, 'content')) ?? undefined;
  const versionRow = rows.get('version');
  if (versionRow !== undefined && reader.isNumber(versionRow, 'content')) {
    reader.wrong(
      versionRow,
      'content',
      '中的版本是数字格式，末尾的 0 可能丢失，建议设为“文本”后重填',
      'warning',
    );
  }
  const policy = read('policy', (row) => reader.choice(row, 'content', POLICY_WORDS));
  const categoryId = name('policyCategory');
  return {
    schema: SET_SCHEMA,
    id: name('id'),
    version: name('version'),
    title: name('title'),
    appliesTo: read('appliesTo', (row) => reader.choice(row, 'content', SUBJECT_WORDS)) ?? undefined,
    source: { document: text('document'), note: text('note') },
    ...onlyGiven({
      passLine: points('passLine'),
      bonusGate: points('bonusGate'),
      vetoScore: points('vetoScore'),
    }),
    naPolicy: policy === 'rescale' || policy === 'spread' ? { kind: policy, categoryId } : { kind: 'none' },
  };
}

function readParts(reader: SheetReader<keyof typeof PARTS_HEAD>, origins: Origins): PartDraft[] {
  return reader.filledRows().map((row, index) => {
    for (const column of ['kind', 'title', 'points', 'confirmed'] as const) {
      origins.set(jsonPath(['parts', index, column]), reader.place(row, column));
    }
    origins.set(jsonPath(['parts', index]), reader.place(row, 'kind'));
    return {
      kind: reader.choice(row, 'kind', PART_WORDS) ?? undefined,
      title: reader.name(row, 'title') || undefined,
      points: reader.points(row, 'points') ?? undefined,
      confirmed: truth(reader.choice(row, 'confirmed', YES_NO)),
      categories: [],
    };
  });
}
