// The words behind the numbers: worked examples, and that no number of any sheet goes unexplained.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import { explainCriterion, explainIndicator } from '@/lib/scoring/explain';
import { explainTotal } from '@/lib/scoring/explain-total';
import { formatPoints } from '@/lib/scoring/format-points';
import { scoreSheet } from '@/lib/scoring/score';
import { anySet, modelSet, verdict, verdictsFor } from './example-set';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

const WITH = { hasServices: true };
const WITHOUT = { hasServices: false };
const others = (hits: ReturnType<typeof verdict>[]) => {
  const ids = new Set(hits.map((hit) => hit.criterionId));
  return criteriaOf(modelSet())
    .filter(({ criterion }) => !ids.has(criterion.id))
    .map(({ criterion }) => verdict(criterion.id, 'ok'));
};
const sheetWith = (subject: { hasServices: boolean }, ...hits: ReturnType<typeof verdict>[]) =>
  scoreSheet(modelSet(), [...others(hits), ...hits], subject);

describe('explainTotal', () => {
  it('tells a plain score with caps and bonus', () => {
    const sheet = sheetWith(
      WITH,
      verdict('images', 'hit', { count: 37 }),
      verdict('missing', 'hit', { count: 1, amount: 120 }),
      verdict('video', 'hit', { count: 9 }),
      verdict('search', 'hit'),
    );
    expect(explainTotal(modelSet(), sheet)).toEqual([
      '单项否决指标均未触发。',
      '扣分部分满分 100 分，共扣 3.2 分：“指标news”扣 2 分，“指标docs”扣 1.2 分。',
      '扣分部分得分 100 − 3.2 = 96.8 分。',
      '得分 96.8 分不低于合格线 60 分。',
      '加分指标：“指标b1”加 6 分（合计 36 分，按该项分值封顶），“指标b2”加 6 分，合计 12 分，超过加分封顶，按 10 分计。',
      '得分 96.8 分高于加分门槛 80 分，计入加分 10 分。',
      '总分 96.8 + 10 = 106.8 分（满分 110 分）。',
      '检查结果：合格。',
    ]);
  });

  it('tells the rescaling by 4/3', () => {
    const sheet = sheetWith(WITHOUT, verdict('stale', 'hit', { amount: 452 }));
    expect(explainTotal(modelSet(), sheet).slice(1, 4)).toEqual([
      '扣分部分满分 100 分，共扣 4.52 分：“指标news”扣 4.52 分。',
      '该对象无对外服务，“类别service”25 分不参与评分，其余指标满分 100 − 25 = 75 分，得 75 − 4.52 = 70.48 分。',
      '按 4/3 折算为 100 分制：70.48 × 4/3 = 93.97 分（四舍五入到 0.01 分）。',
    ]);
  });

  it('tells a closed gate and a missed pass line', () => {
    const sheet = sheetWith(
      WITH,
      verdict('stale', 'hit', { amount: 4000 }),
      verdict('missing', 'hit'),
      verdict('search', 'hit'),
    );
    expect(explainTotal(modelSet(), sheet).slice(2)).toEqual([
      '扣分部分得分 100 − 70 = 30 分。',
      '得分 30 分低于合格线 60 分，判定为不合格。',
      '加分指标：“指标b2”加 6 分，合计 6 分（加分封顶 10 分）。',
      '得分 30 分未高于加分门槛 80 分，加分 6 分不计入，计 0 分。',
      '总分 30 分（满分 110 分）。',
      '检查结果：不合格。',
    ]);
  });

  it('tells a veto', () => {
    const sheet = sheetWith(WITH, verdict('veto', 'hit'), verdict('stale', 'hit'));
    expect(explainTotal(modelSet(), sheet)).toEqual([
      '触发单项否决 1 项：“指标vi：评分点veto”，判定为不合格，其余指标不再评分。',
      '检查结果：不合格。',
    ]);
    const scored = modelSet({ vetoScore: 5900 });
    const fixed = scoreSheet(scored, [verdict('veto', 'hit')], WITH);
    expect(explainTotal(scored, fixed)[1]).toBe('按本指标体系，触发单项否决的对象总分记 59 分。');
  });

  it('tells what is open and what is not confirmed', () => {
    const national = shippedSets.find((set) => set.id === 'national-website');
    if (national === undefined) throw new Error('missing set');
    const last = explainTotal(national, scoreSheet(national, [], WITH)).slice(-2);
    expect(last).toEqual([
      `尚有 ${criteriaOf(national).length} 项未检，可能影响结果，是否合格暂不能判定。`,
      '本表部分权重或条文未经原文核对。',
    ]);
  });

  it('tells a set that only has vetoes', () => {
    const set = shippedSets.find((one) => one.id === 'national-new-media');
    if (set === undefined) throw new Error('missing set');
    const clean = criteriaOf(set).map(({ criterion }) => verdict(criterion.id, 'ok'));
    expect(explainTotal(set, scoreSheet(set, clean, WITH))).toEqual([
      '单项否决指标均未触发。',
      '本指标体系只设单项否决，不评分。',
      '检查结果：合格。',
    ]);
  });
});

describe('explainIndicator and explainCriterion', () => {
  const set = modelSet();
  const sheet = sheetWith(
    WITH,
    verdict('images', 'hit', { count: 37 }),
    verdict('missing', 'hit', { count: 2 }),
    verdict('stale', 'hit', { amount: 999 }),
  );

  it('tell points × count, caps and amounts set by hand', () => {
    expect(explainCriterion(set, sheet, 'images')).toBe(
      '每处 0.1 分 × 37 处 = 3.7 分，评分点封顶 2 分，扣 2 分。',
    );
    expect(explainCriterion(set, sheet, 'stale')).toBe('人工核定 9.99 分（认定 1 处），扣 9.99 分。');
    expect(explainIndicator(set, sheet, 'docs')).toBe(
      '“指标docs”分值 35 分：“评分点missing”每处 30 分 × 2 处 = 60 分；超过指标分值，按 35 分封顶，扣 35 分。',
    );
    expect(explainIndicator(set, sheet, 'news')).toBe(
      '“指标news”分值 40 分：“评分点stale”人工核定 9.99 分（认定 1 处）；“评分点images”每处 0.1 分 × 37 处 = 3.7 分，评分点封顶 2 分；合计 9.99 + 2 = 11.99 分；扣 11.99 分。',
    );
  });

  it('tell every status apart', () => {
    const told = (status: 'ok' | 'na' | 'disputed' | 'untested') =>
      explainCriterion(set, scoreSheet(set, [verdict('stale', status)], WITH), 'stale');
    expect(new Set([told('ok'), told('na'), told('disputed'), told('untested')]).size).toBe(4);
  });

  it('tell the category that is left out and the veto that stops', () => {
    expect(explainCriterion(set, sheetWith(WITHOUT), 'elements')).toContain('无对外服务');
    expect(explainIndicator(set, sheetWith(WITHOUT), 'guide')).toContain('不参与评分');
    const vetoed = sheetWith(WITH, verdict('veto', 'hit'), verdict('stale', 'hit'));
    expect(explainCriterion(set, vetoed, 'veto')).toContain('触发单项否决');
    expect(explainCriterion(set, vetoed, 'stale')).toContain('不再评分');
    expect(explainIndicator(set, vetoed, 'news')).toContain('不再评分');
  });

  it('mark numbers that the source does not confirm', () => {
    const national = shippedSets.find((one) => one.id === 'national-website');
    if (national === undefined) throw new Error('missing set');
    const empty = scoreSheet(national, [], WITH);
    expect(explainIndicator(national, empty, 'publish-news')).toContain('（权重未经原文核对）');
    expect(explainCriterion(national, empty, 'publish-news-stale')).toContain('（权重未经原文核对）');
    expect(explainCriterion(national, empty, 'publish-documents-stale')).not.toContain('未经原文核对');
  });

  it('say nothing of ids they do not know', () => {
    expect(explainCriterion(set, sheet, 'no')).toBe('');
    expect(explainIndicator(set, sheet, 'no')).toBe('');
  });
});

describe('any sheet', () => {
  const anyCase = anySet.chain((set) =>
    fc.tuple(
      fc.constant(set),
      verdictsFor(criteriaOf(set).map(({ criterion }) => criterion.id)),
      fc.boolean(),
    ),
  );
  const says = (text: string, points: number) =>
    expect(text).toMatch(new RegExp(`(^|[^\\d.])${formatPoints(points).replaceAll('.', '\\.')}([^\\d.]|$)`));

  it('has every number of its total in the explanation', () => {
    fc.assert(
      fc.property(anyCase, ([set, verdicts, hasServices]) => {
        const sheet = scoreSheet(set, verdicts, { hasServices });
        const text = explainTotal(set, sheet).join('\n');
        if (sheet.vetoHits.length > 0) {
          expect(text).toContain(`单项否决 ${sheet.vetoHits.length} 项`);
          return;
        }
        for (const number of [sheet.total, sheet.deductionScore, sheet.fullScore]) says(text, number ?? -1);
        if (sheet.parts.some((part) => part.kind === 'bonus')) says(text, sheet.bonusScore);
        if (set.passLine !== undefined) says(text, set.passLine);
        for (const part of sheet.parts) {
          if (part.kind === 'deduction') says(text, part.points);
          if (part.kind === 'bonus') says(text, sheet.bonusEarned);
          for (const indicator of part.categories.flatMap((category) => category.indicators)) {
            if (indicator.points > 0)
              expect(text).toContain(
                `“${indicator.name}”${part.kind === 'bonus' ? '加' : '扣'} ${formatPoints(indicator.points)} 分`,
              );
          }
        }
      }),
    );
  });

  it('has every number of an indicator and a criterion in theirs', () => {
    fc.assert(
      fc.property(anyCase, ([set, verdicts, hasServices]) => {
        const sheet = scoreSheet(set, verdicts, { hasServices });
        const places = new Map(criteriaOf(set).map((place) => [place.criterion.id, place]));
        for (const part of sheet.parts) {
          for (const indicator of part.categories.flatMap((category) => category.indicators)) {
            const text = explainIndicator(set, sheet, indicator.id);
            if (part.kind !== 'veto') says(text, indicator.full);
            for (const criterion of indicator.criteria) {
              const own = explainCriterion(set, sheet, criterion.id);
              expect(own).toMatch(/。(（权重未经原文核对）)?$/);
              if (part.kind === 'veto' || criterion.status !== 'hit') continue;
              says(own, criterion.points);
              if (sheet.vetoHits.length > 0) continue;
              says(text, criterion.points);
              const price = places.get(criterion.id)?.criterion;
              if (criterion.amount !== undefined) says(own, criterion.amount);
              else if (price !== undefined) {
                says(own, price.points);
                if (price.per === 'occurrence') expect(own).toContain(`× ${criterion.count} 处`);
              }
            }
            if (part.kind !== 'veto' && sheet.vetoHits.length === 0 && !indicator.excluded) {
              says(text, indicator.points);
              says(text, indicator.uncapped);
            }
          }
        }
      }),
    );
  });
});
