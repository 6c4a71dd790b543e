// The new-media accounts of a round with the session that counts for each: read by the fast lane and the table of reposts.
import type { Round } from '@/lib/model/round';
import type { Session, Subject } from '@/lib/model/session';
import { byCodePoint, byName } from '@/lib/text/order';
import type { RoundAccount } from '../calls/media';
import { notFound, type Work } from '../work';

const GROUPS = ['district', 'department', 'own', 'other'];

/** The round, or a refusal when there is none. */
export async function roundOf(work: Work, roundId: string): Promise<Round> {
  const round = await work.tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  return round;
}

/** Accounts by group, name and id; of a round without drawn subjects all accounts of the register. */
export async function roundAccounts(work: Work, roundId: string): Promise<RoundAccount[]> {
  const { tables } = work;
  const assignments = new Map((await tables.assignments.ofRound(roundId)).map((one) => [one.subjectId, one]));
  const sessions = bySubject(await tables.sessions.ofRound(roundId));
  const all = (await tables.subjects.all()).filter(({ kind }) => kind === 'new-media');
  return all
    .filter(({ id }) => assignments.size === 0 || assignments.has(id) || sessions.has(id))
    .map((subject): RoundAccount => {
      const session = sessions.get(subject.id);
      return {
        subject,
        inspector: session?.inspector || (assignments.get(subject.id)?.inspector ?? ''),
        state: session?.state ?? 'untested',
        ...(session ? { sessionId: session.id } : {}),
      };
    })
    .sort(
      (a, b) =>
        rank(a.subject) - rank(b.subject) ||
        byName(a.subject.name, b.subject.name) ||
        byCodePoint(a.subject.id, b.subject.id),
    );
}

/** The session that counts for each subject: never a double check; a finished one first, then the one changed last. */
export function bySubject(sessions: readonly Session[]): Map<string, Session> {
  const chosen = new Map<string, Session>();
  for (const session of sessions) {
    if (session.doubleCheckOf !== undefined) continue;
    const known = chosen.get(session.subjectId);
    if (!known || comesBefore(session, known)) chosen.set(session.subjectId, session);
  }
  return chosen;
}

function comesBefore(a: Session, b: Session): boolean {
  const unfinished = ({ state }: Session) => Number(state !== 'finished');
  return (
    (unfinished(a) - unfinished(b) || byCodePoint(b.updatedAt, a.updatedAt) || byCodePoint(a.id, b.id)) < 0
  );
}

function rank({ group }: Subject): number {
  return group ? GROUPS.indexOf(group) : GROUPS.length;
}
