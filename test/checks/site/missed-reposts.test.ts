// Missed and late items are findings; done ones, and those that do not concern the account, are not.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/site/missed-reposts';
import { accountSeen } from './account-cases';

const tick = (itemId: string, state: 'done' | 'late' | 'missed' | 'na') => ({
  itemId,
  title: `通知${itemId}`,
  source: '市政府办公厅',
  state,
});

describe('missed-reposts', () => {
  it('says nothing of an account that nobody looked at', () => {
    expect(check.run([], accountSeen())).toBeUndefined();
    expect(check.run([], { columns: [] })).toBeUndefined();
  });

  it('counts each missed and each late item', () => {
    const reposts = [
      tick('a', 'missed'),
      tick('b', 'done'),
      tick('c', 'late'),
      tick('d', 'na'),
      tick('e', 'missed'),
    ];
    const answer = check.run([], accountSeen({ reposts }));
    expect(answer?.findings.map(({ kind, item }) => [kind, item])).toEqual([
      ['missed', 'a'],
      ['late', 'c'],
      ['missed', 'e'],
    ]);
    expect(answer?.findings[0]?.message).toBe('漏转重要信息“通知a”（市政府办公厅）。');
  });
});
