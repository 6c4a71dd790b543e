// The lines of an account under its sheet's title; a website has none.
import { describe, expect, it } from 'vitest';
import type { Session, Subject } from '@/lib/model/session';
import { accountLines } from '@/lib/report/account-lines';

const subject: Subject = {
  id: 'a',
  kind: 'new-media',
  name: '示例发布',
  filing: { state: 'filed' },
  aliases: [],
  adHoc: false,
  hasServices: true,
};
const session: Session = {
  id: 's',
  roundId: 'r',
  subjectId: 'a',
  setId: 'city-new-media',
  setVersion: '1',
  inspector: '张三',
  state: 'open',
  createdAt: '2026-11-20T00:00:00.000Z',
  updatedAt: '2026-11-20T00:00:00.000Z',
};

describe('lines of an account', () => {
  it('say what was noted', () => {
    const functions = [
      { name: '办事大厅', works: false },
      { name: '留言', works: true },
    ];
    const account = { lastPublishedDay: '2026-11-01', filing: 'unfiled' as const, functions };
    expect(accountLines({ subject, session: { ...session, account } })).toEqual([
      { label: '最近发布日期', text: '2026-11-01' },
      { label: '备案状态', text: '台账：已备案，检查发现：未备案' },
      { label: '功能测试', text: '办事大厅不可用；留言可用' },
    ]);
  });

  it('say what was not', () => {
    expect(accountLines({ subject, session }).map(({ text }) => text)).toEqual([
      '未登记',
      '台账：已备案',
      '未登记',
    ]);
    expect(accountLines({ subject: { ...subject, kind: 'website' }, session })).toEqual([]);
  });
});
