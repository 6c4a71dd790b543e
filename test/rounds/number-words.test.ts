// Changes and bands in the words of the bulletin.
import { describe, expect, it } from 'vitest';
import { bandText, deltaText } from '@/lib/rounds/number-words';
import { roundNumbers, scopeOf } from '@/lib/rounds/round-numbers';
import { bookWith } from './small-book';

const IMAGES = 'function-availability-images';

function said(now: number | undefined, before: number | undefined, previousName = '2026年第三季度'): string {
  const plan = (faults: number | undefined) =>
    bookWith([faults === undefined ? { id: 'a', state: 'open' } : { id: 'a', hits: { [IMAGES]: faults } }]);
  const previous = { ...plan(before), round: { ...plan(before).round, id: 'p', name: previousName } };
  const numbers = roundNumbers(plan(now), previous);
  const scope = scopeOf(numbers, 'website', 'all');
  return scope ? deltaText(scope, numbers.previous) : '';
}

describe('how changes are said', () => {
  it('says better, worse and equal', () => {
    expect(said(1, 5)).toBe('较上季度提升0.4分');
    expect(said(5, 1)).toBe('较上季度下降0.4分');
    expect(said(2, 2)).toBe('与上季度持平');
    expect(said(1, 5, '专项检查')).toBe('较上一轮次提升0.4分');
  });

  it('says why there is nothing to compare', () => {
    expect(said(undefined, 1)).toBe('尚无平均分，不作比较');
    expect(said(1, undefined)).toBe('上一轮次没有平均分，不作比较');
    const numbers = roundNumbers(bookWith([{ id: 'a' }]));
    const scope = scopeOf(numbers, 'website', 'all');
    expect(scope && deltaText(scope, numbers.previous)).toBe('没有上一轮次，不作比较');
  });

  it('warns when the two averages are on different scales', () => {
    const numbers = roundNumbers(
      bookWith([{ id: 'a' }]),
      bookWith([{ id: 'a', hits: { [IMAGES]: 5 } }], { id: 'p' }),
    );
    const scope = scopeOf(numbers, 'website', 'all');
    expect(scope && deltaText({ ...scope, previousFullScores: [10_000] }, numbers.previous)).toContain(
      '满分不同，仅供参考',
    );
  });
});

it('names bands by their bounds', () => {
  expect(bandText({ from: 10_500 })).toBe('105分及以上');
  expect(bandText({ from: 9_500, below: 10_000 })).toBe('95～100分');
  expect(bandText({ below: 6_000 })).toBe('60分以下');
});
