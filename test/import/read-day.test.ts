// Days in the forms that office tables carry.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay } from '@/lib/import/read-day';

describe('readDay', () => {
  it.each([
    ['2023-10-08', '2023-10-08'],
    ['2023/10/8', '2023-10-08'],
    ['2023.10.8', '2023-10-08'],
    ['2023年10月8日', '2023-10-08'],
    ['２０２３年１０月８号', '2023-10-08'],
    ['20231008', '2023-10-08'],
    ['2023-10-08 09:30:00', '2023-10-08'],
    ['2023/10/8 9:30', '2023-10-08'],
    ['45207', '2023-10-08'],
    ['45207.5', '2023-10-08'],
    ['2023年10月', '2023-10-01'],
  ])('%s is %s', (text, day) => expect(readDay(text)).toBe(day));

  it.each(['', '去年', '2023-02-30', '2023-13-01', '8/10/2023', '12345', '99999', '2023', '1023-01-01'])(
    '%s is no day',
    (text) => expect(readDay(text)).toBeUndefined(),
  );

  it('reads back every day in every form', () => {
    const days = fc.date({ min: new Date('1955-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [y, m, d] = day.split('-').map(Number);
        const serial = String(Math.floor(date.getTime() / 86_400_000) + 25_569);
        for (const form of [day, `${y}/${m}/${d}`, `${y}.${m}.${d}`, `${y}年${m}月${d}日`, serial])
          expect(readDay(form)).toBe(day);
      }),
    );
  });
});
