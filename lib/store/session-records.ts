// Reads one inspection out of all its tables as one copy, and puts a merged copy in its place.
import type { SessionCopy } from '@/lib/merge/session-copy';
import type { RecordTable, Tables } from './repository';
import type { RecordOf } from './tables';

export interface StoredSession {
  copy: SessionCopy;
  facts: RecordOf<'facts'>[];
  images: RecordOf<'evidenceImages'>[];
}

/** undefined when there is no such session. Facts and images only when asked for: they are by far the largest part. */
export async function readSession(
  tables: Tables,
  sessionId: string,
  withFacts: boolean,
): Promise<StoredSession | undefined> {
  const [session, verdicts, decisions, journal, runs, visits, linkStatuses, evidence, facts, images] =
    await Promise.all([
      tables.sessions.get(sessionId),
      tables.verdicts.ofSession(sessionId),
      tables.decisions.ofSession(sessionId),
      tables.journal.ofSession(sessionId),
      tables.runs.ofSession(sessionId),
      tables.visits.ofSession(sessionId),
      tables.linkStatuses.ofSession(sessionId),
      tables.evidence.ofSession(sessionId),
      withFacts ? tables.facts.ofSession(sessionId) : [],
      withFacts ? tables.evidenceImages.ofSession(sessionId) : [],
    ]);
  if (!session) return undefined;
  const copy = { session, verdicts, decisions, journal, runs, visits, linkStatuses, evidence };
  return { copy, facts, images };
}

/**
 * Puts the copy in place of what is stored of the session. Facts and images that are not given stay as they are when
 * the copy still names their run or picture.
 */
export async function storeSession(
  tables: Tables,
  before: SessionCopy | undefined,
  copy: SessionCopy,
  facts: readonly RecordOf<'facts'>[],
  images: readonly RecordOf<'evidenceImages'>[],
): Promise<void> {
  const { session } = copy;
  if (before) {
    for (const table of ['verdicts', 'decisions', 'journal', 'runs', 'evidence'] as const) {
      await tables[table].deleteOfSession(session.id);
    }
    const pictures = new Set(copy.evidence.map(({ id }) => id));
    for (const { id } of before.evidence) {
      if (!pictures.has(id)) await tables.evidenceImages.delete(id);
    }
    const runs = new Set(copy.runs.map(({ id }) => id));
    for (const { id } of before.runs) if (!runs.has(id)) await tables.facts.delete(id);
  }
  // All at once: what is asked of a database in one go is answered in one go. Most lists of an inspection are short or empty.
  await Promise.all([
    tables.sessions.put(session),
    putAll(tables.verdicts, copy.verdicts),
    putAll(tables.decisions, copy.decisions),
    putAll(tables.journal, copy.journal),
    putAll(tables.runs, copy.runs),
    putAll(tables.visits, copy.visits),
    putAll(tables.linkStatuses, copy.linkStatuses),
    putAll(tables.evidence, copy.evidence),
    putAll(tables.facts, facts),
    putAll(tables.evidenceImages, images),
  ]);
}

async function putAll<T>(table: RecordTable<T>, records: readonly T[]): Promise<void> {
  if (records.length > 0) await table.putMany(records);
}
