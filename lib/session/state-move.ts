// Which state a session may move to: open → finished → reopened → finished.
import type { Round } from '@/lib/model/round';
import type { Session } from '@/lib/model/session';

type State = Session['state'];

const MOVES: Record<'finish' | 'reopen', { from: readonly State[]; to: State }> = {
  finish: { from: ['open', 'reopened'], to: 'finished' },
  reopen: { from: ['finished'], to: 'reopened' },
};

/** The session after the move at instant `at`; undefined when its state does not allow it. */
export function moveSession(session: Session, move: 'finish' | 'reopen', at: string): Session | undefined {
  const { from, to } = MOVES[move];
  if (!from.includes(session.state)) return undefined;
  const { finishedAt: _, ...rest } = session;
  return { ...rest, state: to, updatedAt: at, ...(to === 'finished' ? { finishedAt: at } : {}) };
}

/** true when verdicts, runs and pictures may be changed: not finished, and the round (when given) not closed. */
export function isEditable(session: Session, round?: Pick<Round, 'state'>): boolean {
  return session.state !== 'finished' && round?.state !== 'closed';
}
