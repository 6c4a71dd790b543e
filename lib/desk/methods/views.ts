// Desk calls that show sessions: one with all that belongs to it, and the lists with their scores.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Finding } from '@/lib/model/finding';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Round } from '@/lib/model/round';
import type { Run, Session, Subject, Verdict } from '@/lib/model/session';
import { scoreSheet } from '@/lib/scoring/score';
import { foldJournal } from '@/lib/session/journal';
import { isEditable } from '@/lib/session/state-move';
import { byCodePoint } from '@/lib/text/order';
import { accountRun } from '../account-run';
import { subjectsOfPage } from '../page-subjects';
import type { SessionRow } from '../protocol';
import { latestRuns } from '../run-records';
import { type Handlers, notFound, sessionOf, type Tally, type Work } from '../work';
import { blindedIds, requireSighted } from './double-checks';
import { findSet } from './sets';

export const viewHandlers: Handlers<'sessionView' | 'listSessions' | 'sessionsForHost'> = {
  sessionView: {
    mode: 'read',
    async run(work, { sessionId, light, held }) {
      const session = await sessionOf(work, sessionId);
      await requireSighted(work, session);
      const { tables } = work;
      // Side by side: the desk waits for the database once instead of nine times.
      const [subject, round, set, verdicts, decisions, allRuns, visits, evidence, journal] =
        await Promise.all([
          tables.subjects.get(session.subjectId),
          tables.rounds.get(session.roundId),
          findSet(work, session.setId, session.setVersion),
          tables.verdicts.ofSession(sessionId),
          tables.decisions.ofSession(sessionId),
          light ? [] : tables.runs.ofSession(sessionId),
          tables.visits.ofSession(sessionId),
          tables.evidence.ofSession(sessionId),
          tables.journal.ofSession(sessionId),
        ]);
      if (!subject) throw notFound('检查对象');
      if (!round) throw notFound('检查轮次');
      const noted = light ? undefined : await accountRun(work, session, subject);
      const latest = latestRuns(allRuns);
      // What people noted of an account is worked out anew each time, under one id.
      const runs = [...(noted ? [noted] : []), ...latest];
      const left = new Set(latest.map(({ id }) => id).filter((id) => held?.includes(id)));
      const steps = foldJournal(journal);
      const editable = isEditable(session, round);
      return {
        session,
        subject,
        round,
        set,
        verdicts,
        decisions,
        runs: runs.filter(({ id }) => !left.has(id)),
        ...(left.size > 0 && { runOrder: runs.map(({ id }) => id) }),
        earlierFindings: light ? [] : earlierFindings(verdicts, runs, allRuns),
        visits: visits.sort((a, b) => byCodePoint(b.at, a.at) || byCodePoint(a.url, b.url)),
        evidence: evidence.sort((a, b) => a.number - b.number),
        canUndo: editable && steps.undo !== undefined,
        canRedo: editable && steps.redo !== undefined,
      };
    },
  },
  listSessions: {
    mode: 'read',
    async run(work) {
      const sessions = await work.tables.sessions.all();
      const blinded = await blindedIds(work, sessions);
      return (await rowsOf(work, sessions)).map((row) => (blinded.has(row.session.id) ? heldBack(row) : row));
    },
  },
  sessionsForHost: {
    mode: 'read',
    async run(work, { host, url }) {
      const [subjects, all] = await Promise.all([work.tables.subjects.all(), work.tables.sessions.all()]);
      const owners = new Map(
        subjectsOfPage(subjects, { host, url }).map((one) => [one.subject.id, one.sure]),
      );
      const sessions = all.filter(({ subjectId }) => owners.has(subjectId));
      const blinded = await blindedIds(work, sessions);
      const rows = await rowsOf(
        work,
        sessions.filter(({ id }) => !blinded.has(id)),
      );
      return rows.map((row) =>
        owners.get(row.subject.id) === false ? { ...row, sure: false as const } : row,
      );
    },
  },
};

/** The row without what would tell the one who double-checks how the first inspector judged. */
function heldBack({ total: _, decided: __, result: ___, ...row }: SessionRow): SessionRow {
  return { ...row, total: null, decided: 0, result: 'undetermined', blind: true };
}

/** Findings that a verdict names but that no latest run has; of several with one key the latest. Sorted by key. */
function earlierFindings(
  verdicts: readonly Verdict[],
  latest: readonly Run[],
  all: readonly Run[],
): Finding[] {
  const wanted = new Set(verdicts.flatMap(({ findingKeys }) => findingKeys));
  for (const { key, siteKey } of latest.flatMap(findingsOf)) {
    wanted.delete(key);
    wanted.delete(siteKey);
  }
  if (wanted.size === 0) return [];
  const found = new Map<string, Finding>();
  for (const run of [...all].sort((a, b) => byCodePoint(a.at, b.at))) {
    for (const finding of findingsOf(run)) {
      if (wanted.has(finding.key) || wanted.has(finding.siteKey)) found.set(finding.key, finding);
    }
  }
  return [...found.values()].sort((a, b) => byCodePoint(a.key, b.key));
}

function findingsOf(run: Run): Finding[] {
  return run.results.flatMap(({ findings }) => findings);
}

/** What belongs to more sessions than this is read in one go. */
const FEW = 10;

async function subjectsOf({ tables }: Work, sessions: readonly Session[]): Promise<Subject[]> {
  if (sessions.length > FEW) return tables.subjects.all();
  const ids = new Set(sessions.map(({ subjectId }) => subjectId));
  const found = await Promise.all([...ids].map((id) => tables.subjects.get(id)));
  return found.filter((subject) => subject !== undefined);
}

/** Rows with scores: unfinished first, then by latest change. */
async function rowsOf(work: Work, sessions: readonly Session[]): Promise<SessionRow[]> {
  const rows = (await scoredSessions(work, sessions)).map(({ row }) => row);
  const finished = (row: SessionRow) => Number(row.session.state === 'finished');
  return rows.sort(
    (a, b) =>
      finished(a) - finished(b) ||
      byCodePoint(b.session.updatedAt, a.session.updatedAt) ||
      byCodePoint(a.session.id, b.session.id),
  );
}

/** Sessions with their scores as of now and the number of criteria in dispute, in the order given. */
export async function scoredSessions(
  work: Work,
  sessions: readonly Session[],
): Promise<{ row: SessionRow; disputed: number }[]> {
  const [subjects, rounds, sets] = await Promise.all([
    subjectsOf(work, sessions).then(byId<Subject>),
    work.tables.rounds.all().then(byId<Round>),
    setsOf(work, sessions),
  ]);
  const rows: { row: SessionRow; disputed: number }[] = [];
  const unknown = sessions.filter((session) => !knownTally(work, session, subjects.get(session.subjectId)));
  const verdicts = await verdictsOf(work, unknown);
  for (const session of sessions) {
    const subject = subjects.get(session.subjectId);
    const round = rounds.get(session.roundId);
    const set = sets.get(nameOf(session));
    if (!subject || !round || !set) continue;
    let tally = knownTally(work, session, subject);
    if (!tally) {
      tally = tallyOf(session, subject, set, verdicts.get(session.id) ?? []);
      work.tallies.set(session.id, tally);
    }
    const row = { session, subject, round, setTitle: set.title, ...tally.score };
    rows.push({ row, disputed: tally.disputed });
  }
  return rows;
}

function knownTally(work: Work, session: Session, subject: Subject | undefined): Tally | undefined {
  const tally = work.tallies.get(session.id);
  const fits = tally?.updatedAt === session.updatedAt && tally.hasServices === subject?.hasServices;
  return fits ? tally : undefined;
}

function tallyOf(session: Session, subject: Subject, set: IndicatorSet, verdicts: readonly Verdict[]): Tally {
  const criteria = criteriaOf(set).length;
  const sheet = scoreSheet(set, verdicts, subject);
  return {
    updatedAt: session.updatedAt,
    hasServices: subject.hasServices,
    score: {
      decided: criteria - sheet.counts.untested,
      criteria,
      total: sheet.total,
      result: sheet.result,
    },
    disputed: sheet.counts.disputed,
  };
}

async function setsOf(work: Work, sessions: readonly Session[]): Promise<Map<string, IndicatorSet>> {
  const sets = new Map<string, IndicatorSet>();
  for (const session of sessions) {
    const name = nameOf(session);
    if (!sets.has(name)) sets.set(name, await findSet(work, session.setId, session.setVersion));
  }
  return sets;
}

function nameOf({ setId, setVersion }: Session): string {
  return JSON.stringify([setId, setVersion]);
}

async function verdictsOf(work: Work, sessions: readonly Session[]): Promise<Map<string, Verdict[]>> {
  const found = new Map<string, Verdict[]>();
  if (sessions.length <= FEW) {
    for (const { id } of sessions) found.set(id, await work.tables.verdicts.ofSession(id));
    return found;
  }
  for (const verdict of await work.tables.verdicts.all()) {
    const list = found.get(verdict.sessionId);
    if (list) list.push(verdict);
    else found.set(verdict.sessionId, [verdict]);
  }
  return found;
}

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
