// Which subjects of a round the table shows and in what order: pure, so that it is tested without a browser.
import type { BoardRow } from '@/lib/model/round-board';
import { type BoardState, boardState, groupKey, inspectorOf, isOverdue } from '@/lib/rounds/board';
import { namesInOrder } from '@/lib/text/order';
import type { Order } from '../list/order';
import { wordSearch } from '../list/word-search';

export interface BoardFilter {
  /** Words; each must occur in name, unit, host, account, site code or inspector. */
  text: string;
  /** '' = every state. */
  state: '' | 'overdue' | BoardState;
  /** Board key such as `website district`; '' = every group. */
  group: string;
  /** null = everybody; '' = nobody's. */
  inspector: string | null;
}

export const NO_BOARD_FILTER: BoardFilter = { text: '', state: '', group: '', inspector: null };

export type BoardSortKey = 'subject' | 'group' | 'inspector' | 'state' | 'progress' | 'total';

const STATE_ORDER: Record<BoardState, number> = { untested: 0, progress: 1, disputed: 2, finished: 3 };

/** The rows that match, sorted; ties keep the order they came in. `today`: `YYYY-MM-DD` in Shanghai. */
export function shownBoardRows(
  rows: readonly BoardRow[],
  filter: BoardFilter,
  order: Order<BoardSortKey>,
  { roundDue, today }: { roundDue: string | undefined; today: string },
): BoardRow[] {
  const hasWords = search(filter.text);
  const shown = rows.filter(
    (row) =>
      (filter.group === '' || groupKey(row) === filter.group) &&
      (filter.inspector === null || inspectorOf(row) === filter.inspector) &&
      (filter.state === '' ||
        (filter.state === 'overdue' ? isOverdue(row, roundDue, today) : boardState(row) === filter.state)) &&
      hasWords(row),
  );
  // Rows come by group and name: that order needs no sorting.
  if (order.key === 'group') return order.descending ? shown.reverse() : shown;
  const sign = order.descending ? -1 : 1;
  const compare = COMPARE[order.key](rows);
  return shown.sort((a, b) => sign * compare(a, b));
}

type Compare = (a: BoardRow, b: BoardRow) => number;

const COMPARE: Record<Exclude<BoardSortKey, 'group'>, (rows: readonly BoardRow[]) => Compare> = {
  subject: (rows) => byText(rows, ({ subject }) => subject.name),
  inspector: (rows) => byText(rows, inspectorOf),
  state: () => (a, b) => STATE_ORDER[boardState(a)] - STATE_ORDER[boardState(b)],
  progress: () => (a, b) => share(a) - share(b),
  // Without a total below every score, not begun at the very bottom.
  total: () => (a, b) => points(a) - points(b),
};

/** Collating each distinct text once and then comparing numbers: a collator call per comparison is slow. */
function byText(rows: readonly BoardRow[], textOf: (row: BoardRow) => string): Compare {
  const ranks = new Map(namesInOrder(rows.map(textOf)).map((text, rank) => [text, rank]));
  const rankOf = (row: BoardRow) => ranks.get(textOf(row)) ?? -1;
  return (a, b) => rankOf(a) - rankOf(b);
}

function share({ session }: BoardRow): number {
  if (!session) return -1;
  return session.criteria === 0 ? 0 : session.decided / session.criteria;
}

function points({ session }: BoardRow): number {
  return session ? (session.total ?? -1) : -2;
}

const search = wordSearch((row: BoardRow) => {
  const { name, unit, host, account, siteIdCode, aliases } = row.subject;
  return [name, unit, host, account, siteIdCode, ...aliases, inspectorOf(row)];
});
