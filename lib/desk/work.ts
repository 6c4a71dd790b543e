// What every desk call works with: the open transaction, the clock, the id source, and refusals in one voice.
import type { KnownChecks } from '@/lib/indicators/lint-set';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Round } from '@/lib/model/round';
import type { JournalEntry, Session } from '@/lib/model/session';
import { isEditable } from '@/lib/session/state-move';
import type { Repository, Tables } from '@/lib/store/repository';
import type { DeskChange } from './desk-change';
import { DeskError } from './desk-error';
import type { DeskInput, DeskMethod, DeskOutput, SessionRow } from './protocol';

/** What a desk needs from outside. */
export interface DeskPorts {
  repository: Repository;
  now: () => Date;
  newId: () => string;
  /** Called after the change is durable. */
  notify: (change: DeskChange) => void;
  /** Sets that come with the extension. */
  shippedSets: readonly IndicatorSet[];
  /** Checks that a set may refer to. */
  knownChecks: KnownChecks;
}

/** One call at work. */
export interface Work {
  tables: Tables;
  /** Instant of the call. */
  at: string;
  newId: () => string;
  /** Announced once the transaction is durable. */
  changed: (change: DeskChange) => void;
  /**
   * A write that the rest of the call need not wait for: the call is answered when it is durable, like all others, or fails with it.
   * What it changes is told before its first wait.
   */
  later: (write: Promise<unknown>) => void;
  shippedSets: readonly IndicatorSet[];
  knownChecks: KnownChecks;
  /** Scores worked out before, by session; see views. */
  tallies: Map<string, Tally>;
}

/** The score of a session as of its `updatedAt`, which is different after every change. */
export interface Tally {
  updatedAt: string;
  hasServices: boolean;
  score: Pick<SessionRow, 'decided' | 'criteria' | 'total' | 'result'>;
  disputed: number;
}

/** How one desk method is done. */
export interface Handler<M extends DeskMethod> {
  mode: 'read' | 'write';
  run: (work: Work, input: DeskInput<M>) => Promise<DeskOutput<M>>;
}

/** Handlers for some of the methods. */
export type Handlers<M extends DeskMethod> = { [K in M]: Handler<K> };

export function notFound(what: string): DeskError {
  return new DeskError('not-found', `没有找到所选的${what}，可能已被删除，请重新选择。`);
}

/** The session, or a refusal when there is none. */
export async function sessionOf(work: Work, sessionId: string): Promise<Session> {
  const session = await work.tables.sessions.get(sessionId);
  if (!session) throw notFound('检查记录');
  return session;
}

/** The session, or a refusal when there is none, its round is closed, or it is finished. */
export async function editableSession(work: Work, sessionId: string): Promise<Session> {
  const session = await sessionOf(work, sessionId);
  await requireEditable(work, session);
  return session;
}

/**
 * A refusal when the session's round is closed, or it is finished.
 * @param rounds all rounds, when they were asked for before it was known which one the session is of
 */
export async function requireEditable(
  work: Work,
  session: Session,
  rounds?: readonly Round[],
): Promise<void> {
  const round = rounds
    ? rounds.find(({ id }) => id === session.roundId)
    : await work.tables.rounds.get(session.roundId);
  refuseClosed(round);
  if (!isEditable(session)) {
    throw new DeskError('locked', '本次检查已完成并锁定，如需修改，请先填写原因重新打开。');
  }
}

/** A refusal when the round is closed: its sheets are frozen. */
export async function requireOpenRound(work: Work, roundId: string): Promise<void> {
  refuseClosed(await work.tables.rounds.get(roundId));
}

function refuseClosed(round: Round | undefined): void {
  if (round?.state !== 'closed') return;
  throw new DeskError(
    'locked',
    `检查轮次“${round.name}”已结束，评分表已封存；如需修改，请先填写原因重新开放该轮次。`,
  );
}

/** The number of the next entry in the session's journal. */
export async function nextEntry(work: Work, sessionId: string): Promise<number> {
  const last = await work.tables.journal.lastOfSession(sessionId);
  return (last?.seq ?? 0) + 1;
}

/**
 * Appends to the session's journal; `seq`, `id` and `at` are filled in.
 * @param seq what `nextEntry` said in this transaction, when it was asked before
 */
export async function appendJournal(
  work: Work,
  entry: Omit<JournalEntry, 'id' | 'seq' | 'at'>,
  seq?: number,
): Promise<void> {
  await work.tables.journal.add({
    ...entry,
    id: work.newId(),
    seq: seq ?? (await nextEntry(work, entry.sessionId)),
    at: work.at,
  });
}

/** The instant to note on a session that changes now: always later than the last, whatever the clocks say. */
export function nextUpdate(work: Work, session: Session): string {
  const after = Date.parse(session.updatedAt) + 1;
  return after > Date.parse(work.at) ? new Date(after).toISOString() : work.at;
}

/** Notes on the session that it changed now. */
export async function touchSession(work: Work, session: Session): Promise<void> {
  // First: the call may be noted, with what it changed, while the record is being written.
  work.changed({ what: 'session', sessionId: session.id });
  await work.tables.sessions.put({ ...session, updatedAt: nextUpdate(work, session) });
}
