// Writes inspections into a hand-over file, one after the other, so that no more than one is in memory.
import { canonicalJson } from '@/lib/text/canonical-json';
import {
  FileHash,
  HANDOVER_FAMILY,
  HANDOVER_VERSION,
  type HandoverHeader,
  MERGE_RULE,
  type Shared,
  sharedLine,
  sharedTables,
} from './handover-format';
import { blobToBase64 } from './image-data';
import type { Repository, Tables } from './repository';
import { readSession } from './session-records';

export interface HandoverOptions {
  /** Instant of the file. */
  at: string;
  /** Whose inspections; '' = everybody's. */
  by: string;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * The sessions with all that belongs to them as a gzipped file; the same content and `at` give the same lines. Sessions
 * that are gone are left out. Aborting rejects with the signal's reason.
 */
export async function writeHandover(
  repository: Repository,
  sessionIds: readonly string[],
  { at, by, onProgress, signal }: HandoverOptions,
): Promise<Blob> {
  const wanted = [...new Set(sessionIds)].sort();
  const { shared, known, pictures } = await repository.transaction('read', (tables) =>
    gatherShared(tables, wanted),
  );
  const header: HandoverHeader = {
    schema: `${HANDOVER_FAMILY}@${HANDOVER_VERSION}`,
    at,
    by,
    rule: MERGE_RULE,
    sessions: known.length,
    pictures,
  };
  const hash = new FileHash();
  const parts: Blob[] = [];
  let portion: string[] = [];
  const add = async (line: string) => {
    await hash.add(line);
    portion.push(`${line}\n`);
  };
  const flush = () => {
    parts.push(new Blob(portion));
    portion = [];
  };
  await add(canonicalJson(header));
  for (const table of sharedTables) {
    for (const record of shared[table]) await add(sharedLine(table, record));
  }
  for (const [index, id] of known.entries()) {
    signal?.throwIfAborted();
    onProgress?.(index, known.length);
    const found = await repository.transaction('read', (tables) => readSession(tables, id, true));
    if (!found) continue;
    const { copy, facts, images } = found;
    await add(canonicalJson({ session: copy }));
    for (const { runId, facts: one } of facts) await add(canonicalJson({ facts: { runId, facts: one } }));
    for (const { id: picture, blob } of images) {
      await add(canonicalJson({ image: { id: picture, mime: blob.type, base64: await blobToBase64(blob) } }));
    }
    flush();
  }
  portion.push(`${canonicalJson({ end: true, lines: hash.lines, hash: await hash.hex() })}\n`);
  flush();
  const packed = new Blob(parts).stream().pipeThrough(new CompressionStream('gzip'));
  const file = await new Response(packed).blob();
  signal?.throwIfAborted();
  return file;
}

async function gatherShared(tables: Tables, wanted: readonly string[]) {
  const sessions = [];
  let pictures = 0;
  for (const id of wanted) {
    const session = await tables.sessions.get(id);
    if (!session) continue;
    sessions.push(session);
    pictures += (await tables.evidence.ofSession(id)).length;
  }
  const rounds = new Set(sessions.map(({ roundId }) => roundId));
  const subjects = new Set(sessions.map(({ subjectId }) => subjectId));
  const own = ({ subjectId }: { subjectId: string }) => subjects.has(subjectId);
  const shared: Shared = {
    sets: [],
    rounds: [],
    subjects: [],
    assignments: [],
    repostItems: [],
    reposts: [],
    citizenReports: [],
    rectifications: [],
    rectificationFiles: [],
    columnRegisters: [],
  };
  for (const key of [...new Set(sessions.map((s) => JSON.stringify([s.setId, s.setVersion])))].sort()) {
    const set = await tables.sets.get(JSON.parse(key) as string[]);
    if (set) shared.sets.push(set);
  }
  for (const roundId of [...rounds].sort()) {
    const round = await tables.rounds.get(roundId);
    if (round) shared.rounds.push(round);
    shared.assignments.push(...(await tables.assignments.ofRound(roundId)).filter(own));
    shared.repostItems.push(...(await tables.repostItems.ofRound(roundId)));
    shared.reposts.push(...(await tables.reposts.ofRound(roundId)).filter(own));
    const reports = await tables.citizenReports.ofRound(roundId);
    shared.citizenReports.push(...reports.filter(({ subjectId }) => subjectId && subjects.has(subjectId)));
    shared.rectifications.push(...(await tables.rectifications.ofRound(roundId)).filter(own));
  }
  for (const id of [...subjects].sort()) {
    const subject = await tables.subjects.get(id);
    if (subject) shared.subjects.push(subject);
    const register = await tables.columnRegisters.get(id);
    if (register) shared.columnRegisters.push(register);
  }
  const items = new Set(shared.rectifications.map(({ id }) => id));
  if (items.size > 0) {
    const all = await tables.rectificationFiles.all();
    shared.rectificationFiles.push(...all.filter(({ rectificationId }) => items.has(rectificationId)));
  }
  return { shared, known: sessions.map(({ id }) => id), pictures };
}
