// A set as the tables of its workbook.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { criteriaOf } from '../criteria';
import { linksToText } from './check-link-text';
import { paramRows } from './check-params';
import {
  BASICS,
  BASICS_HEAD,
  type Basic,
  CRITERIA_HEAD,
  type CriteriaColumn,
  GUIDE,
  NO,
  PARAMS_HEAD,
  PART_WORDS,
  PARTS_HEAD,
  PER_WORDS,
  POLICY_WORDS,
  SCOPE_WORDS,
  SHEETS,
  SUBJECT_WORDS,
  YES,
} from './layout';
import type { Table } from './table';

type Value = string | number | null;

/** Guide, basics, parts, criteria and limits of checks: everything that the set holds, every cell filled. */
export function tablesOf(set: IndicatorSet): Table[] {
  return [
    { name: SHEETS.guide, head: [{ title: '填写说明', width: 76 }], rows: GUIDE.map((line) => [line]) },
    { name: SHEETS.basics, head: BASICS_HEAD, rows: basicRows(set) },
    {
      name: SHEETS.parts,
      head: Object.values(PARTS_HEAD),
      rows: set.parts.map((part) => [
        PART_WORDS[part.kind],
        part.title,
        inPoints(part.points),
        yesOrNo(part.confirmed),
      ]),
    },
    {
      name: SHEETS.criteria,
      head: Object.values(CRITERIA_HEAD),
      rows: criterionRows(set),
      sideways: {
        breaks: [columnOf('per')],
        lastColumn: columnOf('howTo'),
        repeatColumn: columnOf('text'),
        scale: 85,
      },
    },
    { name: SHEETS.params, head: Object.values(PARAMS_HEAD), rows: paramRows(set) },
  ];
}

function columnOf(column: CriteriaColumn): number {
  return Object.keys(CRITERIA_HEAD).indexOf(column);
}

function basicRows(set: IndicatorSet): Value[][] {
  const policy = set.naPolicy;
  const values: Record<Basic, Value> = {
    id: set.id,
    version: set.version,
    title: set.title,
    appliesTo: SUBJECT_WORDS[set.appliesTo],
    document: filled(set.source.document),
    note: filled(set.source.note),
    passLine: inPoints(set.passLine),
    bonusGate: inPoints(set.bonusGate),
    vetoScore: inPoints(set.vetoScore),
    policy: POLICY_WORDS[policy.kind],
    policyCategory: policy.kind === 'none' ? null : policy.categoryId,
  };
  return Object.entries(BASICS).map(([key, [label, hint]]) => [label, values[key as Basic], hint]);
}

function criterionRows(set: IndicatorSet): Value[][] {
  return criteriaOf(set).map(({ part, category, indicator, criterion }) => {
    const row: Record<CriteriaColumn, Value> = {
      part: PART_WORDS[part.kind],
      category: category.name,
      categoryPoints: inPoints(category.points),
      categoryConfirmed: category.confirmed === undefined ? null : yesOrNo(category.confirmed),
      indicator: indicator.name,
      indicatorPoints: inPoints(indicator.points),
      indicatorConfirmed: yesOrNo(indicator.confirmed),
      indicatorSource: filled(indicator.source),
      text: criterion.text,
      points: inPoints(criterion.points),
      per: PER_WORDS[criterion.per],
      cap: inPoints(criterion.cap),
      scope: SCOPE_WORDS[criterion.scope],
      confirmed: yesOrNo(criterion.confirmed),
      source: filled(criterion.source),
      howTo: filled(criterion.howTo),
      checks: filled(linksToText(criterion.checks)),
      categoryId: category.id,
      indicatorId: indicator.id,
      id: criterion.id,
    };
    return (Object.keys(CRITERIA_HEAD) as CriteriaColumn[]).map((column) => row[column]);
  });
}

/** Hundredths as points, for a number cell. */
function inPoints(points: number | undefined): number | null {
  return points === undefined ? null : points / 100;
}

function yesOrNo(value: boolean): string {
  return value ? YES : NO;
}

function filled(text: string): string | null {
  return text === '' ? null : text;
}
