// The scoring rules one by one, with numbers worked out by hand.
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import { Sheet } from '@/lib/model/sheet';
import { scoreSheet } from '@/lib/scoring/score';
import { category, criterion, indicator, modelSet, part, setOf, verdict } from './example-set';

const WITH = { hasServices: true };
const WITHOUT = { hasServices: false };
const allOk = (set = modelSet()) => criteriaOf(set).map((place) => verdict(place.criterion.id, 'ok'));
const withHits = (...hits: ReturnType<typeof verdict>[]) => {
  const ids = new Set(hits.map((hit) => hit.criterionId));
  return [...allOk().filter((one) => !ids.has(one.criterionId)), ...hits];
};

describe('scoreSheet', () => {
  it('gives a clean subject full points and no bonus', () => {
    const sheet = scoreSheet(modelSet(), allOk(), WITH);
    expect(Sheet.parse(sheet)).toEqual(sheet);
    expect(sheet).toMatchObject({
      result: 'qualified',
      deductionScore: 10000,
      bonusScore: 0,
      bonusOpen: true,
      total: 10000,
      fullScore: 11000,
      complete: true,
      unconfirmed: false,
      counts: { untested: 0, ok: 7, hit: 0, na: 0, disputed: 0, total: 7 },
    });
  });

  it('takes per occurrence up to the criterion cap', () => {
    const sheet = scoreSheet(modelSet(), withHits(verdict('images', 'hit', { count: 37 })), WITH);
    expect(sheet.total).toBe(9800);
  });

  it('never takes more than the indicator has', () => {
    const sheet = scoreSheet(modelSet(), withHits(verdict('missing', 'hit', { count: 2 })), WITH);
    expect(sheet.total).toBe(6500);
    const docs = sheet.parts[1]?.categories[0]?.indicators[1];
    expect([docs?.uncapped, docs?.points]).toEqual([6000, 3500]);
  });

  it('lets a hand-set amount replace points × count, within the caps', () => {
    expect(scoreSheet(modelSet(), withHits(verdict('stale', 'hit', { amount: 50 })), WITH).total).toBe(9950);
    expect(scoreSheet(modelSet(), withHits(verdict('images', 'hit', { amount: 999 })), WITH).total).toBe(
      9800,
    );
    expect(scoreSheet(modelSet(), withHits(verdict('missing', 'hit', { amount: 9999 })), WITH).total).toBe(
      6500,
    );
    expect(scoreSheet(modelSet(), withHits(verdict('stale', 'hit', { amount: 0 })), WITH).total).toBe(10000);
  });

  it('stops at a veto: unqualified, nothing else scored', () => {
    const hits = withHits(verdict('veto', 'hit'), verdict('stale', 'hit'), verdict('search', 'hit'));
    const sheet = scoreSheet(modelSet(), hits, WITH);
    expect(sheet).toMatchObject({
      result: 'unqualified',
      vetoHits: ['veto'],
      deductionScore: null,
      total: null,
      bonusScore: 0,
      bonusEarned: 0,
      bonusOpen: false,
    });
    expect(sheet.parts.map((one) => one.points)).toEqual([0, 0, 0]);
    expect(sheet.counts.hit).toBe(3);
  });

  it('gives a vetoed subject the score that the set names', () => {
    const sheet = scoreSheet(modelSet({ vetoScore: 5900 }), withHits(verdict('veto', 'hit')), WITH);
    expect([sheet.total, sheet.deductionScore, sheet.result]).toEqual([5900, null, 'unqualified']);
  });

  it('passes at exactly the pass line and fails below it', () => {
    const at = withHits(verdict('stale', 'hit', { amount: 4000 }));
    expect(scoreSheet(modelSet(), at, WITH)).toMatchObject({ total: 6000, result: 'qualified' });
    const below = withHits(
      verdict('stale', 'hit', { amount: 4000 }),
      verdict('elements', 'hit', { amount: 1 }),
    );
    expect(scoreSheet(modelSet(), below, WITH)).toMatchObject({ total: 5999, result: 'unqualified' });
  });

  it('opens the bonus only above the gate', () => {
    const at = withHits(verdict('stale', 'hit', { amount: 2000 }), verdict('search', 'hit'));
    expect(scoreSheet(modelSet(), at, WITH)).toMatchObject({
      deductionScore: 8000,
      bonusOpen: false,
      bonusScore: 0,
      bonusEarned: 600,
      total: 8000,
    });
    const above = withHits(verdict('stale', 'hit', { amount: 1999 }), verdict('search', 'hit'));
    expect(scoreSheet(modelSet(), above, WITH)).toMatchObject({ bonusOpen: true, total: 8601 });
  });

  it('caps each bonus item and the whole bonus', () => {
    const one = withHits(verdict('video', 'hit', { count: 9 }));
    expect(scoreSheet(modelSet(), one, WITH).bonusScore).toBe(600);
    const both = withHits(verdict('video', 'hit', { count: 9 }), verdict('search', 'hit'));
    expect(scoreSheet(modelSet(), both, WITH)).toMatchObject({ bonusScore: 1000, total: 11000 });
  });

  it('leaves the service category out and rescales the rest by 4/3', () => {
    const hits = withHits(verdict('stale', 'hit', { amount: 450 }), verdict('elements', 'hit', { count: 5 }));
    const sheet = scoreSheet(modelSet(), hits, WITHOUT);
    expect(sheet.deductionScore).toBe(9400); // (75 − 4.5) × 4/3
    const service = sheet.parts[1]?.categories[1];
    expect([service?.excluded, service?.points, service?.indicators[0]?.criteria[0]?.status]).toEqual([
      true,
      0,
      'na',
    ]);
    expect(scoreSheet(modelSet(), hits, WITH).deductionScore).toBe(7050);
  });

  it('rounds the rescaled score once, half up', () => {
    const set = modelSet();
    const rescaled = (amount: number) =>
      scoreSheet(set, withHits(verdict('stale', 'hit', { amount })), WITHOUT).deductionScore;
    expect(rescaled(1)).toBe(9999); // 99.98666…
    expect(rescaled(2)).toBe(9997); // 99.97333…
  });

  it('does not wait for the category that is left out', () => {
    const verdicts = allOk().filter((one) => one.criterionId !== 'elements');
    expect(scoreSheet(modelSet(), verdicts, WITHOUT).complete).toBe(true);
    expect(scoreSheet(modelSet(), verdicts, WITH).complete).toBe(false);
  });

  it('spreads the category over the others in proportion', () => {
    const set = modelSet({ naPolicy: { kind: 'spread', categoryId: 'service' } });
    const sheet = scoreSheet(set, withHits(verdict('missing', 'hit', { count: 9 })), WITHOUT);
    const [publish] = sheet.parts[1]?.categories ?? [];
    expect(publish?.indicators.map((one) => one.full)).toEqual([5333, 4667]); // 40 + 13.33, 35 + 11.67
    expect(publish?.full).toBe(10000);
    expect(sheet.deductionScore).toBe(10000 - 4667);
  });

  it('takes nothing for na and disputed, and stays open while disputed or untested', () => {
    const disputed = withHits(
      verdict('missing', 'disputed'),
      verdict('stale', 'na'),
      verdict('images', 'na'),
    );
    const sheet = scoreSheet(modelSet(), disputed, WITH);
    expect(sheet).toMatchObject({ total: 10000, complete: false, result: 'qualified' });
    expect(sheet.counts).toMatchObject({ na: 2, disputed: 1 });
    const turning = withHits(verdict('missing', 'disputed'), verdict('stale', 'hit'));
    expect(scoreSheet(modelSet(), turning, WITH)).toMatchObject({ total: 7500, result: 'undetermined' });
  });

  it('is undetermined while a veto is open, unless the score already fails', () => {
    const open = allOk().filter((one) => one.criterionId !== 'veto');
    expect(scoreSheet(modelSet(), open, WITH).result).toBe('undetermined');
    const failing = [verdict('stale', 'hit', { amount: 4000 }), verdict('elements', 'hit', { count: 2 })];
    expect(scoreSheet(modelSet(), failing, WITH).result).toBe('unqualified');
    expect(scoreSheet(modelSet(), [], WITH).result).toBe('undetermined');
  });

  it('judges a set without deductions by its veto only', () => {
    const set = setOf([part('veto', [category('v', [indicator('vi', 0, [criterion('veto', 0)])])])]);
    const score = (status: 'ok' | 'hit' | 'disputed') => scoreSheet(set, [verdict('veto', status)], WITH);
    expect(score('ok')).toMatchObject({
      result: 'qualified',
      total: null,
      fullScore: null,
      deductionScore: null,
    });
    expect(score('hit').result).toBe('unqualified');
    expect(score('disputed')).toMatchObject({ result: 'undetermined', complete: false });
  });

  it('ignores verdicts of criteria that the set does not have', () => {
    expect(scoreSheet(modelSet(), [...allOk(), verdict('gone', 'hit')], WITH).total).toBe(10000);
  });

  it('reproduces the national example: 75 points become 100', () => {
    const national = shippedSets.find((set) => set.id === 'national-website');
    if (national === undefined) throw new Error('missing set');
    const clean = scoreSheet(national, allOk(national), WITHOUT);
    expect(clean).toMatchObject({
      deductionScore: 10000,
      fullScore: 13000,
      unconfirmed: true,
      result: 'qualified',
    });
    const stale = [
      ...allOk(national).filter((one) => one.criterionId !== 'publish-documents-stale'),
      verdict('publish-documents-stale', 'hit'),
    ];
    expect(scoreSheet(national, stale, WITHOUT).deductionScore).toBe(9333); // 70 × 4/3
  });
});
