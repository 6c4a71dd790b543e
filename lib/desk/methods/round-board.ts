// Reads how far a round is, without the words and findings that its book holds.
import type { Assignment } from '@/lib/model/round';
import type { BoardRow, RoundBoard } from '@/lib/model/round-board';
import type { Sheet } from '@/lib/model/sheet';
import { compareSessions, sortEntries } from '@/lib/rounds/round-book';
import type { SessionRow } from '../protocol';
import { type Handlers, notFound, type Work } from '../work';
import { blindedIds } from './double-checks';
import { scoredSessions } from './views';

export const roundBoardHandlers: Handlers<'roundBoard'> = {
  roundBoard: { mode: 'read', run: (work, { roundId }) => roundBoard(work, roundId) },
};

type Scored = { row: SessionRow; disputed: number };

/** The board of a round; refused when there is no such round. */
export async function roundBoard(work: Work, roundId: string): Promise<RoundBoard> {
  const { tables } = work;
  const round = await tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  const assignments = new Map((await tables.assignments.ofRound(roundId)).map((one) => [one.subjectId, one]));
  const bySubject = new Map<string, Scored[]>();
  const sessions = await tables.sessions.ofRound(roundId);
  const blinded = await blindedIds(work, sessions);
  for (const scored of await scoredSessions(work, sessions)) {
    const { subjectId } = scored.row.session;
    const list = bySubject.get(subjectId);
    if (list) list.push(scored);
    else bySubject.set(subjectId, [scored]);
  }
  const frozen = new Map<string, Sheet>();
  if (round.state === 'closed') {
    for (const { sessionId, sheet } of await tables.frozenSheets.ofRound(roundId))
      frozen.set(sessionId, sheet);
  }
  const rows = (await tables.subjects.all())
    .filter(({ id }) => assignments.has(id) || bySubject.has(id))
    .map((subject) =>
      boardRow(subject, assignments.get(subject.id), bySubject.get(subject.id) ?? [], frozen, blinded),
    );
  return { round, rows: sortEntries(rows) };
}

function boardRow(
  subject: BoardRow['subject'],
  assignment: Assignment | undefined,
  sessions: readonly Scored[],
  frozen: ReadonlyMap<string, Sheet>,
  blinded: ReadonlySet<string>,
): BoardRow {
  const counted = sessions
    .filter(({ row }) => row.session.doubleCheckOf === undefined)
    .sort((a, b) => compareSessions(a.row.session, b.row.session))[0];
  const doubleChecks = sessions
    .map(({ row }) => row.session)
    .filter(({ doubleCheckOf }) => doubleCheckOf !== undefined)
    .sort(compareSessions)
    .map(({ id, inspector, state, openedBlind }) => ({
      id,
      inspector,
      state,
      ...(openedBlind ? { openedBlind: true as const } : {}),
    }));
  return {
    subject,
    ...(assignment && { assignment }),
    ...(counted && { session: sessionOf(counted, frozen.get(counted.row.session.id), blinded) }),
    doubleChecks,
  };
}

function sessionOf(
  { row, disputed }: Scored,
  frozen: Sheet | undefined,
  blinded: ReadonlySet<string>,
): NonNullable<BoardRow['session']> {
  const { id, inspector, state, updatedAt } = row.session;
  if (blinded.has(id)) {
    const held = { decided: 0, disputed: 0, total: null, result: 'undetermined', blind: true } as const;
    return { id, inspector, state, updatedAt, criteria: row.criteria, ...held };
  }
  const { decided, criteria, total, result } = row;
  const now = { id, inspector, state, updatedAt, decided, criteria, disputed, total, result };
  if (!frozen) return now;
  return {
    ...now,
    decided: frozen.counts.total - frozen.counts.untested,
    criteria: frozen.counts.total,
    disputed: frozen.counts.disputed,
    total: frozen.total,
    result: frozen.result,
  };
}
