// Merges hand-over files into what is stored: first a plan that changes nothing, then one transaction per inspection.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { DecidedConflict, MergeOutcome, PlannedFile, PlannedSession } from '@/lib/merge/merge-plan';
import { runsWithFacts } from '@/lib/merge/merge-records';
import { mergeSession } from '@/lib/merge/merge-session';
import {
  type MergeChoice,
  type MergeConflict,
  MergeRefused,
  type Merger,
  type SessionCopy,
} from '@/lib/merge/session-copy';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { FileRefused } from '@/lib/store/file-refused';
import type { Shared } from '@/lib/store/handover-format';
import { type FileSession, readHandover } from '@/lib/store/handover-read';
import type { Tables } from '@/lib/store/repository';
import { sameJson } from '@/lib/store/same-json';
import { readSession, storeSession } from '@/lib/store/session-records';
import { mapShared, type SharedMap, storeShared } from './merge-shared';
import { DeskError } from './protocol';
import { storageError } from './storage-error';
import type { DeskPorts } from './work';

export type MergePorts = Pick<DeskPorts, 'repository' | 'now' | 'newId' | 'notify' | 'shippedSets'>;

/** A chosen file under its name. */
export interface NamedBlob {
  name: string;
  file: Blob;
}

export interface MergeOptions {
  /** Rounds that are not known here may be added. */
  newRounds: boolean;
  onProgress: (progress: { what: string; done: number; total: number }) => void;
  signal: AbortSignal;
}

/** Plan and merge. Aborting rejects with the signal's reason; what was merged before stays, whole inspections only. */
export function createMerge(ports: MergePorts) {
  const { repository } = ports;

  /** Reads one file and runs `each` over its inspections; `each` gets the session named as here. */
  async function walk(
    { name, file }: NamedBlob,
    options: MergeOptions,
    place: (shared: Shared) => Promise<SharedMap>,
    each: (session: FileSession, shared: Shared, map: SharedMap) => Promise<void>,
  ): Promise<{ at: string; by: string }> {
    let head = { at: '', by: '', total: 0 };
    let about: { shared: Shared; map: SharedMap } | undefined;
    let done = 0;
    await readHandover(file, {
      async start({ at, by, sessions }, shared) {
        head = { at, by, total: sessions };
        about = { shared, map: await place(shared) };
      },
      async session(session) {
        options.signal.throwIfAborted();
        options.onProgress({ what: name, done: done++, total: head.total });
        if (about) await each(session, about.shared, about.map);
      },
    });
    return head;
  }

  return {
    /** What each file would do; stores nothing. A bad file gets its sentence and no sessions. */
    async planMerge(files: readonly NamedBlob[], options: MergeOptions): Promise<PlannedFile[]> {
      const merger: Merger = { by: '', at: ports.now().toISOString(), newId: ports.newId };
      const plans: PlannedFile[] = [];
      for (const named of files) {
        const sessions: PlannedSession[] = [];
        try {
          const { at, by } = await walk(
            named,
            options,
            (shared) =>
              repository.transaction('read', (tables) => mapShared(tables, shared, options.newRounds)),
            async (session, shared, map) => {
              sessions.push(
                await repository.transaction('read', (tables) =>
                  planSession(tables, ports.shippedSets, session, shared, map, merger),
                ),
              );
            },
          );
          plans.push({ name: named.name, at, by, sessions });
        } catch (error) {
          if (options.signal.aborted) throw error;
          plans.push({ name: named.name, refused: sentenceOf(error), sessions: [] });
        }
      }
      return plans;
    },

    /**
     * Merges the files in their order, each inspection in one transaction. Each file is checked whole, hash included,
     * before anything of it is stored. An inspection with an undecided conflict is left out and named. Repeating it
     * after an interruption does the rest.
     */
    async applyMerge(
      files: readonly NamedBlob[],
      decided: readonly DecidedConflict[],
      by: string,
      options: MergeOptions,
    ): Promise<MergeOutcome> {
      const outcome: MergeOutcome = { added: 0, merged: 0, unchanged: 0, left: [] };
      for (const named of files) {
        try {
          // The hash comes last in a file, so a first reading finds out whether to believe it.
          await readHandover(named.file, {
            start: async () => undefined,
            session: async () => options.signal.throwIfAborted(),
          });
          const touchedRounds = new Map<string, number>();
          await walk(
            named,
            options,
            async (shared) => {
              const { map, changed } = await repository.transaction('write', async (tables) => {
                const found = await mapShared(tables, shared, options.newRounds);
                return {
                  map: found,
                  changed: found.rounds.size > 0 ? await storeShared(tables, shared, found) : [],
                };
              });
              for (const what of changed) ports.notify({ what });
              return map;
            },
            async (session, shared, map) => {
              const done = await repository.transaction('write', (tables) =>
                applySession(tables, ports, session, shared, map, decided, by),
              );
              if (done.kind === 'left') {
                outcome.left.push({ file: named.name, subject: done.subject, reason: done.reason });
                return;
              }
              outcome[done.kind] += 1;
              if (done.kind === 'unchanged') return;
              touchedRounds.set(done.roundId, (touchedRounds.get(done.roundId) ?? 0) + 1);
              const { id: sessionId } = session.content.session;
              ports.notify({ what: 'session', sessionId });
              ports.notify({ what: 'runs', sessionId });
            },
          );
          await repository.transaction('write', async (tables) => {
            for (const [roundId, count] of touchedRounds) {
              const last = await tables.roundEvents.lastOfRound(roundId);
              await tables.roundEvents.add({
                roundId,
                seq: (last?.seq ?? 0) + 1,
                at: ports.now().toISOString(),
                by,
                kind: 'merge',
                text: `合并交接文件“${named.name}”，新增或更新检查 ${count} 次`,
              });
            }
          });
          if (touchedRounds.size > 0) {
            for (const what of ['sets', 'rounds', 'sessions'] as const) ports.notify({ what });
          }
        } catch (error) {
          if (options.signal.aborted) throw error;
          outcome.left.push({ file: named.name, subject: '', reason: sentenceOf(error) });
        }
      }
      return outcome;
    },

    /** A picture of a file as a blob; undefined when the file has none of this id. */
    async filePicture({ file }: NamedBlob, evidenceId: string): Promise<Blob | undefined> {
      let found: Blob | undefined;
      try {
        await readHandover(file, {
          start: async () => undefined,
          async session({ images }) {
            found ??= images.get(evidenceId);
          },
        });
      } catch (error) {
        throw new DeskError('invalid', sentenceOf(error));
      }
      return found;
    },
  };
}

/** The file's copy with subject and round as they are called here. */
function placed(content: FileSession['content'], map: SharedMap): SessionCopy {
  const { session } = content;
  return {
    ...content,
    session: {
      ...session,
      subjectId: map.subjects.get(session.subjectId)?.id ?? session.subjectId,
      roundId: map.rounds.get(session.roundId)?.id ?? session.roundId,
    },
  };
}

/** Why the session cannot be taken, before any comparison; undefined = it can. */
async function refusalOf(
  tables: Tables,
  shippedSets: readonly IndicatorSet[],
  { content }: FileSession,
  shared: Shared,
  map: SharedMap,
): Promise<string | undefined> {
  const { session, evidence, runs } = content;
  const refused = map.refusedRounds.get(session.roundId);
  if (refused) return refused;
  const set = setOf(shared, session);
  const known =
    (await tables.sets.get([session.setId, session.setVersion])) ??
    shippedSets.find(({ id, version }) => id === session.setId && version === session.setVersion);
  if (known && !sameJson(known, set)) {
    return `文件所用指标体系“${known.title}”（版本${known.version}）与本机同版本的内容不一致，未作改动，请核对指标体系版本。`;
  }
  const stored = await tables.sessions.get(session.id);
  if (stored && (await tables.rounds.get(stored.roundId))?.state === 'closed') {
    return '本机这次检查所在的检查轮次已结束，未作改动，如需合并，请先重新开放该轮次。';
  }
  for (const { id } of evidence) {
    const other = await tables.evidence.get(id);
    if (other && other.sessionId !== session.id) return OTHERS_ID;
  }
  for (const { id } of runs) {
    const other = await tables.runs.get(id);
    if (other && other.sessionId !== session.id) return OTHERS_ID;
  }
  return undefined;
}

const OTHERS_ID = '文件中的记录编号已被本机其他检查使用，未作改动，请重新索取该文件。';

function setOf(shared: Shared, { setId, setVersion }: { setId: string; setVersion: string }) {
  return shared.sets.find(({ id, version }) => id === setId && version === setVersion);
}

async function planSession(
  tables: Tables,
  shippedSets: readonly IndicatorSet[],
  file: FileSession,
  shared: Shared,
  map: SharedMap,
  merger: Merger,
): Promise<PlannedSession> {
  const { session, evidence } = file.content;
  const subject = map.subjects.get(session.subjectId);
  const row: PlannedSession = {
    sessionId: session.id,
    subject: subject?.name ?? '',
    round: shared.rounds.find(({ id }) => id === session.roundId)?.name ?? '',
    inspector: session.inspector,
    updatedAt: session.updatedAt,
    pictures: evidence.length,
    status: 'new',
    conflicts: [],
  };
  const reason = await refusalOf(tables, shippedSets, file, shared, map);
  if (reason) return { ...row, status: 'refused', reason };
  const here = await readSession(tables, session.id, false);
  if (!here) return row;
  try {
    const { status, conflicts } = mergeSession(here.copy, placed(file.content, map), new Map(), merger);
    const set = setOf(shared, session);
    const criteria = new Map(set ? criteriaOf(set).map((one) => [one.criterion.id, one]) : []);
    const pictures = (ids: readonly string[] = [], list: readonly SessionCopy['evidence'][number][]) =>
      list.filter(({ id }) => ids.includes(id)).map(({ id, number, caption }) => ({ id, number, caption }));
    return {
      ...row,
      status,
      conflicts: conflicts.map((conflict) => ({
        ...conflict,
        text: criteria.get(conflict.criterionId)?.criterion.text ?? conflict.criterionId,
        indicator: criteria.get(conflict.criterionId)?.indicator.name ?? '',
        filePictures: pictures(conflict.file?.evidenceIds, evidence),
        herePictures: pictures(conflict.here?.evidenceIds, here.copy.evidence),
      })),
    };
  } catch (error) {
    if (error instanceof MergeRefused) return { ...row, status: 'refused', reason: error.message };
    throw error;
  }
}

type Done =
  | { kind: 'added' | 'merged'; roundId: string }
  | { kind: 'unchanged' }
  | { kind: 'left'; subject: string; reason: string };

async function applySession(
  tables: Tables,
  ports: MergePorts,
  file: FileSession,
  shared: Shared,
  map: SharedMap,
  decided: readonly DecidedConflict[],
  by: string,
): Promise<Done> {
  const { session } = file.content;
  const subject = map.subjects.get(session.subjectId)?.name ?? '';
  const reason = await refusalOf(tables, ports.shippedSets, file, shared, map);
  if (reason) return { kind: 'left', subject, reason };
  const here = await readSession(tables, session.id, false);
  const copy = placed(file.content, map);
  let merged = copy;
  if (here) {
    const choices = new Map<string, MergeChoice>();
    const merger = { by, at: ports.now().toISOString(), newId: ports.newId };
    try {
      const preview = mergeSession(here.copy, copy, choices, merger);
      for (const conflict of preview.conflicts) {
        const fit = decided.find(
          (one) => one.sessionId === session.id && sameConflict(one.conflict, conflict),
        );
        if (!fit)
          return {
            kind: 'left',
            subject,
            reason: '还有认定不同的评分点未确定，未作改动，请逐项确定后再合并。',
          };
        choices.set(conflict.criterionId, fit.choice);
      }
      const result = preview.conflicts.length > 0 ? mergeSession(here.copy, copy, choices, merger) : preview;
      if (result.status === 'same' || result.status === 'older') return { kind: 'unchanged' };
      merged = result.copy;
    } catch (error) {
      if (error instanceof MergeRefused) return { kind: 'left', subject, reason: error.message };
      throw error;
    }
  }
  const set = setOf(shared, session);
  if (set && !(await tables.sets.get([set.id, set.version]))) await tables.sets.add(set);
  const withFacts = runsWithFacts(merged.runs);
  const facts = [...file.facts]
    .filter(([runId]) => withFacts.has(runId))
    .map(([runId, one]) => ({ runId, sessionId: session.id, facts: one }));
  const known = new Set(here?.copy.evidence.map(({ id }) => id));
  const kept = new Set(merged.evidence.map(({ id }) => id));
  const images = [...file.images]
    .filter(([id]) => kept.has(id) && !known.has(id))
    .map(([id, blob]) => ({ id, sessionId: session.id, blob }));
  await storeSession(tables, here?.copy, merged, facts, images);
  return { kind: here ? 'merged' : 'added', roundId: merged.session.roundId };
}

function sameConflict(a: MergeConflict, b: MergeConflict): boolean {
  return a.criterionId === b.criterionId && sameJson(a.here, b.here) && sameJson(a.file, b.file);
}

function sentenceOf(error: unknown): string {
  if (error instanceof FileRefused || error instanceof DeskError) return error.message;
  return storageError(error).message;
}
