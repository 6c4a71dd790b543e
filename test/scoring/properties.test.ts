// What must hold for every set and every way of ticking it.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Verdict } from '@/lib/model/session';
import { Sheet } from '@/lib/model/sheet';
import { scoreSheet } from '@/lib/scoring/score';
import { anySet, verdict, verdictsFor } from './example-set';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

interface Case {
  set: IndicatorSet;
  verdicts: Verdict[];
  hasServices: boolean;
}

const anyCase: fc.Arbitrary<Case> = anySet.chain((set) =>
  fc.record({
    set: fc.constant(set),
    verdicts: verdictsFor(criteriaOf(set).map(({ criterion }) => criterion.id)),
    hasServices: fc.boolean(),
  }),
);
const score = ({ set, verdicts, hasServices }: Case): Sheet => scoreSheet(set, verdicts, { hasServices });
const replaced = (verdicts: readonly Verdict[], next: Verdict) => [
  ...verdicts.filter((one) => one.criterionId !== next.criterionId),
  next,
];
/** Totals compared; a veto's "no score" is the lowest. */
const rank = (sheet: Sheet) => sheet.total ?? -1;

describe('scoreSheet, for any set and verdicts', () => {
  it('gives a sheet of the model', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const sheet = score(one);
        expect(Sheet.parse(sheet)).toEqual(sheet);
      }),
    );
  });

  it('never gives more than the full score or less than nothing', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const sheet = score(one);
        if (sheet.total === null) {
          expect(sheet.vetoHits.length).toBeGreaterThan(0);
          return;
        }
        expect(sheet.total).toBeGreaterThanOrEqual(0);
        expect(sheet.total).toBeLessThanOrEqual(sheet.fullScore ?? 0);
        expect(sheet.total).toBe((sheet.deductionScore ?? 0) + sheet.bonusScore);
      }),
    );
  });

  it('keeps every cap: criterion, indicator, category, bonus', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const caps = new Map(criteriaOf(one.set).map(({ criterion }) => [criterion.id, criterion.cap]));
        for (const part of score(one).parts) {
          expect(part.points).toBeLessThanOrEqual(part.full);
          for (const category of part.categories) {
            expect(category.points).toBeLessThanOrEqual(category.full);
            for (const indicator of category.indicators) {
              expect(indicator.points).toBe(Math.min(indicator.uncapped, indicator.full));
              for (const criterion of indicator.criteria) {
                expect(criterion.points).toBeLessThanOrEqual(
                  caps.get(criterion.id) ?? Number.POSITIVE_INFINITY,
                );
              }
            }
          }
        }
      }),
    );
  });

  it('does not depend on the order of verdicts', () => {
    fc.assert(
      fc.property(
        anyCase.chain((one) =>
          fc.tuple(fc.constant(one), fc.shuffledSubarray(one.verdicts, { minLength: one.verdicts.length })),
        ),
        ([one, verdicts]) => {
          expect(score({ ...one, verdicts })).toEqual(score(one));
        },
      ),
    );
  });

  it('takes the latest of several verdicts on one criterion, in any order', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const stale = one.verdicts.map((old) => ({
          ...old,
          status: 'hit' as const,
          count: 9,
          at: '2025-01-01T00:00:00.000Z',
        }));
        expect(score({ ...one, verdicts: [...one.verdicts, ...stale] })).toEqual(score(one));
        expect(score({ ...one, verdicts: [...stale, ...one.verdicts] })).toEqual(score(one));
      }),
    );
  });

  it('never rises by a further problem: a hit of a veto or a deduction, or one more of it', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.integer({ min: 1, max: 30 }), (one, pick, more) => {
        const taking = criteriaOf(one.set).filter(({ part }) => part.kind !== 'bonus');
        const id = taking[pick % taking.length]?.criterion.id ?? '';
        const before = one.verdicts.find((old) => old.criterionId === id);
        const count = before?.status === 'hit' ? before.count : 0;
        // An amount set by hand may be lower than the set's; it stays as it is while the count grows.
        const amount = before?.status === 'hit' ? before.amount : undefined;
        const next = verdict(id, 'hit', { count: count + more, ...(amount === undefined ? {} : { amount }) });
        expect(rank(score({ ...one, verdicts: replaced(one.verdicts, next) }))).toBeLessThanOrEqual(
          rank(score(one)),
        );
      }),
    );
  });

  it('never falls by a further bonus', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (one, pick) => {
        const giving = criteriaOf(one.set).filter(({ part }) => part.kind === 'bonus');
        const id = giving[pick % Math.max(1, giving.length)]?.criterion.id;
        const before = one.verdicts.find((old) => old.criterionId === id);
        if (id === undefined || before?.status === 'hit') return;
        const verdicts = replaced(one.verdicts, verdict(id, 'hit'));
        expect(rank(score({ ...one, verdicts }))).toBeGreaterThanOrEqual(rank(score(one)));
      }),
    );
  });

  it('gives a subject without faults the full deduction score, whatever the naPolicy', () => {
    fc.assert(
      fc.property(anySet, fc.boolean(), (set, hasServices) => {
        const verdicts = criteriaOf(set).map(({ criterion }) => verdict(criterion.id, 'ok'));
        const sheet = score({ set, verdicts, hasServices });
        expect(sheet.deductionScore).toBe(set.parts.find((part) => part.kind === 'deduction')?.points);
        expect([sheet.result, sheet.complete]).toEqual(['qualified', true]);
      }),
    );
  });

  it('spreads without losing a hundredth', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const part of score({ ...one, hasServices: false }).parts) {
          const left = part.categories.filter((category) => !category.excluded);
          if (part.kind !== 'deduction' || one.set.naPolicy.kind !== 'spread' || left.length === 0) continue;
          expect(left.reduce((sum, category) => sum + category.full, 0)).toBe(part.full);
        }
      }),
    );
  });

  it('is complete exactly when nothing is untested or disputed', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { counts, complete } = score(one);
        expect(complete).toBe(counts.untested + counts.disputed === 0);
        const { total, ...statuses } = counts;
        expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(total).toBe(criteriaOf(one.set).length);
      }),
    );
  });

  it('keeps a result once it is given, however the open criteria turn out', () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.infiniteStream(
          fc.tuple(
            fc.constantFrom('ok', 'hit', 'na') as fc.Arbitrary<'ok' | 'hit' | 'na'>,
            fc.option(fc.integer({ min: 0, max: 9000 })),
          ),
        ),
        (one, answers) => {
          const before = score(one);
          const open = before.parts
            .flatMap((part) =>
              part.categories.flatMap((category) => category.indicators.flatMap((i) => i.criteria)),
            )
            .filter(({ status }) => status === 'untested' || status === 'disputed');
          const verdicts = open.reduce((all, { id }) => {
            const [status, amount] = answers.next().value;
            const hit = {
              count: status === 'hit' ? 3 : 0,
              ...(status === 'hit' && amount !== null ? { amount } : {}),
            };
            return replaced(all, verdict(id, status, hit));
          }, one.verdicts);
          const after = score({ ...one, verdicts });
          expect(after.complete).toBe(true);
          expect(after.result).not.toBe('undetermined');
          if (before.result !== 'undetermined') expect(after.result).toBe(before.result);
        },
      ),
      { numRuns: 300 },
    );
  });
});
