// The strip under the one-click button: what has findings first, what could not run together, the rest counted.
import { describe, expect, it } from 'vitest';
import { restSummary, type StripItem, stripGroups } from '@/components/panel/check-strip';

const item = (checkId: string, part: Partial<StripItem> = {}): StripItem => ({
  checkId,
  state: 'pass',
  fails: 0,
  reviews: 0,
  ...part,
});

describe('the groups of the strip', () => {
  const items = [
    item('accessibility', { state: 'review', reviews: 4 }),
    item('broken-images', { state: 'fail', fails: 2, reviews: 1 }),
    item('identification', { state: 'error', error: '页面没有响应。' }),
    item('page-tags'),
    item('stale-account', { state: 'inapplicable' }),
    item('stale-columns', { state: 'error', error: '页面没有响应。' }),
    item('wrong-wording', { state: 'fail', fails: 9 }),
    item('missing-entries', { state: 'error', error: '检查超时。' }),
  ];

  it('puts problems before doubts, in the given order', () => {
    expect(stripGroups(items).found.map(({ checkId }) => checkId)).toEqual([
      'broken-images',
      'wrong-wording',
      'accessibility',
    ]);
  });

  it('names checks that failed for the same reason together', () => {
    expect(stripGroups(items).failed).toEqual([
      { error: '页面没有响应。', checkIds: ['identification', 'stale-columns'] },
      { error: '检查超时。', checkIds: ['missing-entries'] },
    ]);
  });

  it('shows every check exactly once', () => {
    const { found, failed, rest } = stripGroups(items);
    const shown = [...found, ...rest].map(({ checkId }) => checkId).concat(failed.flatMap((f) => f.checkIds));
    expect(shown.sort()).toEqual(items.map(({ checkId }) => checkId).sort());
  });

  it('counts the rest by state', () => {
    expect(restSummary(stripGroups(items).rest)).toBe('通过 1 项，不适用 1 项');
    expect(restSummary([item('a', { state: 'running' }), item('b', { state: 'waiting' })])).toBe(
      '检查中 1 项，等待中 1 项',
    );
    expect(restSummary([])).toBe('');
  });
});
