// Says in words what a criterion takes or gives.
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import { formatPoints } from '@/lib/scoring/format-points';

/** e.g. “每处扣 1 分，最多扣 3 分”, “加 2 分”, “单项否决”. */
export function pointsText(kind: PartKind, criterion: Pick<Criterion, 'points' | 'per' | 'cap'>): string {
  if (kind === 'veto') return '单项否决';
  const verb = kind === 'bonus' ? '加' : '扣';
  const each = criterion.per === 'occurrence' ? '每处' : '';
  const cap = criterion.cap !== undefined && criterion.cap > criterion.points;
  const most = cap ? `，最多${verb} ${formatPoints(criterion.cap ?? 0)} 分` : '';
  return `${each}${verb} ${formatPoints(criterion.points)} 分${most}`;
}

/** What a verdict or suggestion changes, with its sign: “−1.5 分”, “+2 分”, “否决”; '' when nothing. */
export function effectText(kind: PartKind, points: number, hit: boolean): string {
  if (kind === 'veto') return hit ? '否决' : '';
  if (points === 0) return '';
  return `${kind === 'bonus' ? '+' : '−'}${formatPoints(points)} 分`;
}
