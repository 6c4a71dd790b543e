// The checklist on screen: counts whatever the filter, five states kept apart, search over all words.
import { describe, expect, it } from 'vitest';
import {
  buildChecklist,
  byCriterion,
  type ChecklistInput,
  FILTERS,
  nextFilter,
  visibleCriteria,
} from '@/components/panel/checklist-model';
import type { VerdictStatus } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import { category, criterion, indicator, part, setOf, verdict } from '../scoring/example-set';

const set = setOf(
  [
    part('veto', [category('安全', [indicator('v', 0, [criterion('v1', 0)])])]),
    part('deduction', [
      category('service', [indicator('s', 2000, [criterion('s1', 1000), criterion('s2', 1000)])]),
      category('function', [
        indicator('f', 8000, [
          criterion('f1', 100, { text: '底部缺少 ICP 备案号' }),
          criterion('f2', 100, { howTo: '点击“找错”图标' }),
          criterion('f3', 100),
        ]),
      ]),
    ]),
  ],
  { naPolicy: { kind: 'rescale', categoryId: 'service' } },
);

const suggestion = (criterionId: string): Suggestion => ({
  id: `${criterionId}:identification`,
  criterionId,
  checkId: 'identification',
  findingKeys: ['k'],
  count: 1,
  points: 100,
  outcome: 'fail',
  why: '缺少',
  pages: [],
});

function input(
  part: Partial<ChecklistInput> = {},
  statuses: Record<string, VerdictStatus> = {},
): ChecklistInput {
  return {
    set,
    hasServices: true,
    verdicts: new Map(Object.entries(statuses).map(([id, status]) => [id, verdict(id, status)])),
    suggestions: new Map(),
    filter: 'all',
    query: '',
    ...part,
  };
}

const shown = (given: ChecklistInput) => visibleCriteria(buildChecklist(given), []);

describe('filter', () => {
  const statuses: Record<string, VerdictStatus> = {
    v1: 'ok',
    s1: 'hit',
    s2: 'na',
    f1: 'disputed',
    f2: 'untested',
  };

  it('shows every criterion once without filter', () => {
    expect(shown(input({}, statuses))).toEqual(['v1', 's1', 's2', 'f1', 'f2', 'f3']);
  });

  it('never takes untested for ok', () => {
    expect(shown(input({ filter: 'untested' }, statuses))).toEqual(['f2', 'f3']);
  });

  it('counts disputed among the problems, not applicable apart', () => {
    expect(shown(input({ filter: 'hit' }, statuses))).toEqual(['s1', 'f1']);
    expect(shown(input({ filter: 'na' }, statuses))).toEqual(['s2']);
  });

  it('shows what has a suggestion, whatever its verdict', () => {
    const suggestions = byCriterion([suggestion('s1'), suggestion('f3')]);
    expect(shown(input({ filter: 'suggested', suggestions }, statuses))).toEqual(['s1', 'f3']);
  });

  it('walks through all filters and comes back', () => {
    const walked = FILTERS.map(({ value }) => nextFilter(value));
    expect(new Set(walked)).toEqual(new Set(FILTERS.map(({ value }) => value)));
  });
});

describe('a category that does not apply', () => {
  it('is neither untested nor hidden, and stands under “not applicable”', () => {
    const given = input({ hasServices: false });
    const service = buildChecklist(given).find(({ category: { id } }) => id === 'service');
    expect(service?.counts).toMatchObject({ total: 2, untested: 0 });
    expect(shown({ ...given, filter: 'na' })).toEqual(['s1', 's2']);
    expect(shown({ ...given, filter: 'untested' })).toEqual(['v1', 'f1', 'f2', 'f3']);
  });
});

describe('search', () => {
  it('wants all words, in any case, in text, method, source or name', () => {
    expect(shown(input({ query: 'icp 底部' }))).toEqual(['f1']);
    expect(shown(input({ query: '找错' }))).toEqual(['f2']);
    expect(shown(input({ query: '类别service' }))).toEqual(['s1', 's2']);
    expect(shown(input({ query: 'icp 找错' }))).toEqual([]);
  });

  it('leaves out categories without a hit but keeps whole counts', () => {
    const list = buildChecklist(input({ query: 'icp' }));
    expect(list.map(({ category: { id } }) => id)).toEqual(['function']);
    expect(list[0]?.counts.total).toBe(3);
  });
});

it('leaves folded categories out of what the arrow keys walk through', () => {
  expect(visibleCriteria(buildChecklist(input()), ['deduction/service'])).toEqual(['v1', 'f1', 'f2', 'f3']);
});
