// Chooses scores that add up to a planned sum, and for each score the hits that a set scores to exactly it.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet, PartKind } from '@/lib/model/indicator-set';

/** Criterion whose hits are missed reposts. */
export const missedCriterion = 'manage-repost-missed';

/**
 * `count` scores with exactly this sum, all multiples of `step`, spread around their mean; the same every time.
 * Accounts mostly keep their 100 points; the loss sits on some of them.
 */
export function spreadTotals(
  kind: 'website' | 'new-media',
  count: number,
  sum: number,
  step: number,
): number[] {
  if (kind === 'new-media') return withLoss(count, count * 10_000 - sum, step);
  const mean = Math.round(sum / count / step) * step;
  const totals = Array.from({ length: count }, (_, index) => mean + (((index * 37) % 21) - 10) * 2 * step);
  let over = totals.reduce((all, one) => all + one, 0) - sum;
  for (let at = 0; over !== 0; at = (at + 1) % count) {
    const change = over > 0 ? -step : step;
    totals[at] = (totals[at] ?? 0) + change;
    over += change;
  }
  return totals;
}

/** Full scores from which `loss` is taken in portions, on scattered places. */
function withLoss(count: number, loss: number, step: number): number[] {
  const totals = Array.from({ length: count }, () => 10_000);
  const portions = [500, 300, 200, 1_000, 500, 200];
  let left = loss;
  for (let turn = 0; left > 0; turn++) {
    const at = (turn * 7919) % count;
    const portion = Math.min(left, portions[turn % portions.length] ?? step);
    totals[at] = (totals[at] ?? 0) - portion;
    left -= portion;
  }
  return totals;
}

/**
 * Hits by criterion that give exactly `total` (hundredths) from the set's full points and bonuses, different for
 * different seeds. Throws when the set's points cannot make it: then the plan is wrong, not the score.
 */
export function planVerdicts(set: IndicatorSet, total: number, seed: number): Map<string, number> {
  const hits = new Map<string, number>();
  const bonus =
    total > 9_900 && hasPart(set, 'bonus') ? Math.ceil((total - 9_900 + (seed % 3) * 50) / 50) * 50 : 0;
  const given = fill(set, 'bonus', Math.min(bonus, 1_000), seed, hits);
  const loss = 10_000 + given - total;
  const taken = fill(set, 'deduction', loss, seed, hits);
  if (loss < 0 || taken !== loss) throw new Error(`no verdicts for ${total} in ${set.id}`);
  return hits;
}

/** Adds hits of one part until `wanted` is reached, as near as its points allow; answers what was reached. */
function fill(
  set: IndicatorSet,
  kind: PartKind,
  wanted: number,
  seed: number,
  hits: Map<string, number>,
): number {
  const places = criteriaOf(set).filter(({ part }) => part.kind === kind);
  const start = places.length === 0 ? 0 : (seed * 13) % places.length;
  const turned = [...places.slice(start), ...places.slice(0, start)];
  // Small points last: they make up what the big ones leave over.
  const least = Math.min(...places.map(({ criterion }) => criterion.points));
  const isSmall = (points: number) => points <= Math.max(20, least);
  const order = [
    ...turned.filter(({ criterion }) => !isSmall(criterion.points)),
    ...turned.filter(({ criterion }) => isSmall(criterion.points)),
  ];
  const used = new Map<string, number>();
  let reached = 0;
  for (const { criterion, indicator } of order) {
    const room = Math.min(
      wanted - reached,
      indicator.points - (used.get(indicator.id) ?? 0),
      criterion.cap ?? indicator.points,
    );
    const most = criterion.per === 'once' || !isSmall(criterion.points) ? 1 : 12;
    const count = criterion.points === 0 ? 0 : Math.min(most, Math.floor(room / criterion.points));
    if (count <= 0) continue;
    hits.set(criterion.id, count);
    used.set(indicator.id, (used.get(indicator.id) ?? 0) + count * criterion.points);
    reached += count * criterion.points;
  }
  return reached;
}

function hasPart(set: IndicatorSet, kind: PartKind): boolean {
  return set.parts.some((part) => part.kind === kind);
}
