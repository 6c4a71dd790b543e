// One finding for each function that did not work, whatever the order of the notes.
import { describe, expect, it } from 'vitest';
import check from '@/lib/checks/site/failed-account-functions';
import { accountSeen } from './account-cases';

describe('failed-account-functions', () => {
  it('says nothing when nothing was tried', () => {
    expect(check.run([], { columns: [] })).toBeUndefined();
    expect(check.run([], accountSeen({ notes: { functions: [] } }))).toBeUndefined();
  });

  it('names each failing function once, sorted', () => {
    const functions = [
      { name: '预约挂号', works: false },
      { name: '办事大厅', works: true },
      { name: '公积金查询', works: false },
      { name: '预约挂号', works: false },
    ];
    const answer = check.run([], accountSeen({ notes: { functions } }));
    expect(answer?.findings.map(({ item, outcome }) => [item, outcome])).toEqual([
      ['公积金查询', 'fail'],
      ['预约挂号', 'fail'],
    ]);
  });

  it('passes when all work', () => {
    const functions = [{ name: '办事大厅', works: true }];
    expect(check.run([], accountSeen({ notes: { functions } }))?.findings).toEqual([]);
  });
});
