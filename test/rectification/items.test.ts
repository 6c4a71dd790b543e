// Items from an inspection's problems, promises in the next round, and what a recheck proposes.
import { describe, expect, it } from 'vitest';
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { Criterion } from '@/lib/model/indicator-set';
import type { Rectification } from '@/lib/model/rectification';
import type { Round } from '@/lib/model/round';
import type { Evidence, Verdict } from '@/lib/model/session';
import { judgeRecheck } from '@/lib/rectification/judge-recheck';
import { itemsOf, type MendingSource, newItems } from '@/lib/rectification/make-items';
import { type PresentView, promisedIn, seenAgain } from '@/lib/rectification/promised';

const AT = '2026-11-20T08:00:00.000Z';
const HOME = 'http://www.shili.gov.cn/';

const criterion = (id: string, scope: 'page' | 'site' = 'page'): Criterion => ({
  id,
  text: `评分点${id}`,
  points: 100,
  per: 'occurrence',
  scope,
  source: '',
  confirmed: true,
  howTo: '',
  checks: [],
});
const finding = (item: string, page = HOME): Finding => ({
  key: `images:${page}${item}`,
  siteKey: `images:${item}`,
  checkId: 'images',
  kind: 'broken',
  item,
  outcome: 'fail',
  group: '图片',
  message: `图片${item}无法显示`,
  locator: { url: page, frame: '', selector: 'img' },
});
const verdict = (criterionId: string, part: Partial<Verdict> = {}): Verdict => ({
  sessionId: 'x1',
  criterionId,
  status: 'hit',
  count: 1,
  note: '',
  findingKeys: [],
  evidenceIds: [],
  by: '张三',
  at: AT,
  from: 'manual',
  ...part,
});
const picture = (id: string, number: number, part: Partial<Evidence> = {}): Evidence => ({
  id,
  sessionId: 'x1',
  number,
  url: `${HOME}zwgk/`,
  title: '',
  at: AT,
  viewport: { width: 1200, height: 800, ratio: 1 },
  kind: 'visible',
  mime: 'image/jpeg',
  width: 10,
  height: 10,
  caption: '',
  boxes: [],
  ...part,
});
const source = (part: Partial<MendingSource>): MendingSource => ({
  session: { id: 'x1', roundId: 'r1', subjectId: 's1' },
  home: HOME,
  criteria: [
    { part: 'deduction', criterion: criterion('c1') },
    { part: 'deduction', criterion: criterion('c2', 'site') },
    { part: 'bonus', criterion: criterion('b1') },
  ],
  verdicts: [],
  findings: [],
  evidence: [],
  ...part,
});

describe('items of an inspection', () => {
  const a = finding('a');
  const b = finding('b');
  const full = source({
    verdicts: [
      verdict('c1', { count: 3, findingKeys: [a.key, b.key], evidenceIds: ['e2'], note: '首页' }),
      verdict('c2', { status: 'ok', count: 0 }),
      verdict('b1'),
    ],
    findings: [b, a],
    evidence: [picture('e1', 1, { findingKey: b.key, criterionId: 'c1' }), picture('e2', 2)],
  });

  it('are one per finding, and one for what was decided by hand', () => {
    const items = itemsOf(full, '张三', AT);
    expect(
      items.map(({ problem, findingKey, checkId, evidenceId, url }) => [
        problem,
        findingKey,
        checkId,
        evidenceId,
        url,
      ]),
    ).toEqual([
      ['图片a无法显示', a.key, 'images', undefined, HOME],
      ['图片b无法显示', b.key, 'images', 'e1', HOME],
      ['评分点c1（另计 1 处）\n首页', undefined, undefined, 'e2', `${HOME}zwgk/`],
    ]);
    expect(items.every(({ state, events }) => state === 'open' && events.length === 1)).toBe(true);
  });

  it('made twice change nothing, on whatever computer and day', () => {
    const first = itemsOf(full, '张三', AT);
    const again = itemsOf(full, '李四', '2027-01-01T00:00:00.000Z');
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(newItems(again, first)).toEqual([]);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
  });

  it('of a whole site go by the key without the page', () => {
    const items = itemsOf(
      source({ verdicts: [verdict('c2', { findingKeys: [a.siteKey] })], findings: [a] }),
      '',
      AT,
    );
    expect(items.map(({ findingKey }) => findingKey)).toEqual([a.siteKey]);
  });

  it('a finding that is known no more becomes a problem decided by hand', () => {
    const items = itemsOf(source({ verdicts: [verdict('c1', { findingKeys: ['images:lost'] })] }), '', AT);
    expect(items.map(({ problem, findingKey, url }) => [problem, findingKey, url])).toEqual([
      ['评分点c1', undefined, HOME],
    ]);
  });
});

const item = (part: Partial<Rectification> = {}): Rectification => ({
  id: 'k1',
  roundId: 'r1',
  subjectId: 's1',
  sessionId: 'x1',
  criterionId: 'c1',
  problem: '评分点c1',
  state: 'notified',
  events: [],
  updatedAt: AT,
  ...part,
});

describe('promises', () => {
  const round = (id: string, createdAt: string): Round => ({ id, name: id, state: 'open', createdAt });
  const rounds = [
    round('r0', '2026-01-01T00:00:00Z'),
    round('r1', '2026-04-01T00:00:00Z'),
    round('r2', '2026-07-01T00:00:00Z'),
  ];

  it('are all of the round before, and what is left of older ones; nothing of this or a later round', () => {
    const items = [
      item({ id: 'old-closed', roundId: 'r0', state: 'closed' }),
      item({ id: 'old-open', roundId: 'r0' }),
      item({ id: 'last-closed', state: 'closed' }),
      item({ id: 'now', roundId: 'r2' }),
    ];
    const [, , r2] = rounds;
    expect(r2 && promisedIn(items, rounds, r2).map(({ id }) => id)).toEqual(['last-closed', 'old-open']);
    const [, r1] = rounds;
    expect(r1 && promisedIn(items, rounds, r1).map(({ id }) => id)).toEqual(['old-closed', 'old-open']);
    const later = { id: 'r3', createdAt: '2026-10-01T00:00:00Z', previousId: 'r0' };
    expect(promisedIn(items, rounds, later).map(({ id }) => id)).toEqual(['now', 'old-closed', 'old-open']);
  });

  const now = (part: Partial<PresentView>): PresentView => ({
    verdicts: [],
    findings: [],
    checked: [],
    criterionText: new Map([['c1', '评分点c1']]),
    samePage: (a, b) => a === b,
    ...part,
  });

  it('by finding: seen again, gone after the same check on the same page, else unknown', () => {
    const a = finding('a');
    const promised = item({ findingKey: a.key, checkId: 'images', url: HOME });
    expect(seenAgain(promised, now({ findings: [a] }))).toBe('found');
    expect(seenAgain(promised, now({ verdicts: [verdict('c1', { findingKeys: [a.key] })] }))).toBe('found');
    expect(seenAgain(promised, now({ checked: [{ url: HOME, checkIds: ['images'] }] }))).toBe('not-found');
    expect(seenAgain(promised, now({ checked: [{ url: `${HOME}a`, checkIds: ['images'] }] }))).toBe(
      'unknown',
    );
    expect(seenAgain(promised, now({ checked: [{ url: HOME, checkIds: ['links'] }] }))).toBe('unknown');
  });

  it('by hand: what the person decided on the same criterion', () => {
    expect(seenAgain(item(), now({ verdicts: [verdict('c1')] }))).toBe('found');
    expect(seenAgain(item(), now({ verdicts: [verdict('c1', { status: 'ok', count: 0 })] }))).toBe(
      'not-found',
    );
    expect(seenAgain(item(), now({}))).toBe('unknown');
    const other = now({ verdicts: [verdict('c1')], criterionText: new Map([['c1', '别的评分点']]) });
    expect(seenAgain(item(), other)).toBe('unknown');
  });
});

describe('a recheck', () => {
  const a = finding('a');
  const promised = { findingKey: a.key, checkId: 'images' };
  const result = (part: Partial<CheckResult> = {}): CheckResult => ({
    checkId: 'images',
    outcome: 'pass',
    findings: [],
    skipped: [],
    ms: 1,
    ...part,
  });

  it('finds the same key, or says that it is gone', () => {
    expect(judgeRecheck(promised, [result({ outcome: 'fail', findings: [a] })])).toEqual({
      outcome: 'found',
      finding: a,
      reasons: [],
    });
    expect(judgeRecheck({ ...promised, findingKey: a.siteKey }, [result({ findings: [a] })]).outcome).toBe(
      'found',
    );
    expect(judgeRecheck(promised, [result({ outcome: 'fail', findings: [finding('b')] })]).outcome).toBe(
      'gone',
    );
  });

  it('never says “gone” of what it could not see', () => {
    const unsure: CheckResult[][] = [
      [],
      [result({ outcome: 'error', error: { code: 'timeout', detail: '超时' } })],
      [result({ outcome: 'inapplicable' })],
      [result({ skipped: [{ what: '内嵌页面', why: '无权访问' }] })],
    ];
    for (const results of unsure) {
      const { outcome, reasons } = judgeRecheck(promised, results);
      expect(outcome).toBe('unsure');
      expect(reasons).not.toEqual([]);
    }
    expect(judgeRecheck({}, [result()]).outcome).toBe('unsure');
  });
});
