// Two weeks back from the day of the notes, and not a day less.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/site/stale-account';
import { addDays } from '@/lib/text/days';
import { accountSeen } from './account-cases';

const on = (lastPublishedDay: string, day = '2026-11-20') =>
  check.run([], accountSeen({ notes: { lastPublishedDay }, day }));

describe('stale-account', () => {
  it('says nothing of a site, and nothing without a day', () => {
    expect(check.run([], { columns: [] })).toBeUndefined();
    expect(check.run([], accountSeen())).toBeUndefined();
  });

  it('passes the fourteenth day and fails the fifteenth', () => {
    expect(on('2026-11-06')?.findings).toEqual([]);
    expect(on('2026-11-05')?.findings).toMatchObject([
      { kind: 'stale', outcome: 'fail', message: expect.stringContaining('已 15 天，超过 2 周') },
    ]);
  });

  it('counts days over ends of months and years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 800 }), (back, forward) => {
        const day = addDays('2025-12-20', forward);
        expect(on(addDays(day, -back), day)?.findings).toHaveLength(back > 14 ? 1 : 0);
      }),
    );
  });
});
