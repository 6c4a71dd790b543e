// What one criterion takes or gives, before any cap of the indicator: the same for a suggestion and for the score.
import type { Criterion } from '@/lib/model/indicator-set';

/** Points of a hit as the set says: once, or per occurrence; then the criterion's cap. Hundredths. */
export function pointsFor(criterion: Criterion, count: number): number {
  return capped(criterion, uncappedPointsFor(criterion, count));
}

/** The same before the criterion's cap. A hit without a count is one occurrence. */
export function uncappedPointsFor(criterion: Criterion, count: number): number {
  return criterion.per === 'once' ? criterion.points : criterion.points * Math.max(1, count);
}

/** The criterion's own cap on points, also on those decided by hand. */
export function capped(criterion: Criterion, points: number): number {
  return criterion.cap === undefined ? points : Math.min(points, criterion.cap);
}
