// The checklist as the screen shows it: categories with counts, search and filter. Pure.
import type { Category, Criterion, Indicator, IndicatorSet, PartKind } from '@/lib/model/indicator-set';
import type { Verdict, VerdictStatus } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import type { ChecklistFilter } from './ui-state';

export interface ChecklistCriterion {
  kind: PartKind;
  criterion: Criterion;
  indicator: Indicator;
  /** Left out of scoring by the set's naPolicy. */
  excluded: boolean;
}

export interface ChecklistIndicator {
  indicator: Indicator;
  criteria: ChecklistCriterion[];
}

export interface StatusCounts {
  total: number;
  untested: number;
  hit: number;
  disputed: number;
  suggested: number;
}

export interface ChecklistCategory {
  /** Unique over parts. */
  id: string;
  kind: PartKind;
  category: Category;
  /** Of all its criteria, whatever the filter. */
  counts: StatusCounts;
  /** Only what search and filter let through. */
  indicators: ChecklistIndicator[];
}

export interface ChecklistInput {
  set: IndicatorSet;
  hasServices: boolean;
  verdicts: ReadonlyMap<string, Verdict>;
  suggestions: ReadonlyMap<string, Suggestion[]>;
  filter: ChecklistFilter;
  query: string;
}

export const FILTERS: readonly { value: ChecklistFilter; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'untested', label: '未检' },
  { value: 'hit', label: '有问题' },
  { value: 'suggested', label: '有建议' },
  { value: 'na', label: '不适用' },
];

export const STATUS_LABEL: Record<VerdictStatus, string> = {
  untested: '未检',
  ok: '合格',
  hit: '有问题',
  na: '不适用',
  disputed: '有争议',
};

/** Categories that have something to show; with neither search nor filter all of them. */
export function buildChecklist(input: ChecklistInput): ChecklistCategory[] {
  const words = searchWords(input.query);
  const narrowed = words.length > 0 || input.filter !== 'all';
  const list: ChecklistCategory[] = [];
  for (const part of input.set.parts) {
    for (const category of part.categories) {
      const excluded = isExcluded(input.set, category.id, input.hasServices);
      const counts: StatusCounts = { total: 0, untested: 0, hit: 0, disputed: 0, suggested: 0 };
      const indicators: ChecklistIndicator[] = [];
      for (const indicator of category.indicators) {
        const criteria: ChecklistCriterion[] = [];
        for (const criterion of indicator.criteria) {
          const status = input.verdicts.get(criterion.id)?.status ?? 'untested';
          const suggested = input.suggestions.has(criterion.id);
          counts.total++;
          if (status === 'untested' && !excluded) counts.untested++;
          if (status === 'hit') counts.hit++;
          if (status === 'disputed') counts.disputed++;
          if (suggested) counts.suggested++;
          const passes = passesFilter(input.filter, status, suggested, excluded);
          if (passes && matches(words, category, indicator, criterion))
            criteria.push({ kind: part.kind, criterion, indicator, excluded });
        }
        if (criteria.length > 0) indicators.push({ indicator, criteria });
      }
      if (indicators.length > 0 || !narrowed)
        list.push({ id: `${part.kind}/${category.id}`, kind: part.kind, category, counts, indicators });
    }
  }
  return list;
}

/** true when the set's naPolicy leaves this category out for a subject without services. */
export function isExcluded(set: IndicatorSet, categoryId: string, hasServices: boolean): boolean {
  return !hasServices && set.naPolicy.kind !== 'none' && set.naPolicy.categoryId === categoryId;
}

/** Criteria in the order on screen, folded categories left out: what the arrow keys walk through. */
export function visibleCriteria(list: readonly ChecklistCategory[], closed: readonly string[]): string[] {
  return list
    .filter(({ id }) => !closed.includes(id))
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ criteria }) => criteria.map(({ criterion }) => criterion.id));
}

/** Suggestions by criterion. */
export function byCriterion(suggestions: readonly Suggestion[]): Map<string, Suggestion[]> {
  const map = new Map<string, Suggestion[]>();
  for (const suggestion of suggestions) {
    const list = map.get(suggestion.criterionId);
    if (list) list.push(suggestion);
    else map.set(suggestion.criterionId, [suggestion]);
  }
  return map;
}

/** The filter after this one, for the key that walks through them. */
export function nextFilter(filter: ChecklistFilter): ChecklistFilter {
  const index = FILTERS.findIndex(({ value }) => value === filter);
  return FILTERS[(index + 1) % FILTERS.length]?.value ?? 'all';
}

/** Words that must all occur, lower case; split at any white space. */
export function searchWords(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function passesFilter(
  filter: ChecklistFilter,
  status: VerdictStatus,
  suggested: boolean,
  excluded: boolean,
): boolean {
  if (filter === 'all') return true;
  if (filter === 'suggested') return suggested;
  if (filter === 'na') return status === 'na' || excluded;
  if (filter === 'hit') return status === 'hit' || status === 'disputed';
  return status === 'untested' && !excluded;
}

function matches(
  words: readonly string[],
  category: Category,
  indicator: Indicator,
  criterion: Criterion,
): boolean {
  if (words.length === 0) return true;
  const text =
    `${category.name} ${indicator.name} ${criterion.text} ${criterion.source} ${criterion.howTo}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
