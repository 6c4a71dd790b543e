// Editing a copy of a set: every step gives a new set, loses nothing, and addresses fields as the linter does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  copyOf,
  newCategory,
  newCriterion,
  newIndicator,
  nextVersion,
  valueAt,
  withItem,
  withMoved,
  withoutItem,
  withTransferred,
  withValue,
} from '@/components/workbench/sets/set-draft';
import { criteriaOf } from '@/lib/indicators/criteria';
import { type KnownChecks, lintSet } from '@/lib/indicators/lint-set';
import type { Path } from '@/lib/indicators/set-problem';
import { shippedSets } from '@/lib/indicators/shipped';
import type { IndicatorSet } from '@/lib/model/indicator-set';

const set = shippedSets.find(({ id }) => id === 'national-website') as IndicatorSet;
const knownChecks: KnownChecks = new Map(
  criteriaOf(set).flatMap(({ criterion }) => criterion.checks.map(({ check }) => [check, undefined])),
);
const ids = (s: IndicatorSet) => criteriaOf(s).map(({ criterion }) => criterion.id);
const INDICATORS: Path = ['parts', 1, 'categories', 0, 'indicators'];
const CRITERIA: Path = [...INDICATORS, 0, 'criteria'];

describe('withValue', () => {
  it('changes one field and shares everything else', () => {
    const changed = withValue(set, ['parts', 1, 'points'], 9000);
    expect(valueAt(changed, ['parts', 1, 'points'])).toBe(9000);
    expect(set.parts[1]?.points).toBe(10_000);
    expect(changed.parts[0]).toBe(set.parts[0]);
  });

  it('takes an optional field away when the value is undefined', () => {
    const changed = withValue(set, ['passLine'], undefined);
    expect('passLine' in changed).toBe(false);
    expect(lintSet(changed, knownChecks).set).toBeDefined();
  });
});

describe('lists', () => {
  it('adds items whose ids are free, and the linter names the fields to fill', () => {
    let draft = withItem(set, CRITERIA, newCriterion(set));
    draft = withItem(draft, CRITERIA, newCriterion(draft));
    draft = withItem(draft, INDICATORS, newIndicator(draft));
    draft = withItem(draft, ['parts', 1, 'categories'], newCategory(draft));
    expect(new Set(ids(draft)).size).toBe(ids(set).length + 4);
    const paths = lintSet(draft, knownChecks).problems.map(({ path }) => path);
    expect(paths).toContain('$.parts[1].categories[0].indicators[0].criteria[2].text');
    expect(paths.some((path) => path.endsWith('.name'))).toBe(true);
  });

  it('removes one item only', () => {
    const first = valueAt(set, [...CRITERIA, 0, 'id']);
    expect(ids(withoutItem(set, CRITERIA, 0))).toEqual(ids(set).filter((id) => id !== first));
  });

  it('moves within a list and stops at its ends', () => {
    expect(withMoved(withMoved(set, INDICATORS, 0, 1), INDICATORS, 1, -1)).toEqual(set);
    expect(withMoved(set, INDICATORS, 0, -1)).toEqual(set);
  });

  it('carries an item to another list of the same kind', () => {
    const to: Path = ['parts', 1, 'categories', 1, 'indicators'];
    const moved = withTransferred(set, INDICATORS, 2, to);
    const item = valueAt(set, [...INDICATORS, 2]);
    expect((valueAt(moved, to) as unknown[]).at(-1)).toEqual(item);
    expect(valueAt(moved, INDICATORS)).not.toContainEqual(item);
    expect(withTransferred(set, INDICATORS, 2, INDICATORS)).toBe(set);
  });

  it('never loses or doubles a criterion, whatever is moved where', () => {
    const step = fc.record({
      c: fc.nat(3),
      i: fc.nat(9),
      by: fc.constantFrom(-1 as const, 1 as const),
      to: fc.nat(3),
      transfer: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let draft = set;
        for (const { c, i, by, to, transfer } of steps) {
          const list: Path = ['parts', 1, 'categories', c, 'indicators'];
          draft = transfer
            ? withTransferred(draft, list, i, ['parts', 1, 'categories', to, 'indicators'])
            : withMoved(draft, list, i, by);
        }
        expect(ids(draft).sort()).toEqual(ids(set).sort());
      }),
    );
  });
});

describe('copyOf', () => {
  it('gives a shipped set an id of its own and an own set its next free version', () => {
    const copy = copyOf(set, true, shippedSets);
    expect(copy.id).toBe('own-national-website');
    expect(lintSet(copy, knownChecks).set).toEqual(copy);
    const again = copyOf(set, true, [...shippedSets, copy]);
    expect([again.id, again.version]).toEqual(['own-national-website-2', set.version]);
    const next = copyOf(copy, false, [copy, { ...copy, version: nextVersion(copy.version) }]);
    expect([next.id, next.version]).toEqual([copy.id, nextVersion(nextVersion(copy.version))]);
  });

  it('counts versions up', () => {
    expect([nextVersion('2019.9'), nextVersion('2026'), nextVersion('试行')]).toEqual([
      '2019.10',
      '2027',
      '试行.1',
    ]);
  });
});
