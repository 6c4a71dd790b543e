// What a subject without public services changes in a set: the category left out and the full points of the rest.

import { roundHalfUp } from '@/lib/indicators/points-text';
import type { Category, IndicatorSet, Part } from '@/lib/model/indicator-set';

/** How the set applies to one subject. */
export interface Applicability {
  /** Category of the deduction part that is left out. */
  excluded?: Category;
  kind: 'none' | 'rescale' | 'spread';
  /** Full points of an indicator after spreading, hundredths. */
  fullOf(indicator: { id: string; points: number }): number;
}

/**
 * Applies the set's naPolicy. Only `hasServices: false` changes anything, and only when the named category stands in the
 * deduction part and something remains beside it (国办秘函〔2019〕19号: without services 75 points, × 4/3).
 */
export function applicabilityOf(set: IndicatorSet, subject: { hasServices: boolean }): Applicability {
  const whole: Applicability = { kind: 'none', fullOf: (indicator) => indicator.points };
  const policy = set.naPolicy;
  if (subject.hasServices || policy.kind === 'none') return whole;
  for (const part of set.parts) {
    if (part.kind !== 'deduction') continue;
    const excluded = part.categories.find((category) => category.id === policy.categoryId);
    if (excluded === undefined || excluded.points >= part.points) continue;
    if (policy.kind === 'rescale') return { ...whole, kind: 'rescale', excluded };
    const spread = spreadOver(part, excluded);
    return { kind: 'spread', excluded, fullOf: (indicator) => spread.get(indicator.id) ?? indicator.points };
  }
  return whole;
}

/** Score after leaving a category out: `left` of `full − category` points becomes a share of `full`, half up. */
export function rescale(left: number, full: number, category: number): number {
  return roundHalfUp((left * full) / (full - category));
}

/**
 * Shares of the excluded category by indicator, in hundredths. Largest remainders get the odd hundredths, so that the
 * indicators add up to the part again; ties fall to the earlier indicator.
 */
function spreadOver(part: Part, excluded: Category): Map<string, number> {
  const rest = part.categories.filter((category) => category !== excluded).flatMap((c) => c.indicators);
  const base = rest.reduce((sum, indicator) => sum + indicator.points, 0);
  if (base === 0) return new Map();
  const shares = rest.map((indicator, index) => {
    const exact = (indicator.points * excluded.points) / base;
    return { id: indicator.id, points: indicator.points, whole: Math.floor(exact), exact, index };
  });
  let odd = excluded.points - shares.reduce((sum, share) => sum + share.whole, 0);
  const byRemainder = [...shares].sort(
    (a, b) => b.exact - b.whole - (a.exact - a.whole) || a.index - b.index,
  );
  for (const share of byRemainder) {
    if (odd <= 0) break;
    share.whole += 1;
    odd -= 1;
  }
  return new Map(shares.map((share) => [share.id, share.points + share.whole]));
}
