// Who counts in which number, example by example; and what must hold for every round.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoundNumbers, type ScopeNumbers } from '@/lib/model/round-numbers';
import { roundNumbers, scopeOf } from '@/lib/rounds/round-numbers';
import { bookWith, type EntryPlan, entryOf } from './small-book';

const IMAGES = 'function-availability-images';
const SPEED = 'function-availability-speed';

function onlyScope(plans: EntryPlan[], before?: EntryPlan[]): ScopeNumbers {
  const numbers = roundNumbers(
    bookWith(plans),
    before && bookWith(before, { id: 'p', name: '2026年第三季度' }),
  );
  expect(RoundNumbers.parse(numbers)).toEqual(numbers);
  const scope = scopeOf(numbers, plans[0]?.kind ?? 'website', 'all');
  if (!scope) throw new Error('no scope');
  return scope;
}

describe('who counts', () => {
  it('leaves unfinished sheets out of average, results, problems and good practice, and lists them', () => {
    const scope = onlyScope([
      { id: 'a', hits: { [IMAGES]: 3 }, goodPractice: '甲' },
      { id: 'b', state: 'open', hits: { [IMAGES]: 9, 'veto-home-stale': 1 }, goodPractice: '乙' },
      { id: 'c', state: 'reopened', untested: 'all' },
      { id: 'd', state: 'absent' },
    ]);
    expect(scope.assigned).toEqual(['a', 'b', 'c', 'd']);
    expect(scope.inspected).toEqual(['a', 'b']);
    expect(scope.finished).toEqual(['a']);
    expect(scope.unfinished).toEqual(['b', 'c']);
    expect(scope.average).toEqual({ points: 9_970, sum: 9_970, min: 9_970, max: 9_970, subjectIds: ['a'] });
    expect(scope.unqualified).toEqual([]);
    expect(
      scope.problems.map(({ subjectIds, occurrences, points }) => [subjectIds, occurrences, points]),
    ).toEqual([[['a'], 3, 30]]);
    expect(scope.goodPractice).toEqual([{ subjectId: 'a', sessionId: 'session-r-a', text: '甲' }]);
    expect(scope.coverage).toEqual({ part: 2, whole: 4, text: '50%' });
    expect(scope.completeness.text).toBe('100%');
  });

  it('counts a vetoed sheet without score as unqualified with its reasons, and not in the average', () => {
    const scope = onlyScope([
      { id: 'a' },
      { id: 'b', hits: { 'veto-home-stale': 1, 'veto-service-none': 1, [IMAGES]: 5 } },
    ]);
    expect(scope.average?.points).toBe(10_000);
    expect(scope.unscored).toEqual(['b']);
    expect(scope.unqualified).toEqual([
      {
        subjectId: 'b',
        total: null,
        vetoes: [
          expect.objectContaining({
            criterionId: 'veto-home-stale',
            indicator: '首页不更新',
            note: '备注veto-home-stale',
          }),
          expect.objectContaining({ criterionId: 'veto-service-none', text: '未提供办事服务。' }),
        ],
      },
    ]);
    // Its other problems are problems still; they cost nothing.
    const images = scope.problems.find(({ indicatorId }) => indicatorId === 'function-availability');
    expect(images).toMatchObject({ subjectIds: ['b'], occurrences: 5, points: 0 });
  });

  it('counts a vetoed sheet with the score that its set gives', () => {
    const scope = onlyScope([{ id: 'a' }, { id: 'b', hits: { 'veto-home-stale': 1 }, vetoScore: 0 }]);
    expect(scope.average?.points).toBe(5_000);
    expect(scope.unscored).toEqual([]);
    expect(scope.unqualified.map(({ subjectId, total }) => [subjectId, total])).toEqual([['b', 0]]);
  });

  it('calls open questions undetermined, not unqualified, and says which finished sheets are incomplete', () => {
    const scope = onlyScope([{ id: 'a', untested: ['veto-home-stale'] }]);
    expect(scope.undetermined).toEqual(['a']);
    expect(scope.incomplete).toEqual(['a']);
    expect(scope.unqualified).toEqual([]);
    expect(scope.completeness.text).toBe('98.97%');
  });

  it('has no average of nothing, and no change without one', () => {
    const scope = onlyScope([{ id: 'a', state: 'open' }], [{ id: 'a' }]);
    expect(scope.average).toBeNull();
    expect(scope.previousAverage?.points).toBe(10_000);
    expect(scope.delta).toBeNull();
    expect(onlyScope([{ id: 'a' }]).delta).toBeNull();
  });

  it('rounds once, half up: 99.97, 99.98 → 99.98 and back', () => {
    const down = [
      { id: 'a', hits: { [IMAGES]: 3 } },
      { id: 'b', hits: { [IMAGES]: 2 } },
      { id: 'c', hits: { [IMAGES]: 2 } },
    ];
    // 29 930 / 3 = 9 976.67
    expect(onlyScope(down).average?.points).toBe(9_977);
    // 19 950 / 2 = 9 975 exactly; 79 820 / 8 = 9 977.5 is rounded up.
    const eight = Array.from({ length: 8 }, (_, index) => ({
      id: `s${index}`,
      hits: { [IMAGES]: index < 2 ? 3 : 2 },
    }));
    expect(onlyScope(eight).average).toMatchObject({ sum: 79_820, points: 9_978 });
  });

  it('takes the points of a problem after the indicator is capped', () => {
    const scope = onlyScope([
      {
        id: 'a',
        hits: {
          [IMAGES]: 15,
          [SPEED]: 2,
          'function-availability-local': 2,
          'function-availability-links': 20,
        },
      },
    ]);
    expect(scope.average?.points).toBe(9_500);
    expect(scope.problems[0]).toMatchObject({ occurrences: 39, points: 500 });
    expect(scope.problems[0]?.criteria.map(({ occurrences }) => occurrences)).toEqual([20, 15, 2, 2]);
  });

  it('never lists a bonus among the problems', () => {
    expect(onlyScope([{ id: 'a', hits: { 'bonus-data-product': 1 } }]).problems).toEqual([]);
  });

  it('keeps subjects without a group, and accounts without a platform, in sight', () => {
    const numbers = roundNumbers(
      bookWith([
        { id: 'a', kind: 'new-media', platform: 'weibo', group: 'district' },
        { id: 'b', kind: 'new-media' },
      ]),
    );
    expect(numbers.scopes.map(({ group }) => group)).toEqual(['all', 'district', 'none']);
    expect(scopeOf(numbers, 'new-media', 'none')?.platforms.at(-1)).toEqual({
      assigned: ['b'],
      inspected: ['b'],
    });
    expect(scopeOf(numbers, 'website', 'all')).toBeUndefined();
  });
});

const plans: fc.Arbitrary<EntryPlan[]> = fc.uniqueArray(
  fc
    .record(
      {
        id: fc.stringMatching(/^[a-z0-9]{1,6}$/),
        kind: fc.constantFrom('website' as const, 'new-media' as const),
        group: fc.constantFrom('district' as const, 'department' as const, 'own' as const),
        state: fc.constantFrom('open' as const, 'finished' as const, 'finished' as const, 'absent' as const),
        platform: fc.constantFrom('wechat' as const, 'app' as const),
        hits: fc.dictionary(
          fc.constantFrom(
            IMAGES,
            SPEED,
            'bonus-data-product',
            'veto-update-stale',
            'veto-home-stale',
            'manage-filing-late',
          ),
          fc.integer({ min: 1, max: 9 }),
        ),
      },
      { requiredKeys: ['id', 'kind'] },
    )
    .map((plan) => plan as EntryPlan),
  { selector: ({ id }) => id, maxLength: 12 },
);

describe('what holds for every round', () => {
  const entries = new Map<string, ReturnType<typeof entryOf>>();
  const book = (list: EntryPlan[], id = 'r') => ({
    round: bookWith([], { id }).round,
    entries: list.map((plan) => {
      const key = `${id} ${JSON.stringify(plan)}`;
      const entry = entries.get(key) ?? entryOf(plan, id);
      entries.set(key, entry);
      return entry;
    }),
  });

  it('does not depend on the order of entries', () => {
    fc.assert(
      fc.property(
        plans.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(JSON.stringify(roundNumbers(book(shuffled)))).toBe(JSON.stringify(roundNumbers(book(list))));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the average between lowest and highest, and within half a hundredth of the exact mean', () => {
    fc.assert(
      fc.property(plans, (list) => {
        for (const { average } of roundNumbers(book(list)).scopes) {
          if (!average) continue;
          expect(average.points).toBeGreaterThanOrEqual(average.min);
          expect(average.points).toBeLessThanOrEqual(average.max);
          expect(Math.abs(average.points * average.subjectIds.length - average.sum) * 2).toBeLessThanOrEqual(
            average.subjectIds.length,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds up: groups make the kind, bands and unscored make the finished, platforms make the accounts', () => {
    fc.assert(
      fc.property(plans, (list) => {
        const { scopes } = roundNumbers(book(list));
        for (const kind of ['website', 'new-media'] as const) {
          const all = scopes.find((scope) => scope.kind === kind && scope.group === 'all');
          const groups = scopes.filter((scope) => scope.kind === kind && scope.group !== 'all');
          if (!all) {
            expect(groups).toEqual([]);
            continue;
          }
          const together = (pick: (scope: ScopeNumbers) => string[]) => groups.flatMap(pick).sort();
          expect(together(({ assigned }) => assigned)).toEqual(all.assigned);
          expect(together(({ finished }) => finished)).toEqual(all.finished);
          expect(together((scope) => scope.unqualified.map(({ subjectId }) => subjectId))).toEqual(
            all.unqualified.map(({ subjectId }) => subjectId),
          );
          expect(groups.reduce((sum, { average }) => sum + (average?.sum ?? 0), 0)).toBe(
            all.average?.sum ?? 0,
          );
          for (const problem of all.problems) {
            const same = groups.flatMap(({ problems }) =>
              problems.filter((one) => one.indicatorId === problem.indicatorId && one.part === problem.part),
            );
            expect(same.reduce((sum, { points }) => sum + points, 0)).toBe(problem.points);
            expect(same.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(problem.occurrences);
          }
        }
        for (const scope of scopes) {
          const banded = [...scope.bands.flatMap(({ subjectIds }) => subjectIds), ...scope.unscored];
          expect(banded.sort()).toEqual(scope.finished);
          if (scope.kind === 'new-media')
            expect(scope.platforms.flatMap(({ assigned }) => assigned).sort()).toEqual(scope.assigned);
          for (const id of scope.finished) expect(scope.inspected).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('turns its sign when the rounds are swapped, and is 0 against itself', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        const there = roundNumbers(book(a, 'r'), book(b, 'p'));
        const back = roundNumbers(book(b, 'p'), book(a, 'r'));
        for (const scope of there.scopes) {
          const other = scopeOf(back, scope.kind, scope.group);
          if (scope.delta !== null) expect(other?.delta).toBe(0 - scope.delta);
          else expect(other?.delta ?? null).toBeNull();
        }
        for (const { delta, average } of roundNumbers(book(a), book(a)).scopes) {
          expect(delta).toBe(average ? 0 : null);
        }
      }),
      { numRuns: 60 },
    );
  });
});
