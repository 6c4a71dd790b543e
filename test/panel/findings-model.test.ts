// The findings list: right page, groups, search, folding, what can be marked, what was decided.
import { describe, expect, it } from 'vitest';
import {
  decisionIndex,
  type FindingsInput,
  findingRows,
  markable,
  OPEN_UP_TO,
  runOfPage,
} from '@/components/panel/findings-model';
import type { Finding } from '@/lib/model/finding';
import type { Decision, Run } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';

const PAGE = 'http://www.shili.gov.cn/';

function finding(item: string, part: Partial<Finding> = {}): Finding {
  return {
    key: `images:${item}`,
    siteKey: `images:site:${item}`,
    checkId: 'images',
    kind: 'broken',
    item,
    outcome: 'fail',
    group: '无法显示',
    message: `图片 ${item} 无法显示`,
    locator: { url: PAGE, frame: '', selector: `#${item}` },
    ...part,
  };
}

function run(url: string, results: Record<string, Finding[]>): Run {
  return {
    id: url,
    sessionId: 's',
    url,
    finalUrl: url,
    title: '',
    at: '2026-11-20T01:00:00.000Z',
    durationMs: 1,
    skipped: [],
    results: Object.entries(results).map(([checkId, findings]) => ({
      checkId,
      outcome: 'fail',
      findings,
      skipped: [],
      ms: 1,
    })),
  };
}

const input = (runs: Run[], part: Partial<FindingsInput> = {}): FindingsInput => ({
  runs,
  pageUrl: PAGE,
  pages: 'this',
  query: '',
  outcome: 'all',
  checkId: '',
  open: {},
  ...part,
});

const items = (given: FindingsInput) =>
  findingRows(given).flatMap((row) => (row.type === 'finding' ? [row.finding.item] : []));

describe('rows', () => {
  const runs = [
    run(`${PAGE}index.html#top`, {
      links: [finding('x', { checkId: 'links', group: '外链' })],
      images: [
        finding('r', { outcome: 'review', group: '待看' }),
        finding('a'),
        finding('b', { outcome: 'review' }),
      ],
    }),
    run(`${PAGE}other/`, { images: [finding('o')] }),
  ];

  it('belong to the page in front, index file and fragment aside', () => {
    expect(runOfPage(runs, PAGE)).toBe(runs[0]);
    expect(items(input(runs))).toEqual(['a', 'b', 'r', 'x']);
    expect(items(input(runs, { pages: 'all' }))).toEqual(['a', 'b', 'o', 'r', 'x']);
    expect(items(input(runs, { pageUrl: `${PAGE}third/` }))).toEqual([]);
  });

  it('say which findings are on the page in front', () => {
    const here = findingRows(input(runs, { pages: 'all' })).flatMap((row) =>
      row.type === 'finding' ? [[row.finding.item, row.here]] : [],
    );
    expect(here).toContainEqual(['a', true]);
    expect(here).toContainEqual(['o', false]);
  });

  it('come by check, groups with certain problems first, with counts', () => {
    const heads = findingRows(input(runs)).filter(({ type }) => type !== 'finding');
    expect(heads.map(({ id }) => id)).toEqual([
      'images',
      'images/无法显示',
      'images/待看',
      'links',
      'links/外链',
    ]);
    expect(heads[0]).toMatchObject({ fails: 1, reviews: 2 });
    expect(heads[1]).toMatchObject({ fails: 1, reviews: 1 });
  });

  it('obey search, outcome and check, and count what is left', () => {
    expect(items(input(runs, { query: '图片 A' }))).toEqual(['a']);
    expect(items(input(runs, { outcome: 'review' }))).toEqual(['r', 'b']);
    expect(items(input(runs, { checkId: 'links' }))).toEqual(['x']);
    expect(findingRows(input(runs, { outcome: 'review' }))[0]).toMatchObject({ fails: 0, reviews: 2 });
  });

  it('fold long groups until opened, and open them for a search', () => {
    const many = Array.from({ length: OPEN_UP_TO + 1 }, (_, i) => finding(`n${i}`));
    const long = [run(PAGE, { images: many })];
    expect(items(input(long))).toEqual([]);
    expect(items(input(long, { open: { 'images/无法显示': true } }))).toHaveLength(OPEN_UP_TO + 1);
    expect(items(input(long, { query: 'n3 ' }))).toEqual(['n3']);
    expect(items(input(long, { query: 'n3 ', open: { 'images/无法显示': false } }))).toEqual([]);
  });

  it('have ids of their own even when two findings share a key', () => {
    const ids = findingRows(input([run(PAGE, { images: [finding('a'), finding('a')] })])).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('marks only what can be pointed at', () => {
  const nowhere = finding('m', { locator: { url: PAGE, frame: '', selector: '' } });
  expect(markable(run(PAGE, { images: [nowhere, finding('a')] })).map(({ item }) => item)).toEqual(['a']);
  expect(markable(undefined)).toEqual([]);
});

describe('decisions on a finding', () => {
  const suggestion: Suggestion = {
    id: 'c1:images',
    criterionId: 'c1',
    checkId: 'images',
    findingKeys: ['images:a'],
    count: 1,
    points: 100,
    outcome: 'fail',
    why: '',
    pages: [],
  };
  const decision = (findingKey: string, what: Decision['decision']): Decision => ({
    sessionId: 's',
    criterionId: 'c2',
    findingKey,
    decision: what,
    by: '张三',
    at: '2026-11-20T01:00:00.000Z',
  });

  it('are found by the page key and by the site key', () => {
    const of = decisionIndex(
      [suggestion, { ...suggestion, criterionId: 'c3', findingKeys: ['images:site:a'] }],
      [decision('images:b', 'accepted'), decision('images:site:b', 'rejected')],
    );
    expect(of(finding('a')).open).toEqual([
      { criterionId: 'c1', findingKey: 'images:a' },
      { criterionId: 'c3', findingKey: 'images:site:a' },
    ]);
    expect(of(finding('b'))).toEqual({ open: [], accepted: 1, rejected: 1 });
  });
});
