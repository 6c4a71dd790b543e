// Which accounts the fast lane shows, where it goes on, and how pasted items are read.
import { describe, expect, it } from 'vitest';
import {
  currentIndex,
  INSPECTOR,
  NO_LANE_FILTER,
  shownAccounts,
} from '@/components/workbench/media/lane-filter';
import { readPastedItems } from '@/components/workbench/media/read-repost-items';
import type { RoundAccount } from '@/lib/desk/calls/media';

const account = (id: string, part: Partial<RoundAccount> = {}): RoundAccount => ({
  subject: {
    id,
    kind: 'new-media',
    name: `示例发布${id}`,
    platform: 'weibo',
    group: 'district',
    aliases: [],
    adHoc: false,
    hasServices: true,
  },
  inspector: '',
  state: 'untested',
  ...part,
});
const all = [
  account('1', { state: 'finished', inspector: '张三' }),
  account('2', { inspector: 'nobody' }),
  account('3'),
];
const ids = (list: RoundAccount[]) => list.map(({ subject }) => subject.id);

describe('accounts of the fast lane', () => {
  it('are filtered by words, state and inspector', () => {
    expect(ids(shownAccounts(all, { ...NO_LANE_FILTER, text: '发布２' }))).toEqual(['2']);
    expect(ids(shownAccounts(all, { ...NO_LANE_FILTER, state: 'todo' }))).toEqual(['2', '3']);
    expect(ids(shownAccounts(all, { ...NO_LANE_FILTER, inspector: 'nobody' }))).toEqual(['3']);
    expect(ids(shownAccounts(all, { ...NO_LANE_FILTER, inspector: `${INSPECTOR}nobody` }))).toEqual(['2']);
  });
  it('stay when they were just finished', () => {
    expect(ids(shownAccounts(all, { ...NO_LANE_FILTER, state: 'todo' }, new Set(['1'])))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
  it('begin at the first that is not finished', () => {
    expect(currentIndex(all, undefined)).toBe(1);
    expect(currentIndex(all, '3')).toBe(2);
    expect(currentIndex(all, 'gone')).toBe(1);
    expect(currentIndex(all.slice(0, 1), undefined)).toBe(0);
    expect(currentIndex([], undefined)).toBe(-1);
  });
});

describe('pasted items', () => {
  it('are read line by line', () => {
    expect(readPastedItems('通知一\t市政府办公厅\t2026年11月10日\r\n\n通知二\n')).toEqual({
      items: [
        { title: '通知一', source: '市政府办公厅', dueDay: '2026-11-10' },
        { title: '通知二', source: '' },
      ],
      problems: [],
    });
  });
  it('say which line is wrong and why', () => {
    expect(readPastedItems('通知\t\t下周五\n\t市政府\n甲\n甲').problems).toEqual([
      '第 1 行：“下周五”不是日期，请写成 2023-10-08 的形式。',
      '第 2 行：没有信息标题。',
      '第 4 行：“甲”与前面的行重复。',
    ]);
  });
});
