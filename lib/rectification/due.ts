// Due days of problems: what counts as overdue, and the tally per unit.
import type { Rectification } from '@/lib/model/rectification';
import { daysBetween } from '@/lib/text/days';
import { byName } from '@/lib/text/order';

/** States in which the unit has to act; once it answered, or the inspector rechecked, the unit is not late any more. */
const WITH_UNIT: ReadonlySet<Rectification['state']> = new Set(['open', 'notified', 'reopened']);

/** true after the due day while the unit has not answered. `today` is a day in Asia/Shanghai. */
export function isOverdue(item: Pick<Rectification, 'state' | 'dueDay'>, today: string): boolean {
  return item.dueDay !== undefined && WITH_UNIT.has(item.state) && item.dueDay < today;
}

/** Days past the due day; 0 when not overdue. */
export function daysOverdue(item: Pick<Rectification, 'state' | 'dueDay'>, today: string): number {
  return isOverdue(item, today) && item.dueDay ? daysBetween(item.dueDay, today) : 0;
}

/** How far the problems of one unit are. */
export interface UnitTally {
  unit: string;
  total: number;
  closed: number;
  overdue: number;
  /** Closed of all in hundredths of a percent, half up; 0 when there are none. */
  rate: number;
}

/** One tally per unit, those with most unclosed problems first, then by name. */
export function tallyUnits(
  items: readonly { unit: string; item: Pick<Rectification, 'state' | 'dueDay'> }[],
  today: string,
): UnitTally[] {
  const units = new Map<string, UnitTally>();
  for (const { unit, item } of items) {
    const tally = units.get(unit) ?? { unit, total: 0, closed: 0, overdue: 0, rate: 0 };
    tally.total += 1;
    if (item.state === 'closed') tally.closed += 1;
    if (isOverdue(item, today)) tally.overdue += 1;
    units.set(unit, tally);
  }
  return [...units.values()]
    .map((tally) => ({ ...tally, rate: closedRate(tally) }))
    .sort((a, b) => b.total - b.closed - (a.total - a.closed) || byName(a.unit, b.unit));
}

/** Closed of all in hundredths of a percent, half up. */
export function closedRate({ total, closed }: Pick<UnitTally, 'total' | 'closed'>): number {
  return total === 0 ? 0 : Math.floor((closed * 20_000 + total) / (2 * total));
}
