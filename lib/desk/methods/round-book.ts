// Reads the book of a round from the tables, each once; and of many rounds what concerns one unit.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { BookEntry, RoundBook } from '@/lib/model/round-book';
import type { Session, Subject } from '@/lib/model/session';
import { countedReport } from '@/lib/rounds/citizen-reports';
import { type BookSession, bookEntry, sortEntries } from '@/lib/rounds/round-book';
import { unitHistory, unitOf } from '@/lib/rounds/unit-history';
import { type Handlers, notFound, type Work } from '../work';
import { findSet } from './sets';

/** Sessions read side by side: one after the other a round of 1,827 takes several times as long. */
const PORTION = 200;

export const roundBookHandlers: Handlers<'roundBook' | 'unitHistory'> = {
  roundBook: { mode: 'read', run: (work, { roundId }) => roundBook(work, roundId) },
  unitHistory: {
    mode: 'read',
    async run(work, { unit }) {
      const own = (await work.tables.subjects.all()).filter((subject) => unitOf(subject) === unit);
      const books = [];
      for (const round of await work.tables.rounds.all())
        books.push({ round, entries: await entriesOf(work, round.id, own) });
      return unitHistory(unit, books);
    },
  },
};

/** The book of a round; refused when there is no such round. */
export async function roundBook(work: Work, roundId: string): Promise<RoundBook> {
  const { tables } = work;
  const round = await tables.rounds.get(roundId);
  if (!round) throw notFound('检查轮次');
  const subjects = await tables.subjects.all();
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return {
    round,
    entries: sortEntries(await entriesOf(work, roundId, subjects)),
    citizenReports: (await tables.citizenReports.ofRound(roundId)).map((report) =>
      countedReport(report, report.subjectId === undefined ? undefined : byId.get(report.subjectId)),
    ),
    repostItems: (await tables.repostItems.ofRound(roundId)).sort((a, b) => a.order - b.order),
    reposts: await tables.reposts.ofRound(roundId),
  };
}

/** Entries of those of the subjects that belong to the round. */
async function entriesOf(work: Work, roundId: string, subjects: readonly Subject[]): Promise<BookEntry[]> {
  const { tables } = work;
  const wanted = new Set(subjects.map(({ id }) => id));
  const assignments = new Map((await tables.assignments.ofRound(roundId)).map((one) => [one.subjectId, one]));
  const stored = (await tables.sessions.ofRound(roundId)).filter(({ subjectId }) => wanted.has(subjectId));
  const sessions = await bookSessions(work, stored, roundId);
  return subjects
    .filter(({ id }) => assignments.has(id) || sessions.has(id))
    .map((subject) => bookEntry(subject, assignments.get(subject.id), sessions.get(subject.id) ?? []));
}

/** Sessions with what belongs to them, by subject. */
async function bookSessions(
  work: Work,
  sessions: readonly Session[],
  roundId: string,
): Promise<Map<string, BookSession[]>> {
  const bySubject = new Map<string, BookSession[]>();
  if (sessions.length === 0) return bySubject;
  const frozen = new Map(
    (await work.tables.frozenSheets.ofRound(roundId)).map(({ sessionId, sheet }) => [sessionId, sheet]),
  );
  const sets = new Map<string, IndicatorSet>();
  for (const { setId, setVersion } of sessions) {
    const key = JSON.stringify([setId, setVersion]);
    if (!sets.has(key)) sets.set(key, await findSet(work, setId, setVersion));
  }
  const read = async (session: Session): Promise<BookSession[]> => {
    const set = sets.get(JSON.stringify([session.setId, session.setVersion]));
    if (!set) return [];
    const verdicts = await work.tables.verdicts.ofSession(session.id);
    const named = verdicts.some(({ findingKeys }) => findingKeys.length > 0);
    const runs = named ? await work.tables.runs.ofSession(session.id) : [];
    const findings = runs.flatMap(({ results }) => results.flatMap((result) => result.findings));
    return [{ session, set, verdicts, findings, frozen: frozen.get(session.id) }];
  };
  for (let at = 0; at < sessions.length; at += PORTION) {
    for (const one of (await Promise.all(sessions.slice(at, at + PORTION).map(read))).flat()) {
      const known = bySubject.get(one.session.subjectId);
      if (known) known.push(one);
      else bySubject.set(one.session.subjectId, [one]);
    }
  }
  return bySubject;
}
