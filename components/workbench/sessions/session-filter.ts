// Which inspections the list shows and in what order: pure, so that it is tested without a browser.
import type { SessionRow } from '@/lib/desk/protocol';
import { byCodePoint, byName } from '@/lib/text/order';
import type { Order } from '../list/order';
import { wordSearch } from '../list/word-search';

export interface SessionFilter {
  /** Words; each must occur in name, unit, host, site code, round, set or inspector. */
  text: string;
  /** '' = every round. */
  roundId: string;
  /** '' = every state; 'unfinished' = open or reopened. */
  state: '' | 'unfinished' | SessionRow['session']['state'];
}

export type SortKey =
  | 'subject'
  | 'round'
  | 'set'
  | 'inspector'
  | 'state'
  | 'progress'
  | 'total'
  | 'result'
  | 'updated';

const STATE_ORDER = { open: 0, reopened: 1, finished: 2 };
const RESULT_ORDER = { unqualified: 0, undetermined: 1, qualified: 2 };

const COMPARE: Record<SortKey, (a: SessionRow, b: SessionRow) => number> = {
  subject: (a, b) => byName(a.subject.name, b.subject.name),
  round: (a, b) => byName(a.round.name, b.round.name),
  set: (a, b) => byName(a.setTitle, b.setTitle),
  inspector: (a, b) => byName(a.session.inspector, b.session.inspector),
  state: (a, b) => STATE_ORDER[a.session.state] - STATE_ORDER[b.session.state],
  progress: (a, b) => share(a) - share(b),
  // Without a total (veto, or a set that gives none) below every score.
  total: (a, b) => (a.total ?? -1) - (b.total ?? -1),
  result: (a, b) => RESULT_ORDER[a.result] - RESULT_ORDER[b.result],
  updated: (a, b) => byCodePoint(a.session.updatedAt, b.session.updatedAt),
};

/** The rows that match, sorted; ties by the newest change, then by id, so that the order never flickers. */
export function shownRows(rows: SessionRow[], filter: SessionFilter, order: Order<SortKey>): SessionRow[] {
  const hasWords = search(filter.text);
  const compare = COMPARE[order.key];
  const sign = order.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (!filter.roundId || row.round.id === filter.roundId) && hasState(row, filter.state) && hasWords(row),
    )
    .sort(
      (a, b) =>
        sign * compare(a, b) ||
        byCodePoint(b.session.updatedAt, a.session.updatedAt) ||
        byCodePoint(a.session.id, b.session.id),
    );
}

const search = wordSearch(({ subject, session, round, setTitle }: SessionRow) => [
  subject.name,
  subject.unit,
  subject.host,
  ...subject.aliases,
  subject.siteIdCode,
  round.name,
  setTitle,
  session.inspector,
]);

/** Decided criteria in percent, rounded down so that 100 means all. */
export function progressPercent(row: Pick<SessionRow, 'decided' | 'criteria'>): number {
  return Math.floor(share(row) * 100);
}

function share(row: Pick<SessionRow, 'decided' | 'criteria'>): number {
  return row.criteria === 0 ? 0 : row.decided / row.criteria;
}

function hasState({ session }: SessionRow, state: SessionFilter['state']): boolean {
  if (state === '') return true;
  return state === 'unfinished' ? session.state !== 'finished' : session.state === state;
}
