// Missed reposts: sums by account, by item and in total always agree, and nothing unlooked-at counts as missed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countReposts, type RepostCounts } from '@/lib/rounds/reposts';

const tick = (
  itemId: string,
  subjectId: string,
  state: 'done' | 'late' | 'missed' | 'na',
  at = '2026-11-20',
) => ({
  itemId,
  subjectId,
  state,
  at,
});
const ids = fc.uniqueArray(fc.stringMatching(/^[a-h]$/), { maxLength: 6 });
const ticks = fc.array(
  fc.record({
    itemId: fc.stringMatching(/^[a-h]$/),
    subjectId: fc.stringMatching(/^[a-h]$/),
    state: fc.constantFrom('done' as const, 'late' as const, 'missed' as const, 'na' as const),
    at: fc.constantFrom('2026-11-20', '2026-11-21'),
  }),
  { maxLength: 60 },
);
const sum = (all: Iterable<RepostCounts>, key: keyof RepostCounts) =>
  [...all].reduce((n, counts) => n + counts[key], 0);

describe('counting reposts', () => {
  it('counts a small table', () => {
    const items = [{ id: 'i' }, { id: 'j' }];
    const tally = countReposts(
      items,
      [tick('i', 'a', 'missed'), tick('j', 'a', 'missed'), tick('i', 'b', 'done'), tick('x', 'b', 'missed')],
      ['a', 'b', 'c'],
    );
    expect(tally.byAccount.get('a')).toEqual({ done: 0, late: 0, missed: 2, na: 0, open: 0 });
    expect(tally.byAccount.get('c')).toMatchObject({ missed: 0, open: 2 });
    expect(tally.byItem.get('i')).toEqual({ done: 1, late: 0, missed: 1, na: 0, open: 1 });
    expect(tally.total).toEqual({ done: 1, late: 0, missed: 2, na: 0, open: 3 });
    expect(tally.accountsMissing).toBe(1);
  });

  it('sums agree, and every cell is counted once', () => {
    fc.assert(
      fc.property(ids, ids, ticks, (items, accounts, list) => {
        const tally = countReposts(
          items.map((id) => ({ id })),
          list,
          accounts,
        );
        for (const key of ['done', 'late', 'missed', 'na', 'open'] as const) {
          expect(sum(tally.byAccount.values(), key)).toBe(tally.total[key]);
          expect(sum(tally.byItem.values(), key)).toBe(tally.total[key]);
        }
        const { done, late, missed, na, open } = tally.total;
        expect(done + late + missed + na + open).toBe(items.length * accounts.length);
        expect(open).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of ticks made at different times', () => {
    fc.assert(
      fc.property(ids, ids, ticks, (items, accounts, list) => {
        const stamped = list.map((one, index) => ({
          ...one,
          at: `2026-11-20T00:00:00.${String(index).padStart(3, '0')}Z`,
        }));
        const count = (all: typeof stamped) =>
          countReposts(
            items.map((id) => ({ id })),
            all,
            accounts,
          );
        expect(count([...stamped].reverse())).toEqual(count(stamped));
      }),
    );
  });
});
