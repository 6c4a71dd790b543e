// The table of columns: what was seen now against what the register knows.
import { describe, expect, it } from 'vitest';
import { columnRows } from '@/components/workbench/session/column-rows';
import type { ColumnEntry } from '@/lib/model/columns';
import type { Run } from '@/lib/model/session';
import type { ColumnTallySummary } from '@/lib/model/summary';

const TODAY = '2026-01-01';

const entry = (name: string, more: Partial<ColumnEntry> = {}): ColumnEntry => ({
  key: `www.shili.gov.cn/${name}/`,
  name,
  kind: 'news',
  lastSeen: { day: '2025-10-01', newest: '2025-09-20', rows: 3 },
  ...more,
});

const seen = (name: string, more: Partial<ColumnTallySummary['columns'][number]> = {}) => ({
  key: `www.shili.gov.cn/${name}/`,
  name,
  kind: 'news' as const,
  own: true,
  rows: 3,
  newest: '2025-12-01',
  source: 'printed' as const,
  days: 31,
  state: 'stale' as const,
  certain: true,
  selector: 'ul',
  page: `http://www.shili.gov.cn/${name}/`,
  pageTitle: name,
  ...more,
});

function runsWith(...columns: ReturnType<typeof seen>[]): Run[] {
  const summary: ColumnTallySummary = { day: TODAY, columns, tallies: [], notes: ['说明。'] };
  return [
    {
      id: 'r',
      sessionId: 's',
      url: '全站汇总',
      finalUrl: '全站汇总',
      title: '全站汇总',
      at: '2026-01-01T02:00:00.000Z',
      durationMs: 0,
      results: [{ checkId: 'column-tally', outcome: 'pass', findings: [], skipped: [], ms: 0, summary }],
      skipped: [],
      scope: 'site',
    },
  ];
}

describe('columnRows', () => {
  it('lists columns of earlier rounds as still to visit, with what was seen then', () => {
    const { rows, summary } = columnRows([entry('动态')], [], TODAY);
    expect(summary).toBeUndefined();
    expect(rows).toMatchObject([
      { state: 'unseen', newest: '2025-09-20', days: 103, limit: '2 周', page: '' },
    ]);
  });

  it('shows what was seen now, stale first, excluded last, unknown ones without corrections', () => {
    const entries = [entry('动态'), entry('公告', { kind: 'notice' }), entry('历史', { excluded: true })];
    const { rows } = columnRows(
      entries,
      runsWith(
        seen('公告'),
        seen('历史', { state: 'excluded' }),
        seen('块', { key: 'name:块', state: 'fresh' }),
      ),
      TODAY,
    );
    expect(rows.map(({ name, state, known }) => [name, state, known])).toEqual([
      ['公告', 'stale', true],
      ['动态', 'unseen', true],
      ['块', 'fresh', false],
      ['历史', 'excluded', true],
    ]);
  });

  it('shows no old date for a column that is empty now', () => {
    const empty = seen('动态', { state: 'empty', rows: 0 });
    const { newest: _newest, days: _days, ...bare } = empty;
    const { rows } = columnRows([entry('动态')], runsWith(bare as ReturnType<typeof seen>), TODAY);
    expect(rows).toMatchObject([{ state: 'empty', newest: '' }]);
  });

  it('shows a column’s own period', () => {
    const { rows } = columnRows(
      [entry('专栏', { kind: 'other', updateDays: 90 }), entry('其他', { kind: 'other' })],
      [],
      TODAY,
    );
    expect(rows.map(({ name, limit, updateDays }) => [name, limit, updateDays])).toEqual([
      ['其他', '', undefined],
      ['专栏', '90 天', 90],
    ]);
  });
});
