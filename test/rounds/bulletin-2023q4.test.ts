// The golden round: records scored by the shipped city sets give exactly the figures of the 2023 Q4 bulletin.
import { beforeAll, describe, expect, it } from 'vitest';
import type { RoundBook } from '@/lib/model/round-book';
import { type NumbersGroup, RoundNumbers, type ScopeNumbers } from '@/lib/model/round-numbers';
import { citizenNumbersOf } from '@/lib/rounds/citizen-reports';
import { roundNumbers, scopeOf } from '@/lib/rounds/round-numbers';
import { formatPoints } from '@/lib/scoring/format-points';
import { scoreSheet } from '@/lib/scoring/score';
import { bookOf, type GoldenRecords, goldenRecords, goldenRound } from './golden-round';
import { setNamed } from './small-book';

let records: GoldenRecords;
let book: RoundBook;
let numbers: RoundNumbers;

beforeAll(() => {
  const { now, before } = goldenRecords();
  records = now;
  book = bookOf(now);
  numbers = roundNumbers(book, bookOf(before));
}, 60_000);

function scope(kind: ScopeNumbers['kind'], group: NumbersGroup): ScopeNumbers {
  const found = scopeOf(numbers, kind, group);
  if (!found) throw new Error(`no ${kind} ${group}`);
  return found;
}

/** Average and change as the bulletin prints them. */
function printed({ average, delta }: ScopeNumbers): [string, string] {
  return [formatPoints(average?.points ?? Number.NaN), formatPoints(delta ?? Number.NaN)];
}

describe('the bulletin of 2023 Q4 from records', () => {
  it('covers 74 sites: 16 districts and 58 departments, none unqualified', () => {
    expect(scope('website', 'all').finished).toHaveLength(74);
    expect(scope('website', 'district').finished).toHaveLength(16);
    expect(scope('website', 'department').finished).toHaveLength(58);
    for (const one of numbers.scopes) {
      expect(one.coverage.text).toBe('100%');
      expect(one.completeness.text).toBe('100%');
      expect(one.unqualified).toEqual([]);
      expect(one.undetermined).toEqual([]);
      expect(one.unscored).toEqual([]);
    }
    expect(scope('website', 'all').fullScores).toEqual([11_000]);
    expect(scope('new-media', 'all').fullScores).toEqual([10_000]);
  });

  it('gives the averages and their changes', () => {
    expect(printed(scope('website', 'district'))).toEqual(['104.05', '0.41']);
    expect(printed(scope('website', 'department'))).toEqual(['100.49', '0.22']);
    expect(printed(scope('new-media', 'district'))).toEqual(['99.71', '-0.13']);
    expect(printed(scope('new-media', 'department'))).toEqual(['99.3', '0.23']);
  });

  it('counts 1,753 accounts by platform', () => {
    const all = scope('new-media', 'all');
    expect(all.inspected).toHaveLength(1_753);
    expect(all.platforms.map(({ platform, inspected }) => [platform, inspected.length])).toEqual([
      ['wechat', 855],
      ['weibo', 252],
      ['wechat-video', 118],
      ['toutiao', 108],
      ['douyin', 107],
      ['app', 33],
      ['other', 280],
    ]);
  });

  it('rests on verdicts: every total is what scoreSheet makes of the stored verdicts', () => {
    const session = records.sessions.find(({ subjectId }) => subjectId === 'site-district-05');
    if (!session) throw new Error('no session');
    const verdicts = records.verdicts.filter(({ sessionId }) => sessionId === session.id);
    const before = scoreSheet(setNamed('city-website'), verdicts, { hasServices: true }).total ?? 0;
    const entry = book.entries.find(({ subject }) => subject.id === 'site-district-05');
    expect(entry?.sheet?.total).toBe(before);
    // One more fault of half a point in one district moves the average of 16 by 3 hundredths.
    const ok = verdicts.find(({ criterionId }) => criterionId === 'function-compatibility-browser');
    expect(ok?.status).toBe('ok');
    const changed = records.verdicts.map((one) =>
      one === ok ? { ...one, status: 'hit' as const, count: 1 } : one,
    );
    const other = roundNumbers(bookOf({ ...records, verdicts: changed }));
    expect(scopeOf(other, 'website', 'district')?.average?.points).toBe(10_402);
  });

  it('names the sheets behind every number', () => {
    const ids = new Set(book.entries.map(({ subject }) => subject.id));
    const district = scope('website', 'district');
    const behind = district.average?.subjectIds ?? [];
    const totals = book.entries
      .filter(({ subject }) => behind.includes(subject.id))
      .map(({ sheet }) => sheet?.total ?? Number.NaN);
    expect(totals.reduce((sum, one) => sum + one, 0)).toBe(district.average?.sum);
    for (const { problems } of numbers.scopes)
      for (const { subjectIds } of problems) for (const id of subjectIds) expect(ids.has(id)).toBe(true);
  });

  it('is valid by its schema and the same on every run', () => {
    expect(RoundNumbers.parse(numbers)).toEqual(numbers);
    const again = goldenRound();
    expect(JSON.stringify(roundNumbers(again.book, again.previous))).toBe(JSON.stringify(numbers));
  }, 60_000);

  it('counts 506 messages over 12 districts and 26 departments, six units at 84.58 %, all in time', () => {
    const citizen = citizenNumbersOf(book, '2024-01-10');
    expect(citizen.total).toBe(506);
    expect(citizen.groups.map(({ group, units }) => [group, units.length])).toEqual([
      ['district', 12],
      ['department', 26],
    ]);
    expect(citizen.top.units).toHaveLength(6);
    expect(citizen.top.share.text).toBe('84.58%');
    expect(citizen.onTime.text).toBe('100%');
    expect(citizen.overdue).toEqual([]);
  });
});
