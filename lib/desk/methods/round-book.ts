// Reads the book of a round from the tables, each once.
import type { RoundBook } from '@/lib/model/round-book';
import type { Session } from '@/lib/model/session';
import { type BookSession, bookEntry, sortEntries } from '@/lib/rounds/round-book';
import { type Handlers, notFound, type Work } from '../work';
import { findSet } from './sets';

export const roundBookHandlers: Handlers<'roundBook'> = {
  roundBook: { mode: 'read', run: (work, { roundId }) => roundBook(work, roundId) },
};

/** The book of a round; refused when there is no such round. */
export async function roundBook(work: Work, roundId: string): Promise<RoundBook> {
  const { tables } = work;
  const round = await tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  const assignments = new Map((await tables.assignments.ofRound(roundId)).map((one) => [one.subjectId, one]));
  const sessions = await bookSessions(work, await tables.sessions.ofRound(roundId), roundId);
  const subjects = await tables.subjects.all();
  const entries = subjects
    .filter(({ id }) => assignments.has(id) || sessions.has(id))
    .map((subject) => bookEntry(subject, assignments.get(subject.id), sessions.get(subject.id) ?? []));
  return {
    round,
    entries: sortEntries(entries),
    citizenReports: await tables.citizenReports.ofRound(roundId),
    repostItems: (await tables.repostItems.ofRound(roundId)).sort((a, b) => a.order - b.order),
    reposts: await tables.reposts.ofRound(roundId),
  };
}

/** Sessions with what belongs to them, by subject. */
async function bookSessions(
  work: Work,
  sessions: readonly Session[],
  roundId: string,
): Promise<Map<string, BookSession[]>> {
  const frozen = new Map(
    (await work.tables.frozenSheets.ofRound(roundId)).map(({ sessionId, sheet }) => [sessionId, sheet]),
  );
  const bySubject = new Map<string, BookSession[]>();
  for (const session of sessions) {
    const verdicts = await work.tables.verdicts.ofSession(session.id);
    const named = verdicts.some(({ findingKeys }) => findingKeys.length > 0);
    const runs = named ? await work.tables.runs.ofSession(session.id) : [];
    const one: BookSession = {
      session,
      set: await findSet(work, session.setId, session.setVersion),
      verdicts,
      findings: runs.flatMap(({ results }) => results.flatMap(({ findings }) => findings)),
      frozen: frozen.get(session.id),
    };
    bySubject.set(session.subjectId, [...(bySubject.get(session.subjectId) ?? []), one]);
  }
  return bySubject;
}
