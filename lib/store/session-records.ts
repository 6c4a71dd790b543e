// Reads one inspection out of all its tables as one copy, and puts a merged copy in its place.
import type { SessionCopy } from '@/lib/merge/session-copy';
import type { Tables } from './repository';
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
  const session = await tables.sessions.get(sessionId);
  if (!session) return undefined;
  return {
    copy: {
      session,
      verdicts: await tables.verdicts.ofSession(sessionId),
      decisions: await tables.decisions.ofSession(sessionId),
      journal: await tables.journal.ofSession(sessionId),
      runs: await tables.runs.ofSession(sessionId),
      visits: await tables.visits.ofSession(sessionId),
      linkStatuses: await tables.linkStatuses.ofSession(sessionId),
      evidence: await tables.evidence.ofSession(sessionId),
    },
    facts: withFacts ? await tables.facts.ofSession(sessionId) : [],
    images: withFacts ? await tables.evidenceImages.ofSession(sessionId) : [],
  };
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
  await tables.sessions.put(session);
  await tables.verdicts.putMany(copy.verdicts);
  await tables.decisions.putMany(copy.decisions);
  await tables.journal.putMany(copy.journal);
  await tables.runs.putMany(copy.runs);
  await tables.visits.putMany(copy.visits);
  await tables.linkStatuses.putMany(copy.linkStatuses);
  await tables.evidence.putMany(copy.evidence);
  await tables.facts.putMany(facts);
  await tables.evidenceImages.putMany(images);
}
