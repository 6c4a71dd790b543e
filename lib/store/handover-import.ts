// Stores a hand-over file: a new session as it is, a known one only when the file continues it.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { JournalEntry, Session } from '@/lib/model/session';
import { FileRefused } from './file-refused';
import type { Handover } from './handover-file';
import { dataUrlToBlob } from './image-data';
import type { Repository, Tables } from './repository';
import { sameJson } from './same-json';

/** `unchanged`: everything in the file is here already. */
export type ImportOutcome = 'added' | 'continued' | 'unchanged';

/**
 * Stores a checked hand-over file in one transaction. A session that is here already is replaced only when its journal
 * is the beginning of the file's; runs and visits that only this computer has are kept then. Rejects with FileRefused
 * when both sides went on, when the file is older, or when its set contradicts a known one of the same version.
 */
export function importHandover(
  repository: Repository,
  file: Handover,
  shippedSets: readonly IndicatorSet[],
): Promise<ImportOutcome> {
  return repository.transaction('write', async (tables) => {
    const { session } = file;
    const known = await tables.sessions.get(session.id);
    const step = known ? await stepOf(tables, known, file) : 'added';
    if (step === 'unchanged') return step;
    await requireSameSet(tables, file.set, shippedSets);
    await requireOwnIds(tables, file);
    if (!(await tables.sets.get([file.set.id, file.set.version]))) await tables.sets.add(file.set);
    // Subject and round may have been edited here since; what is here stays.
    if (!(await tables.subjects.get(file.subject.id))) await tables.subjects.add(file.subject);
    if (!(await tables.rounds.get(file.round.id))) await tables.rounds.add(file.round);
    await store(tables, file, known);
    return step;
  });
}

async function stepOf(tables: Tables, known: Session, file: Handover): Promise<ImportOutcome> {
  const here = await tables.journal.ofSession(known.id);
  if (!startsWith(file.journal, here)) {
    throw new FileRefused(
      startsWith(here, file.journal)
        ? '本机的这次检查比文件更新，未作任何改动。'
        : '本机与文件中的这次检查各有改动，暂不能合并，未作任何改动，请先确定以哪一份为准。',
      'conflict',
    );
  }
  const wentOn = file.journal.length > here.length || file.session.updatedAt > known.updatedAt;
  return wentOn ? 'continued' : 'unchanged';
}

function startsWith(longer: readonly JournalEntry[], shorter: readonly JournalEntry[]): boolean {
  return shorter.length <= longer.length && shorter.every((entry, index) => sameJson(entry, longer[index]));
}

async function requireSameSet(
  tables: Tables,
  set: IndicatorSet,
  shippedSets: readonly IndicatorSet[],
): Promise<void> {
  const stored = await tables.sets.get([set.id, set.version]);
  const known = stored ?? shippedSets.find(({ id, version }) => id === set.id && version === set.version);
  if (known && !sameJson(known, set)) {
    throw new FileRefused(
      `文件所用指标体系“${set.title}”（版本${set.version}）与本机同版本的内容不一致，未作任何改动，请核对指标体系版本。`,
      'conflict',
    );
  }
}

/** Pictures and runs have ids of their own: a file must not take over those of another session. */
async function requireOwnIds(tables: Tables, { session, evidence, runs }: Handover): Promise<void> {
  for (const { id } of evidence) await requireOwn(await tables.evidence.get(id), session.id);
  for (const { id } of runs) await requireOwn(await tables.runs.get(id), session.id);
}

function requireOwn(record: { sessionId: string } | undefined, sessionId: string): void {
  if (record && record.sessionId !== sessionId) {
    throw new FileRefused(
      '文件中的记录编号已被本机其他检查使用，未作任何改动，请重新索取该文件。',
      'conflict',
    );
  }
}

async function store(tables: Tables, file: Handover, known: Session | undefined): Promise<void> {
  const { session } = file;
  for (const table of ['verdicts', 'decisions', 'journal', 'evidence', 'evidenceImages'] as const) {
    await tables[table].deleteOfSession(session.id);
  }
  const lastEvidence = Math.max(
    session.lastEvidence ?? 0,
    known?.lastEvidence ?? 0,
    ...file.evidence.map(({ number }) => number),
  );
  await tables.sessions.put({ ...session, ...(lastEvidence > 0 ? { lastEvidence } : {}) });
  await tables.verdicts.putMany(file.verdicts);
  await tables.decisions.putMany(file.decisions);
  await tables.journal.putMany(file.journal);
  for (const { facts, ...run } of file.runs) {
    await tables.runs.put(run);
    if (facts) await tables.facts.put({ runId: run.id, sessionId: session.id, facts });
  }
  for (const visit of file.visits) {
    const here = await tables.visits.get([visit.sessionId, visit.url]);
    if (!here || here.at < visit.at) await tables.visits.put(visit);
  }
  for (const { image, ...evidence } of file.evidence) {
    const blob = dataUrlToBlob(image);
    if (!blob) throw new FileRefused('文件中的取证图片无法读取，未作任何改动，请重新索取该文件。');
    await tables.evidence.put(evidence);
    await tables.evidenceImages.put({ id: evidence.id, sessionId: session.id, blob });
  }
}
