// Sets and verdicts for the tests: small ones written by hand and arbitrary ones for property tests.
import fc from 'fast-check';
import type { Category, Criterion, Indicator, IndicatorSet, Part } from '@/lib/model/indicator-set';
import type { Verdict } from '@/lib/model/session';

export const criterion = (id: string, points: number, more: Partial<Criterion> = {}): Criterion => ({
  id,
  text: `评分点${id}`,
  points,
  per: 'once',
  scope: 'site',
  source: '条款',
  confirmed: true,
  howTo: '查看。',
  checks: [],
  ...more,
});

export const indicator = (id: string, points: number, criteria: Criterion[]): Indicator => ({
  id,
  name: `指标${id}`,
  points,
  confirmed: true,
  source: '条款',
  criteria,
});

export const category = (id: string, indicators: Indicator[], points?: number): Category => ({
  id,
  name: `类别${id}`,
  points: points ?? indicators.reduce((sum, one) => sum + one.points, 0),
  indicators,
});

export const part = (kind: Part['kind'], categories: Category[], points?: number): Part => ({
  kind,
  title: { veto: '单项否决', deduction: '扣分指标', bonus: '加分指标' }[kind],
  points: points ?? categories.reduce((sum, one) => sum + one.points, 0),
  confirmed: true,
  categories,
});

export const setOf = (parts: Part[], more: Partial<IndicatorSet> = {}): IndicatorSet => ({
  schema: 'gov-site-inspector/indicator-set@1',
  id: 'test',
  version: '1',
  title: '测试指标',
  appliesTo: 'website',
  source: { document: '文件', note: '' },
  naPolicy: { kind: 'none' },
  parts,
  ...more,
});

export const verdict = (
  criterionId: string,
  status: Verdict['status'],
  more: Partial<Verdict> = {},
): Verdict => ({
  sessionId: 's',
  criterionId,
  status,
  count: status === 'hit' ? 1 : 0,
  note: '',
  findingKeys: [],
  evidenceIds: [],
  by: '检查员',
  at: '2026-01-01T00:00:00.000Z',
  from: 'manual',
  ...more,
});

/** A veto, 25 points of service beside 75 others, and a bonus of 12 points capped at 10. */
export const modelSet = (more: Partial<IndicatorSet> = {}): IndicatorSet =>
  setOf(
    [
      part('veto', [category('v', [indicator('vi', 0, [criterion('veto', 0)])])]),
      part('deduction', [
        category('publish', [
          indicator('news', 4000, [
            criterion('stale', 2500),
            criterion('images', 10, { per: 'occurrence', cap: 200 }),
          ]),
          indicator('docs', 3500, [criterion('missing', 3000, { per: 'occurrence' })]),
        ]),
        category('service', [indicator('guide', 2500, [criterion('elements', 500, { per: 'occurrence' })])]),
      ]),
      part(
        'bonus',
        [
          category('b', [
            indicator('b1', 600, [criterion('video', 400, { per: 'occurrence' })]),
            indicator('b2', 600, [criterion('search', 600)]),
          ]),
        ],
        1000,
      ),
    ],
    { passLine: 6000, bonusGate: 8000, naPolicy: { kind: 'rescale', categoryId: 'service' }, ...more },
  );

/** Any well-formed set: points add up, caps fit; ids are distinct. */
export const anySet: fc.Arbitrary<IndicatorSet> = fc
  .record({
    veto: fc.integer({ min: 0, max: 3 }),
    deductions: fc.array(anyIndicators(), { minLength: 1, maxLength: 4 }),
    bonuses: fc.array(anyIndicators(), { maxLength: 2 }),
    bonusShare: fc.integer({ min: 1, max: 100 }),
    passShare: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    gateShare: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    policy: fc.constantFrom('none' as const, 'rescale' as const, 'spread' as const),
  })
  .map((plan) => {
    const deduction = numbered('deduction', 'd', plan.deductions);
    const bonus = numbered('bonus', 'b', plan.bonuses);
    const vetoes = Array.from({ length: plan.veto }, (_, index) => criterion(`v${index}`, 0));
    const parts: Part[] = [deduction];
    if (vetoes.length > 0) parts.unshift(part('veto', [category('v', [indicator('vi', 0, vetoes)])]));
    if (bonus.categories.length > 0) {
      parts.push({ ...bonus, points: Math.max(1, Math.floor((bonus.points * plan.bonusShare) / 100)) });
    }
    const share = (percent: number | undefined) =>
      percent === undefined ? undefined : Math.floor((deduction.points * percent) / 100);
    const passLine = share(plan.passShare);
    const bonusGate = share(plan.gateShare);
    return setOf(parts, {
      ...(passLine === undefined ? {} : { passLine }),
      ...(bonusGate === undefined ? {} : { bonusGate }),
      naPolicy: plan.policy === 'none' ? { kind: 'none' } : { kind: plan.policy, categoryId: 'd0' },
    });
  });

interface CriterionPlan {
  share: number;
  per: 'occurrence' | 'once';
  capShare: number | undefined;
}

function anyIndicators() {
  return fc.array(
    fc.record({
      points: fc.integer({ min: 1, max: 4000 }),
      criteria: fc.array(
        fc.record<CriterionPlan>({
          share: fc.integer({ min: 0, max: 100 }),
          per: fc.constantFrom('occurrence', 'once'),
          capShare: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  );
}

function numbered(
  kind: 'deduction' | 'bonus',
  prefix: string,
  plans: { points: number; criteria: CriterionPlan[] }[][],
): Part {
  return part(
    kind,
    plans.map((indicators, c) =>
      category(
        `${prefix}${c}`,
        indicators.map((one, i) =>
          indicator(
            `${prefix}${c}.${i}`,
            one.points,
            one.criteria.map((plan, k) => {
              const points = Math.floor((one.points * plan.share) / 100);
              const cap =
                plan.capShare === undefined
                  ? undefined
                  : points + Math.floor(((one.points - points) * plan.capShare) / 100);
              return criterion(`${prefix}${c}.${i}.${k}`, points, {
                per: plan.per,
                ...(cap === undefined ? {} : { cap }),
              });
            }),
          ),
        ),
      ),
    ),
  );
}

/** Verdicts for some of a set's criteria. */
export const verdictsFor = (ids: readonly string[]): fc.Arbitrary<Verdict[]> =>
  fc
    .tuple(
      ...ids.map(() =>
        fc.option(
          fc.record({
            status: fc.constantFrom('untested', 'ok', 'hit', 'na', 'disputed') as fc.Arbitrary<
              Verdict['status']
            >,
            count: fc.integer({ min: 1, max: 40 }),
            amount: fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined }),
          }),
          { nil: undefined },
        ),
      ),
    )
    .map((plans) =>
      plans.flatMap((plan, index) => {
        const id = ids[index];
        if (plan === undefined || id === undefined) return [];
        const amount = plan.status === 'hit' && plan.amount !== undefined ? { amount: plan.amount } : {};
        return [verdict(id, plan.status, { count: plan.status === 'hit' ? plan.count : 0, ...amount })];
      }),
    );
