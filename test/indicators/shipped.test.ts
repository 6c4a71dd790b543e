// The shipped sets keep what the sources confirm, mark what they do not, and link only what exists.
import { describe, expect, it } from 'vitest';
import { checkIds, knownChecks } from '@/lib/checks/engine/catalogue';
import { criteriaOf } from '@/lib/indicators/criteria';
import { lintSet } from '@/lib/indicators/lint-set';
import { shippedSets } from '@/lib/indicators/shipped';
import type { IndicatorSet, PartKind } from '@/lib/model/indicator-set';

const byId = (id: string): IndicatorSet => {
  const set = shippedSets.find((one) => one.id === id);
  if (set === undefined) throw new Error(`no set ${id}`);
  return set;
};
const partOf = (set: IndicatorSet, kind: PartKind) => set.parts.find((part) => part.kind === kind);
const shape = (set: IndicatorSet) =>
  Object.fromEntries(set.parts.map((part) => [part.kind, [part.points / 100, part.confirmed]]));

describe('shipped sets', () => {
  it('are the four, national ones first', () => {
    expect(shippedSets.map((set) => [set.id, set.appliesTo])).toEqual([
      ['national-website', 'website'],
      ['city-website', 'website'],
      ['national-new-media', 'new-media'],
      ['city-new-media', 'new-media'],
    ]);
  });

  it('pass the linter with the checks that really exist', () => {
    const known = knownChecks;
    for (const set of shippedSets) expect(lintSet(set, known)).toEqual({ set, problems: [] });
  });

  it('have the totals of their sources', () => {
    expect(shape(byId('national-website'))).toEqual({
      veto: [0, true],
      deduction: [100, true],
      bonus: [30, true],
    });
    expect(shape(byId('city-website'))).toEqual({
      veto: [0, true],
      deduction: [100, true],
      bonus: [10, true],
    });
    expect(shape(byId('national-new-media'))).toEqual({ veto: [0, true] });
    expect(shape(byId('city-new-media'))).toEqual({ veto: [0, true], deduction: [100, true] });
  });

  it('keep pass line 60, gate 80 and the 25 points of 办事服务 that are left out without services', () => {
    for (const id of ['national-website', 'city-website']) {
      const set = byId(id);
      expect([set.passLine, set.bonusGate, set.naPolicy]).toEqual([
        6000,
        8000,
        { kind: 'rescale', categoryId: 'service' },
      ]);
      const service = partOf(set, 'deduction')?.categories.find((category) => category.id === 'service');
      expect([service?.name, service?.points, service?.confirmed]).toEqual(['办事服务', 2500, true]);
    }
  });

  it('have the six vetoes of websites', () => {
    const names = partOf(byId('national-website'), 'veto')?.categories.flatMap((category) =>
      category.indicators.map((indicator) => indicator.name),
    );
    expect(names).toEqual([
      '安全、泄密事故等严重问题',
      '站点无法访问',
      '首页不更新',
      '栏目不更新',
      '互动回应差',
      '服务不实用',
    ]);
  });

  it('confirm only the three deductions that a source states', () => {
    const confirmed = criteriaOf(byId('national-website'))
      .filter(({ part, criterion }) => part.kind !== 'veto' && criterion.confirmed)
      .map(({ indicator, criterion }) => [indicator.name, criterion.points]);
    expect(confirmed).toEqual([
      ['政策文件', 500],
      ['办事统计', 200],
      ['办理答复', 300],
    ]);
  });

  it('mark every sample weight as not confirmed', () => {
    for (const set of shippedSets) {
      for (const { part, indicator } of criteriaOf(set)) {
        expect([indicator.id, indicator.confirmed]).toEqual([indicator.id, part.kind === 'veto']);
      }
    }
  });

  it('give each criterion a source and a way to test it', () => {
    for (const set of shippedSets) {
      for (const { criterion } of criteriaOf(set)) {
        expect(criterion.source.length, criterion.id).toBeGreaterThan(5);
        expect(criterion.howTo.length, criterion.id).toBeGreaterThan(15);
      }
    }
  });

  it('link every check, and say of each link which findings count', () => {
    const links = shippedSets.flatMap((set) => criteriaOf(set)).flatMap(({ criterion }) => criterion.checks);
    expect([...new Set(links.map((link) => link.check))].sort()).toEqual([...checkIds].sort());
    for (const link of links) {
      expect(link.kinds?.length, JSON.stringify(link)).toBeGreaterThan(0);
      expect(link.outcomes, JSON.stringify(link)).toBeDefined();
    }
  });
});
