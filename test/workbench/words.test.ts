// Points as typed, and a set's rules in words.
import { describe, expect, it } from 'vitest';
import { readPoints } from '@/components/workbench/read-points';
import { linkText, scoringRules } from '@/components/workbench/sets/rule-text';
import { shippedSets } from '@/lib/indicators/shipped';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { formatPoints } from '@/lib/scoring/format-points';

const shipped = (id: string) => shippedSets.find((set) => set.id === id) as IndicatorSet;

describe('readPoints', () => {
  it.each([
    ['95.5', 9550],
    [' 100 ', 10_000],
    ['０．２５', 25],
    ['0', 0],
    ['1.1', 110],
  ])('reads %j', (text, points) => {
    expect(readPoints(text)).toBe(points);
  });

  it.each(['', '-1', '1.234', '1e3', 'abc', '1.', '１,０００', '99999999'])('refuses %j', (text) => {
    expect(readPoints(text)).toBeUndefined();
  });

  it('reads back every number it is shown', () => {
    for (let points = 0; points <= 13_000; points++) expect(readPoints(formatPoints(points))).toBe(points);
  });
});

describe('scoringRules', () => {
  it('tells veto, pass line, gate and what happens without services', () => {
    expect(scoringRules(shipped('national-website'))).toEqual([
      '触发任何一项单项否决即不合格，其余不计分。',
      '低于 60 分为不合格。',
      '扣分后高于 80 分的，计入加分。',
      '没有对外服务的单位，不检查“办事服务”，其余得分按比例折算为满分。',
    ]);
  });

  it('says that a set of vetoes alone gives no score', () => {
    expect(scoringRules(shipped('national-new-media'))).toEqual([
      '只设单项否决：触发任何一项即不合格，不计分。',
    ]);
  });
});

describe('linkText', () => {
  it('names the check by its title, or by its id when it is unknown, with its limits', () => {
    expect(linkText({ check: 'no-such-check', kinds: ['a', 'b'], items: ['c'], outcomes: ['fail'] })).toBe(
      'no-such-check（a、b；c；仅确定的）',
    );
    expect(linkText({ check: 'broken-images' })).not.toContain('（');
  });
});
