// Which items the board shows: pure, so that it is tested without a browser.
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import type { RectificationState } from '@/lib/model/rectification';
import { isOverdue } from '@/lib/rectification/due';
import { mayMove } from '@/lib/rectification/moves';
import { unitOf } from '@/lib/report/rectification-words';
import { wordSearch } from '../list/word-search';

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
  const hasWords = search(text);
  return rows.filter((row) => {
    if (roundId && row.item.roundId !== roundId) return false;
    if (unit && unitOf(row) !== unit) return false;
    return hasState(row, state, today) && hasWords(row);
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

const search = wordSearch(({ item, subject }: RectificationRow) => [
  item.problem,
  subject.unit,
  subject.name,
  subject.host,
  item.url,
]);
