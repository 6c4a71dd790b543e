// Findings against a set: what is proposed, how often it counts, and that a decided one stays decided.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import { suggest } from '@/lib/indicators/suggest';
import type { Finding } from '@/lib/model/finding';
import type { CheckLink, Criterion, IndicatorSet } from '@/lib/model/indicator-set';
import type { Decision } from '@/lib/model/session';
import { Suggestion } from '@/lib/model/suggestion';
import { category, criterion, indicator, part, setOf } from '../scoring/example-set';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const HOME = 'http://www.example.gov.cn/';
const NEWS = 'http://www.example.gov.cn/news/';

const finding = (kind: string, item: string, page = HOME, more: Partial<Finding> = {}): Finding => ({
  key: `images:${page}:${kind}:${item}`,
  siteKey: `images:${kind}:${item}`,
  checkId: 'images',
  kind,
  item,
  outcome: 'fail',
  group: '图片',
  message: `图片 ${item} 未能显示。`,
  locator: { url: page, frame: '', selector: 'img' },
  ...more,
});
const run = (url: string, findings: Finding[]) => ({
  url,
  results: [...new Set(findings.map((one) => one.checkId))].map((checkId) => ({
    checkId,
    outcome: 'fail' as const,
    findings: findings.filter((one) => one.checkId === checkId),
    skipped: [],
    ms: 1,
  })),
});
const setWith = (more: Partial<Criterion>, link: Partial<CheckLink> = {}): IndicatorSet =>
  setOf([
    part('deduction', [
      category('c', [
        indicator('i', 10000, [
          criterion('k', 10, {
            per: 'occurrence',
            scope: 'page',
            checks: [{ check: 'images', ...link }],
            ...more,
          }),
        ]),
      ]),
    ]),
  ]);
const decision = (
  findingKey: string,
  decided: Decision['decision'] = 'rejected',
  criterionId = 'k',
): Decision => ({
  sessionId: 's',
  criterionId,
  findingKey,
  decision: decided,
  by: '检查员',
  at: '2026-01-01T00:00:00.000Z',
});

describe('suggest', () => {
  it('makes one suggestion per criterion and check, with its reason', () => {
    const runs = [
      run(HOME, [finding('broken', 'a.png'), finding('broken', 'b.png')]),
      run(NEWS, [finding('broken', 'a.png', NEWS)]),
    ];
    const [one, ...rest] = suggest(setWith({}), runs, []);
    expect(rest).toEqual([]);
    expect(Suggestion.parse(one)).toEqual(one);
    expect(one).toEqual({
      id: 'k:images',
      criterionId: 'k',
      checkId: 'images',
      findingKeys: [
        `images:${HOME}:broken:a.png`,
        `images:${HOME}:broken:b.png`,
        `images:${NEWS}:broken:a.png`,
      ],
      count: 3,
      points: 30,
      outcome: 'fail',
      why: `在 2 个页面发现 3 项疑似问题（如：图片 a.png 未能显示；图片 b.png 未能显示），涉及页面 ${HOME}、${NEWS}，每处扣 0.1 分 × 3 处，建议扣 0.3 分。`,
      pages: [HOME, NEWS],
    });
  });

  it('counts site-wide faults once over all pages', () => {
    const runs = [
      run(HOME, [finding('missing', 'sponsor')]),
      run(NEWS, [finding('missing', 'sponsor', NEWS)]),
    ];
    const [one] = suggest(setWith({ scope: 'site' }), runs, []);
    expect(one).toMatchObject({
      findingKeys: ['images:missing:sponsor'],
      count: 1,
      points: 10,
      pages: [HOME, NEWS],
    });
  });

  it('counts once, caps, and says so', () => {
    const runs = [
      run(
        HOME,
        ['a', 'b', 'c'].map((item) => finding('broken', item)),
      ),
    ];
    const [once] = suggest(setWith({ per: 'once' }), runs, []);
    expect(once).toMatchObject({ count: 1, points: 10 });
    expect(once?.why).toContain('只扣一次，建议扣 0.1 分');
    const [capped] = suggest(setWith({ cap: 25 }), runs, []);
    expect(capped).toMatchObject({ count: 3, points: 25 });
    expect(capped?.why).toContain('按评分点封顶 0.25 分');
  });

  it('listens only to the linked kinds, items and outcomes', () => {
    const runs = [
      run(HOME, [
        finding('broken', 'a'),
        finding('local', 'b'),
        finding('broken', 'c', HOME, { outcome: 'review' }),
        finding('broken', 'd', HOME, { checkId: 'other' }),
      ]),
    ];
    const keys = (link: Partial<CheckLink>) =>
      suggest(setWith({}, link), runs, []).flatMap((one) => one.findingKeys.map((key) => key.slice(-1)));
    expect(keys({})).toEqual(['a', 'b', 'c']);
    expect(keys({ kinds: [] })).toEqual(['a', 'b', 'c']);
    expect(keys({ kinds: ['broken'] })).toEqual(['a', 'c']);
    expect(keys({ items: ['b'] })).toEqual(['b']);
    expect(keys({ outcomes: ['fail'] })).toEqual(['a', 'b']);
    expect(keys({ kinds: ['gone'] })).toEqual([]);
  });

  it('keeps apart what is sure and what a person must look at', () => {
    const doubtful = finding('broken', 'a', HOME, { outcome: 'review' });
    const [all] = suggest(setWith({}), [run(HOME, [doubtful])], []);
    expect([all?.outcome, all?.why.endsWith('，需人工核实。')]).toEqual(['review', true]);
    const both = suggest(setWith({}), [run(HOME, [doubtful, finding('broken', 'b')])], []);
    expect(both.map(({ outcome, count }) => [outcome, count])).toEqual([
      ['fail', 1],
      ['review', 1],
    ]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
  });

  it('never brings back what was accepted or rejected for the criterion', () => {
    const runs = [run(HOME, [finding('broken', 'a'), finding('broken', 'b')])];
    const [a, b] = suggest(setWith({}), runs, [])[0]?.findingKeys ?? [];
    const left = suggest(setWith({}), runs, [decision(a ?? '')]);
    expect(left[0]).toMatchObject({ findingKeys: [b], count: 1 });
    expect(suggest(setWith({}), runs, [decision(a ?? ''), decision(b ?? '', 'accepted')])).toEqual([]);
    expect(suggest(setWith({}), runs, [decision(a ?? '', 'rejected', 'another')])[0]?.count).toBe(2);
  });

  it('warns of vetoes and speaks of giving in the bonus part', () => {
    const linked = { checks: [{ check: 'images' }] };
    const set = setOf([
      part('veto', [category('v', [indicator('vi', 0, [criterion('veto', 0, linked)])])]),
      part('bonus', [category('b', [indicator('bi', 500, [criterion('more', 100, linked)])])]),
    ]);
    const [veto, bonus] = suggest(set, [run(HOME, [finding('broken', 'a')])], []);
    expect([veto?.points, veto?.why.includes('单项否决情形，请慎重认定')]).toEqual([0, true]);
    expect([bonus?.points, bonus?.why.includes('建议加 1 分')]).toEqual([100, true]);
  });

  it('keeps its sentence one sentence, whatever the page wrote', () => {
    const rude = finding('broken', 'a', HOME, { message: `<b>粗</b>\n第二行。第三句。${'长'.repeat(200)}` });
    const why = suggest(setWith({}), [run(HOME, [rude])], [])[0]?.why ?? '';
    expect(why.match(/。/g)).toHaveLength(1);
    expect(why).not.toContain('\n');
    expect(why.length).toBeLessThan(250);
  });

  it('does not depend on the order of runs and findings', () => {
    const pool = [HOME, NEWS].flatMap((page) =>
      ['a', 'b', 'c'].flatMap((item) => [
        finding('broken', item, page),
        finding('local', item, page, { outcome: 'review', message: `${page}本地${item}` }),
      ]),
    );
    const grouped = (findings: Finding[]) =>
      [...new Set(findings.map((one) => one.locator.url))].map((page) =>
        run(
          page,
          findings.filter((one) => one.locator.url === page),
        ),
      );
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(pool)
          .chain((some) =>
            fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
          ),
        fc.constantFrom('page' as const, 'site' as const),
        ([some, shuffled], scope) => {
          expect(suggest(setWith({ scope }), grouped(shuffled), [])).toEqual(
            suggest(setWith({ scope }), grouped(some), []),
          );
        },
      ),
    );
  });

  it('is empty once every suggestion is decided', () => {
    const national = shippedSets.find((set) => set.id === 'national-website');
    if (national === undefined) throw new Error('missing set');
    const runs = [
      run(HOME, [
        finding('missing', 'sponsor', HOME, { checkId: 'identification', message: '未见主办单位。' }),
        finding('missing', 'govMark', HOME, { checkId: 'identification', message: '未见党政机关标识。' }),
        finding('not-loaded', 'a.png', HOME, { checkId: 'broken-images' }),
        finding('local-address', 'C:\\a.png', HOME, { checkId: 'broken-images' }),
        finding('unmarked', 'www.example.com', HOME, { checkId: 'unmarked-external-links' }),
        finding('not-provable', 'b.example.com', HOME, {
          checkId: 'unmarked-external-links',
          outcome: 'review',
        }),
        finding('violation', 'image-alt', HOME, { checkId: 'accessibility' }),
        finding('best-practice', 'region', HOME, { checkId: 'accessibility' }),
      ]),
    ];
    const first = suggest(national, runs, []);
    expect(first.map(({ id, points }) => [id, points])).toEqual([
      ['function-identity-mark:identification', 100],
      ['function-identity-elements:identification', 50],
      ['function-availability-images:broken-images', 10],
      ['function-availability-local:broken-images', 50],
      // The doubtful link counts too: it is proposed as one to look at.
      ['function-availability-external:unmarked-external-links', 10],
      ['function-availability-external:unmarked-external-links:review', 10],
      ['function-compatibility-accessibility:accessibility', 50],
    ]);
    const known = new Set(criteriaOf(national).map((place) => place.criterion.id));
    expect(first.every((one) => known.has(one.criterionId))).toBe(true);
    const decisions = first.flatMap((one) =>
      one.findingKeys.map((key) => decision(key, 'accepted', one.criterionId)),
    );
    expect(suggest(national, runs, decisions)).toEqual([]);
  });
});
