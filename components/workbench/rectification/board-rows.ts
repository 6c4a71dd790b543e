// Which items the board shows: pure, so that it is tested without a browser.
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import type { RectificationState } from '@/lib/model/rectification';
import { isOverdue } from '@/lib/rectification/due';
import { mayMove } from '@/lib/rectification/moves';
import { unitOf } from '@/lib/report/rectification-words';

export interface BoardFilter {
  /** Words; each must occur in problem, unit, subject, host or address. */
  text: string;
  /** '' = every one. */
  roundId: string;
  unit: string;
  /** 'unclosed' = all but closed. */
  state: '' | 'unclosed' | 'overdue' | RectificationState;
}

export const NO_FILTER: BoardFilter = { text: '', roundId: '', unit: '', state: '' };

/** The rows that match, in their order. `today` is a day in Asia/Shanghai. */
export function boardRows(
  rows: readonly RectificationRow[],
  { text, roundId, unit, state }: BoardFilter,
  today: string,
): RectificationRow[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const { item, subject } = row;
    if (roundId && item.roundId !== roundId) return false;
    if (unit && unitOf(row) !== unit) return false;
    if (!hasState(row, state, today)) return false;
    if (words.length === 0) return true;
    const all = fold([item.problem, subject.unit, subject.name, subject.host, item.url].join('\n'));
    return words.every((word) => all.includes(word));
  });
}

/** Those of the chosen rows that may move to this state. */
export function movable(rows: readonly RectificationRow[], to: RectificationState): RectificationRow[] {
  return rows.filter(({ item }) => mayMove(item.state, to));
}

function hasState({ item }: RectificationRow, state: BoardFilter['state'], today: string): boolean {
  if (state === '') return true;
  if (state === 'unclosed') return item.state !== 'closed';
  return state === 'overdue' ? isOverdue(item, today) : item.state === state;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
