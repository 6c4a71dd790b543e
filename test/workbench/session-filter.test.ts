// The inspection list shows what was asked for, in the order asked for, and never flickers.
import { describe, expect, it } from 'vitest';
import {
  progressPercent,
  type SessionFilter,
  type SortKey,
  shownRows,
} from '@/components/workbench/sessions/session-filter';
import type { SessionRow } from '@/lib/desk/protocol';

const ALL: SessionFilter = { text: '', roundId: '', state: '' };

function row(
  id: string,
  over: { name?: string; host?: string; roundId?: string; inspector?: string } & Partial<SessionRow> & {
      state?: SessionRow['session']['state'];
      updatedAt?: string;
    } = {},
): SessionRow {
  const {
    name = `网站${id}`,
    host = `www.${id}.gov.cn`,
    roundId = 'q4',
    inspector = '王晓明',
    state = 'open',
    updatedAt = '2026-11-20T02:00:00.000Z',
    ...rest
  } = over;
  return {
    session: {
      id,
      roundId,
      subjectId: `s-${id}`,
      setId: 'national-website',
      setVersion: '2019.1',
      inspector,
      state,
      createdAt: updatedAt,
      updatedAt,
    },
    subject: { id: `s-${id}`, kind: 'website', name, host, aliases: [], adHoc: false, hasServices: true },
    round: { id: roundId, name: `轮次${roundId}`, state: 'open', createdAt: updatedAt },
    setTitle: '政府网站检查指标（国家）',
    decided: 0,
    criteria: 100,
    total: 9000,
    result: 'undetermined',
    ...rest,
  };
}

const ids = (rows: SessionRow[]) => rows.map(({ session }) => session.id).join(' ');
const by = (key: SortKey, descending = false) => ({ key, descending });

describe('shownRows', () => {
  it('finds every word somewhere in the row, whatever the width and case of letters', () => {
    const rows = [
      row('a', { name: '东湖区政府', host: 'www.donghu.gov.cn' }),
      row('b', { name: '东湖区教育局', host: 'edu.donghu.gov.cn', inspector: '李雷' }),
    ];
    expect(ids(shownRows(rows, { ...ALL, text: '东湖 李雷' }, by('subject')))).toBe('b');
    expect(ids(shownRows(rows, { ...ALL, text: 'ＥＤＵ．ＤＯＮＧＨＵ' }, by('subject')))).toBe('b');
    expect(shownRows(rows, { ...ALL, text: '东湖 南江' }, by('subject'))).toEqual([]);
  });

  it('filters by round and by state; “unfinished” is open and reopened', () => {
    const rows = [
      row('a', { state: 'open' }),
      row('b', { state: 'finished' }),
      row('c', { state: 'reopened', roundId: 'q3' }),
    ];
    expect(ids(shownRows(rows, { ...ALL, state: 'unfinished' }, by('subject')))).toBe('a c');
    expect(ids(shownRows(rows, { ...ALL, state: 'finished' }, by('subject')))).toBe('b');
    expect(ids(shownRows(rows, { ...ALL, roundId: 'q3' }, by('subject')))).toBe('c');
  });

  it('sorts names with numbers as people count and sheets without a total below every score', () => {
    const rows = [row('a', { name: '网站10', total: 0 }), row('b', { name: '网站9', total: null })];
    expect(ids(shownRows(rows, ALL, by('subject')))).toBe('b a');
    expect(ids(shownRows(rows, ALL, by('total')))).toBe('b a');
    expect(ids(shownRows(rows, ALL, by('total', true)))).toBe('a b');
  });

  it('breaks ties by the newest change, then by id, in both directions', () => {
    const rows = [row('b'), row('a'), row('c', { updatedAt: '2026-11-21T02:00:00.000Z' })];
    expect(ids(shownRows(rows, ALL, by('result')))).toBe('c a b');
    expect(ids(shownRows(rows, ALL, by('result', true)))).toBe('c a b');
  });

  it('leaves the given rows alone', () => {
    const rows = [row('b'), row('a')];
    shownRows(rows, ALL, by('subject'));
    expect(ids(rows)).toBe('b a');
  });
});

describe('progressPercent', () => {
  it('says 100 only when everything is decided', () => {
    expect(progressPercent({ decided: 999, criteria: 1000 })).toBe(99);
    expect(progressPercent({ decided: 7, criteria: 7 })).toBe(100);
    expect(progressPercent({ decided: 0, criteria: 0 })).toBe(0);
  });
});
