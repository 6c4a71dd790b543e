// How far a round is: the state of each subject, and the tallies per group and inspector.
import type { BoardRow } from '@/lib/model/round-board';
import { byName } from '@/lib/text/order';

/**
 * untested: nobody has started. disputed: at least one criterion is marked as disputed, finished or not. finished:
 * the inspection is finished and nothing is disputed. progress: everything else.
 */
export type BoardState = 'untested' | 'progress' | 'finished' | 'disputed';

export const BOARD_STATES: readonly BoardState[] = ['untested', 'progress', 'finished', 'disputed'];

export function boardState({ session }: Pick<BoardRow, 'session'>): BoardState {
  if (!session) return 'untested';
  if (session.disputed > 0) return 'disputed';
  return session.state === 'finished' ? 'finished' : 'progress';
}

/** Who has it in hand: whoever it was handed to, else whoever started it; '' = nobody. */
export function inspectorOf({ assignment, session }: BoardRow): string {
  return assignment?.inspector || session?.inspector || '';
}

/** The last day for the subject: its own, else the round's. */
export function dueDayOf({ assignment }: BoardRow, roundDue: string | undefined): string | undefined {
  return assignment?.dueDay ?? roundDue;
}

/** true after the due day (it is still in time on the day itself) while the inspection is not finished. Days: `YYYY-MM-DD`. */
export function isOverdue(row: BoardRow, roundDue: string | undefined, today: string): boolean {
  const due = dueDayOf(row, roundDue);
  return due !== undefined && due < today && row.session?.state !== 'finished';
}

/** Counts of subjects; the four states add up to `total`. */
export interface Tally extends Record<BoardState, number> {
  total: number;
  overdue: number;
}

/** A line of the board. `key` is '' for subjects without a group, or in nobody's hands. */
export interface TallyLine extends Tally {
  key: string;
}

export interface BoardTallies {
  all: Tally;
  /** Key `kind group`, e.g. `website district`; in the order of the rows. */
  byGroup: TallyLine[];
  /** By name, nobody's last. */
  byInspector: TallyLine[];
}

/** @param today in Shanghai, `YYYY-MM-DD`. */
export function boardTallies(
  rows: readonly BoardRow[],
  { roundDue, today }: { roundDue: string | undefined; today: string },
): BoardTallies {
  const all = emptyTally();
  const groups = new Map<string, Tally>();
  const inspectors = new Map<string, Tally>();
  for (const row of rows) {
    const state = boardState(row);
    const overdue = isOverdue(row, roundDue, today);
    for (const tally of [all, entry(groups, groupKey(row)), entry(inspectors, inspectorOf(row))]) {
      tally.total += 1;
      tally[state] += 1;
      if (overdue) tally.overdue += 1;
    }
  }
  return {
    all,
    byGroup: lines(groups).sort((a, b) => groupRank(a.key) - groupRank(b.key)),
    byInspector: lines(inspectors).sort(
      (a, b) => Number(a.key === '') - Number(b.key === '') || byName(a.key, b.key),
    ),
  };
}

/** `kind group`, the group left empty when the subject has none. */
export function groupKey({ subject }: Pick<BoardRow, 'subject'>): string {
  return `${subject.kind} ${subject.group ?? ''}`;
}

const KINDS = ['website', 'new-media'];
const GROUPS = ['district', 'department', 'own', 'other', ''];

function groupRank(key: string): number {
  const [kind = '', group = ''] = key.split(' ');
  return KINDS.indexOf(kind) * GROUPS.length + GROUPS.indexOf(group);
}

function entry(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const made = emptyTally();
  tallies.set(key, made);
  return made;
}

function lines(tallies: ReadonlyMap<string, Tally>): TallyLine[] {
  return [...tallies].map(([key, tally]) => ({ key, ...tally }));
}

function emptyTally(): Tally {
  return { total: 0, overdue: 0, untested: 0, progress: 0, finished: 0, disputed: 0 };
}
