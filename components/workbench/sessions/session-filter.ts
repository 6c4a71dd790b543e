// Which inspections the list shows and in what order: pure, so that it is tested without a browser.
import type { SessionRow } from '@/lib/desk/protocol';

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

export interface SessionSort {
  key: SortKey;
  descending: boolean;
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true });
const STATE_ORDER = { open: 0, reopened: 1, finished: 2 };
const RESULT_ORDER = { unqualified: 0, undetermined: 1, qualified: 2 };

const COMPARE: Record<SortKey, (a: SessionRow, b: SessionRow) => number> = {
  subject: (a, b) => COLLATOR.compare(a.subject.name, b.subject.name),
  round: (a, b) => COLLATOR.compare(a.round.name, b.round.name),
  set: (a, b) => COLLATOR.compare(a.setTitle, b.setTitle),
  inspector: (a, b) => COLLATOR.compare(a.session.inspector, b.session.inspector),
  state: (a, b) => STATE_ORDER[a.session.state] - STATE_ORDER[b.session.state],
  progress: (a, b) => share(a) - share(b),
  // Without a total (veto, or a set that gives none) below every score.
  total: (a, b) => (a.total ?? -1) - (b.total ?? -1),
  result: (a, b) => RESULT_ORDER[a.result] - RESULT_ORDER[b.result],
  updated: (a, b) => compareText(a.session.updatedAt, b.session.updatedAt),
};

/** The rows that match, sorted; ties by the newest change, then by id, so that the order never flickers. */
export function shownRows(rows: SessionRow[], filter: SessionFilter, sort: SessionSort): SessionRow[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const compare = COMPARE[sort.key];
  const sign = sort.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (!filter.roundId || row.round.id === filter.roundId) &&
        hasState(row, filter.state) &&
        hasWords(row, words),
    )
    .sort(
      (a, b) =>
        sign * compare(a, b) ||
        compareText(b.session.updatedAt, a.session.updatedAt) ||
        compareText(a.session.id, b.session.id),
    );
}

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

function hasWords(row: SessionRow, words: string[]): boolean {
  if (words.length === 0) return true;
  const text = searchText(row);
  return words.every((word) => text.includes(word));
}

/** Folded once per row, not once per keystroke. */
const searchTexts = new WeakMap<SessionRow, string>();

function searchText(row: SessionRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { subject, session, round, setTitle } = row;
  const text = fold(
    [
      subject.name,
      subject.unit,
      subject.host,
      ...subject.aliases,
      subject.siteIdCode,
      round.name,
      setTitle,
      session.inspector,
    ].join('\n'),
  );
  searchTexts.set(row, text);
  return text;
}

/** Full-width letters, digits and capitals count as their plain forms. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
