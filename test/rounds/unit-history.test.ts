// A unit's history: its own subjects only, oldest round first, the same rule of averages.
import { describe, expect, it } from 'vitest';
import { UnitHistory } from '@/lib/model/round-numbers';
import { unitHistory } from '@/lib/rounds/unit-history';
import { bookWith } from './small-book';

const IMAGES = 'function-availability-images';

describe('unit history', () => {
  it('follows one unit over the rounds', () => {
    const books = [
      bookWith(
        [
          { id: 'site', unit: '甲局', hits: { [IMAGES]: 5 } },
          { id: 'account', kind: 'new-media', unit: '甲局', hits: { 'manage-repost-missed': 1 } },
          { id: 'second', kind: 'new-media', unit: ' 甲局 ', state: 'open', hits: { 'use-content-poor': 1 } },
          { id: 'other', unit: '乙局' },
        ],
        { id: 'q4', name: '第四季度', startDay: '2026-10-01' },
      ),
      bookWith([{ id: 'site', unit: '甲局', hits: { 'veto-home-stale': 1 } }], {
        id: 'q3',
        name: '第三季度',
        startDay: '2026-07-01',
        state: 'closed',
      }),
      bookWith([{ id: 'other', unit: '乙局' }], { id: 'q2', name: '第二季度', startDay: '2026-04-01' }),
    ];
    const history = unitHistory('甲局', books);
    expect(UnitHistory.parse(history)).toEqual(history);
    expect(history.rounds.map(({ roundName, closed }) => [roundName, closed])).toEqual([
      ['第三季度', true],
      ['第四季度', false],
    ]);
    expect(history.rounds[0]).toMatchObject({
      websiteAverage: null,
      newMediaAverage: null,
      unqualified: 1,
      problems: 1,
    });
    expect(history.rounds[1]).toMatchObject({
      websiteAverage: 9_950,
      newMediaAverage: 9_500,
      unqualified: 0,
      problems: 2,
    });
    expect(history.rounds[1]?.entries.map(({ name, state, total }) => [name, state, total])).toEqual([
      ['对象site', 'finished', 9_950],
      ['对象account', 'finished', 9_500],
      ['对象second', 'unfinished', null],
    ]);
  });

  it('lets a subject without unit stand for itself', () => {
    expect(unitHistory('对象x', [bookWith([{ id: 'x' }])]).rounds).toHaveLength(1);
  });
});
