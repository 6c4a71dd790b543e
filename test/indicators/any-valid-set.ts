// Any set that the linter accepts, with the nastiest texts a person or a program may put into it.
import fc from 'fast-check';
import type {
  Category,
  CheckLink,
  Criterion,
  Indicator,
  IndicatorSet,
  Part,
} from '@/lib/model/indicator-set';
import { KNOWN_CHECKS } from './known-checks';

const UNSAFE = /[^\P{Cc}\t\n]|\p{Surrogate}|[\ufffe\uffff]/gu;
const nasty = fc.constantFrom(
  '=1+1',
  '+86',
  '-3',
  '@x',
  "'x",
  '#REF!',
  '#N/A',
  '_x0041_',
  '_x000D_',
  '007',
  '1e5',
  'TRUE',
  '是',
  '2026-01-01',
  '<b>&amp;"',
  ' 首尾 ',
  '多\n行\t文字',
  '\u3000',
  '𠮷😀',
  ']]>',
  '$.parts[0]',
  '__proto__',
);
const anyText = fc
  .oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 10 }))
  .map((text) => text.replace(UNSAFE, ''));
const filledText = anyText.map((text) => (text.trim() === '' ? `条${text}款` : text));
const oneLine = anyText.map((text) => text.replace(/[\n\t]/g, '').trim());
const name = oneLine.map((text) => text || '名称');

const links: fc.Arbitrary<CheckLink[]> = fc.array(
  fc.record(
    {
      check: fc.constantFrom(...KNOWN_CHECKS.keys()),
      kinds: fc.array(anyText, { maxLength: 3 }),
      items: fc.array(anyText, { maxLength: 3 }),
      outcomes: fc.subarray(['fail' as const, 'review' as const]),
    },
    { requiredKeys: ['check'] },
  ),
  { maxLength: 3 },
);

/** Limits as the checks' own schemas admit them. */
const params = fc
  .record(
    {
      'stale-columns': limits('newsDays', 'noticeMonths', 'policyMonths', 'otherDays'),
      'unanswered-messages': limits('unansweredMonths', 'withinMonths', 'staleMonths', 'replyDays'),
      'unpublished-survey-results': limits('resultMonths', 'minimum'),
    },
    { requiredKeys: [] },
  )
  .filter((all) => Object.keys(all).length > 0);

function limits(...names: string[]) {
  return fc
    .subarray(names, { minLength: 1 })
    .chain((some) =>
      fc.record(Object.fromEntries(some.map((one) => [one, fc.integer({ min: 1, max: 400 })]))),
    );
}

interface CriterionPlan {
  text: string;
  source: string;
  howTo: string;
  confirmed: boolean;
  scope: 'page' | 'site';
  per: 'once' | 'occurrence';
  points: number;
  capMore: number | undefined;
  checks: CheckLink[];
}
const criterionPlan: fc.Arbitrary<CriterionPlan> = fc.record({
  text: filledText,
  source: anyText,
  howTo: anyText,
  confirmed: fc.boolean(),
  scope: fc.constantFrom('page' as const, 'site' as const),
  per: fc.constantFrom('once' as const, 'occurrence' as const),
  points: fc.integer({ min: 0, max: 900 }),
  capMore: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  checks: links,
});
const indicatorPlan = fc.record({
  name,
  source: anyText,
  confirmed: fc.boolean(),
  more: fc.integer({ min: 0, max: 500 }),
  criteria: fc.array(criterionPlan, { minLength: 1, maxLength: 2 }),
});
const categoryPlan = fc.record({
  name,
  confirmed: fc.option(fc.boolean(), { nil: undefined }),
  less: fc.integer({ min: 0, max: 100 }),
  indicators: fc.array(indicatorPlan, { minLength: 1, maxLength: 2 }),
});
const partPlan = (kind: Part['kind']) =>
  fc.record({
    kind: fc.constant(kind),
    title: name,
    confirmed: fc.boolean(),
    less: fc.integer({ min: 0, max: 100 }),
    categories: fc.array(categoryPlan, { minLength: 1, maxLength: 2 }),
  });

/** Gives out ids: the wished one when it is free, else with a number behind it. */
function idSource(wishes: readonly string[]) {
  const used = new Set<string>();
  let next = 0;
  return () => {
    const wish = wishes[next % Math.max(1, wishes.length)] || 'id';
    next += 1;
    const id = used.has(wish) ? `${wish}·${next}` : wish;
    used.add(id);
    return id;
  };
}

/** Valid sets: sums fit, ids are distinct, texts are clean; everything else is free. */
export const anyValidSet: fc.Arbitrary<IndicatorSet> = fc
  .record({
    head: fc.record({
      id: name,
      version: name,
      title: name,
      appliesTo: fc.constantFrom('website' as const, 'new-media' as const),
      source: fc.record({ document: anyText, note: anyText }),
    }),
    lines: fc.record({
      passLine: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      bonusGate: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      vetoScore: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    }),
    policy: fc.constantFrom('none' as const, 'rescale' as const, 'spread' as const),
    parts: fc
      .tuple(partPlan('veto'), partPlan('deduction'), partPlan('bonus'))
      .chain((all) => fc.shuffledSubarray(all, { minLength: 1 })),
    wishes: fc.array(name, { maxLength: 6 }),
    checkParams: fc.option(params, { nil: undefined }),
  })
  .map(({ head, lines, policy, parts: plans, wishes, checkParams }) => {
    const ids = { category: idSource(wishes), indicator: idSource(wishes), criterion: idSource(wishes) };
    const parts = plans.map((plan): Part => {
      const { kind } = plan;
      const categories = plan.categories.map((c): Category => {
        const indicators = c.indicators.map((i): Indicator => {
          const criteria = i.criteria.map((k): Criterion => {
            const { capMore, points, ...rest } = k;
            return {
              id: ids.criterion(),
              ...rest,
              points: kind === 'veto' ? 0 : points,
              ...(kind === 'veto' || capMore === undefined ? {} : { cap: points + capMore }),
            };
          });
          const most = Math.max(...criteria.map((one) => one.points));
          const { more, ...rest } = i;
          return { id: ids.indicator(), ...rest, points: kind === 'veto' ? 0 : most + more + 1, criteria };
        });
        const sum = indicators.reduce((points, one) => points + one.points, 0);
        return {
          id: ids.category(),
          name: c.name,
          points: kind === 'bonus' ? lessThan(sum, c.less) : sum,
          ...(c.confirmed === undefined ? {} : { confirmed: c.confirmed }),
          indicators,
        };
      });
      const sum = categories.reduce((points, one) => points + one.points, 0);
      return {
        kind,
        title: plan.title,
        points: kind === 'bonus' ? lessThan(sum, plan.less) : sum,
        confirmed: plan.confirmed,
        categories,
      };
    });
    const deduction = parts.find((part) => part.kind === 'deduction');
    const full = deduction?.points ?? 0;
    const [first, second] = deduction?.categories ?? [];
    const share = (percent: number | undefined) =>
      percent === undefined ? undefined : Math.floor((full * percent) / 100);
    return {
      schema: 'gov-site-inspector/indicator-set@1',
      ...head,
      ...Object.fromEntries(
        Object.entries(lines).flatMap(([key, percent]) =>
          percent === undefined ? [] : [[key, share(percent)]],
        ),
      ),
      naPolicy:
        policy === 'none' || first === undefined || second === undefined
          ? { kind: 'none' }
          : { kind: policy, categoryId: first.id },
      parts,
      ...(checkParams === undefined ? {} : { checkParams }),
    };
  });

function lessThan(sum: number, percent: number): number {
  return Math.max(1, sum - Math.floor((sum * percent) / 100));
}
