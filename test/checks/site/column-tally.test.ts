// The tally of columns over a site: each column once, corrections obeyed, and the veto's numbers.
import { describe, expect, it } from 'vitest';
import { type PageResults, siteResult } from '@/lib/checks/engine/define-site-check';
import tally from '@/lib/checks/site/column-tally';
import type { ColumnEntry } from '@/lib/model/columns';
import { type ColumnSeen, ColumnTallySummary } from '@/lib/model/summary';
import { addDays } from '@/lib/text/days';

const DAY = '2026-01-01';

function column(name: string, days: number | undefined, more: Partial<ColumnSeen> = {}): ColumnSeen {
  return {
    key: `www.shili.gov.cn/${name}/`,
    name,
    url: `http://www.shili.gov.cn/${name}/`,
    kind: 'news',
    own: true,
    rows: 10,
    ...(days !== undefined && { newest: addDays(DAY, -days), source: 'printed', days }),
    state: days === undefined ? 'undated' : days > 14 ? 'stale' : 'fresh',
    certain: true,
    selector: 'ul',
    ...more,
  };
}

function page(path: string, ...columns: ColumnSeen[]): PageResults {
  return {
    url: `http://www.shili.gov.cn/${path}`,
    title: path,
    at: `${DAY}T02:00:00.000Z`,
    results: [
      {
        checkId: 'stale-columns',
        outcome: 'pass',
        findings: [],
        skipped: [],
        ms: 1,
        summary: { day: DAY, columns },
      },
    ],
  };
}

function run(pages: PageResults[], columns: ColumnEntry[] = []) {
  const result = siteResult(tally, '全站汇总', pages, { columns });
  if (!result) throw new Error('no result');
  return { result, summary: ColumnTallySummary.parse(result.summary) };
}

const stale = (count: number, more: Partial<ColumnSeen> = {}) =>
  Array.from({ length: count }, (_, at) => page(`p${at}`, column(`动态${at}`, 30, more)));

describe('column-tally', () => {
  it('says nothing while no page with columns was inspected', () => {
    expect(siteResult(tally, '全站汇总', [], { columns: [] })).toBeUndefined();
    expect(siteResult(tally, '全站汇总', [page('a')], { columns: [] })).toBeUndefined();
  });

  it('reaches the veto with the fifth stale column, and only notes it before', () => {
    const four = run(stale(4));
    expect(four.result).toMatchObject({ outcome: 'pass', findings: [] });
    expect(four.summary.notes).toEqual([expect.stringContaining('4 个，未达到单项否决的 5 个')]);
    const five = run(stale(5));
    expect(five.result.outcome).toBe('fail');
    expect(five.result.findings).toMatchObject([
      {
        kind: 'too-many-stale-news',
        item: 'site',
        found: expect.stringContaining('http://www.shili.gov.cn/p4'),
      },
    ]);
    expect(five.summary.tallies[0]).toEqual({
      kind: 'too-many-stale-news',
      certain: 5,
      unsure: 0,
      threshold: 5,
    });
  });

  it('is to be looked at when doubtful ones are needed for the number', () => {
    const pages = [...stale(4), page('x', column('公告', 200, { kind: 'notice', certain: false }))];
    expect(run(pages).result.outcome).toBe('review');
  });

  it('counts other columns only by a period of the register', () => {
    const pages = Array.from({ length: 10 }, (_, at) =>
      page(`o${at}`, column(`专栏${at}`, 100, { kind: 'other', state: 'unlimited' })),
    );
    const none = run(pages);
    expect(none.result.findings).toEqual([]);
    expect(none.summary.notes).toEqual([expect.stringContaining('10 个其他栏目未设更新期限')]);
    const register = pages.map((_, at) => ({
      ...entry(`专栏${at}`),
      kind: 'other' as const,
      updateDays: 90,
    }));
    expect(run(pages, register).result.findings).toMatchObject([
      { kind: 'too-many-stale-other', outcome: 'review' },
    ]);
  });

  it('counts five empty columns', () => {
    const pages = Array.from({ length: 5 }, (_, at) =>
      page(`e${at}`, column(`空${at}`, undefined, { rows: 0, state: 'empty' })),
    );
    expect(run(pages).result.findings).toMatchObject([{ kind: 'too-many-empty', outcome: 'fail' }]);
  });

  it('knows a column on several pages as one: its own page speaks, a newer excerpt proves an update', () => {
    const own = page('a', column('要闻', 20));
    const older = column('要闻', 40, { own: false, certain: false });
    expect(run([own, page('home', older)]).summary.columns).toMatchObject([
      { days: 20, state: 'stale', own: true },
    ]);
    const newer = column('要闻', 3, { own: false });
    expect(run([own, page('home', newer)]).summary.columns).toMatchObject([
      { days: 3, state: 'fresh', page: 'http://www.shili.gov.cn/home' },
    ]);
    const nameOnly = column('要闻', 40, { own: false, certain: false, key: 'name:要闻' });
    expect(run([own, page('home', nameOnly)]).summary.columns).toHaveLength(1);
  });

  it('obeys corrections made since', () => {
    const excluded = [0, 1].map((at) => ({ ...entry(`动态${at}`), excluded: true, correctedBy: '张三' }));
    const { result, summary } = run(stale(5), excluded);
    expect(result.findings).toEqual([]);
    expect(summary.columns.map(({ state }) => state).sort()).toEqual([
      'excluded',
      'excluded',
      'stale',
      'stale',
      'stale',
    ]);
    const renamed = run(
      [page('a', column('动态', 30))],
      [{ ...entry('动态'), kind: 'notice', name: '公告', key: 'www.shili.gov.cn/动态/' }],
    );
    expect(renamed.summary.columns).toMatchObject([{ name: '公告', kind: 'notice', state: 'fresh' }]);
  });

  it('does not depend on the order of pages', () => {
    const pages = [...stale(5), page('home', column('动态0', 2, { own: false }))];
    expect(run([...pages].reverse())).toEqual(run(pages));
  });
});

function entry(name: string): ColumnEntry {
  return { key: `www.shili.gov.cn/${name}/`, name, kind: 'news', lastSeen: { day: DAY, rows: 1 } };
}
