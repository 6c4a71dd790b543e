// Overdue, and how far each unit is.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RectificationState } from '@/lib/model/rectification';
import { closedRate, daysOverdue, isOverdue, tallyUnits } from '@/lib/rectification/due';

it('is late from the day after the due day, and only while the unit has to act', () => {
  const item = { state: 'notified' as const, dueDay: '2026-11-20' };
  expect(isOverdue(item, '2026-11-20')).toBe(false);
  expect(isOverdue(item, '2026-11-21')).toBe(true);
  expect(daysOverdue(item, '2026-12-01')).toBe(11);
  for (const state of ['responded', 'rechecked', 'closed'] as const)
    expect(isOverdue({ ...item, state }, '2026-12-01')).toBe(false);
  expect(isOverdue({ ...item, state: 'reopened' }, '2026-12-01')).toBe(true);
  expect(isOverdue({ state: 'notified' }, '2026-12-01')).toBe(false);
});

it('tallies units, most open problems first', () => {
  const of = (unit: string, state: RectificationState, dueDay?: string) => ({
    unit,
    item: { state, ...(dueDay ? { dueDay } : {}) },
  });
  const rows = [
    of('乙局', 'closed'),
    of('甲局', 'notified', '2026-11-01'),
    of('甲局', 'closed'),
    of('甲局', 'open'),
    of('丙局', 'closed'),
  ];
  expect(tallyUnits(rows, '2026-11-20')).toEqual([
    { unit: '甲局', total: 3, closed: 1, overdue: 1, rate: 3333 },
    { unit: '丙局', total: 1, closed: 1, overdue: 0, rate: 10000 },
    { unit: '乙局', total: 1, closed: 1, overdue: 0, rate: 10000 },
  ]);
});

it('loses no item, and rounds half up', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          unit: fc.constantFrom('甲', '乙', ''),
          state: fc.constantFrom(...RectificationState.options),
        }),
      ),
      (list) => {
        const tallies = tallyUnits(
          list.map(({ unit, state }) => ({ unit, item: { state } })),
          '2026-11-20',
        );
        expect(tallies.reduce((sum, { total }) => sum + total, 0)).toBe(list.length);
        for (const tally of tallies) {
          expect(tally.rate).toBe(closedRate(tally));
          expect(tally.rate).toBe(Math.floor((tally.closed / tally.total) * 10000 + 0.5 + 1e-9));
        }
      },
    ),
  );
  expect(closedRate({ total: 0, closed: 0 })).toBe(0);
});
