// Merges one hand-over file into what is stored: first a plan that changes nothing, then some inspections per transaction.
import type { DecidedConflict, MergeOutcome, PlannedFile, PlannedSession } from '@/lib/merge/merge-plan';
import type { DecidedRepost } from '@/lib/merge/merge-repost';
import { FileRefused } from '@/lib/store/file-refused';
import type { Shared } from '@/lib/store/handover-format';
import type { FileSession } from '@/lib/store/handover-read';
import type { ReadHandover } from '@/lib/store/handover-reading';
import type { DeskChange } from './desk-change';
import { DeskError } from './desk-error';
import {
  type Applied,
  applyInspection,
  type MergeSetting,
  planInspection,
  seenSets,
} from './merge-inspection';
import { mapShared, plannedReposts, type SharedMap, storeShared } from './merge-shared';
import { storageError } from './storage-error';
import type { DeskPorts } from './work';

export interface MergePorts
  extends Pick<DeskPorts, 'repository' | 'now' | 'newId' | 'notify' | 'shippedSets'> {
  readHandover: ReadHandover;
}

/** One file to be planned, or merged as `decisions` say. */
export interface FileJob {
  named: NamedBlob;
  /** Rounds that are not known here may be added. */
  newRounds: boolean;
  /** The file was read whole before and found true to its hash; a Blob does not change. */
  checked: boolean;
  decisions?: MergeDecisions;
}

/** What a plan says of one file, or what its merge did. */
export interface FileResult extends Omit<MergeOutcome, 'plan'> {
  plan: PlannedFile;
  checked: boolean;
}

/** How far the file is, and the wish to stop. */
export interface Watch {
  onProgress: (progress: { what: string; done: number; total: number }) => void;
  signal: AbortSignal;
}

/**
 * Does the job. What stands in its way is told in the result, in one sentence; only aborting rejects, with the signal's
 * reason, and then what was merged before stays, whole inspections only.
 */
export type MergeFile = (job: FileJob, watch: Watch) => Promise<FileResult>;

/** A chosen file under its name. */
export interface NamedBlob {
  name: string;
  file: Blob;
}

/** What a person decided about contradictions. */
export interface MergeDecisions {
  verdicts: readonly DecidedConflict[];
  reposts: readonly DecidedRepost[];
  by: string;
}

const UNDECIDED_REPOSTS = '项转载核对结果两人不同、尚未确定，这些项未作改动，请逐项确定后再合并。';

/** Plans and merges over these ports, in the thread that calls. */
export function mergeFileOver(ports: MergePorts): MergeFile {
  const { repository, shippedSets, readHandover } = ports;

  /**
   * Reads one file and runs `some` over its inspections, several at a time; `place` finds where its shared records
   * belong here. `next` is to be asked before each inspection: false = stop there, the signal's reason is told by `walk`.
   */
  async function walk(
    { named: { name, file }, checked, decisions }: FileJob,
    watch: Watch,
    place: (shared: Shared) => Promise<SharedMap>,
    some: (sessions: readonly FileSession[], setting: MergeSetting, next: () => boolean) => Promise<void>,
  ): Promise<{ at: string; by: string }> {
    let head = { at: '', by: '', total: 0 };
    let setting: MergeSetting | undefined;
    let done = 0;
    await readHandover(
      file,
      {
        async start(header, shared) {
          head = { at: header.at, by: header.by, total: header.sessions };
          const merger = { by: decisions?.by ?? '', at: ports.now().toISOString(), newId: ports.newId };
          setting = { shared, map: await place(shared), shippedSets, merger };
        },
        async sessions(sessions) {
          const next = () => {
            if (watch.signal.aborted) return false;
            watch.onProgress({ what: name, done: done++, total: head.total });
            return true;
          };
          if (setting) await some(sessions, setting, next);
          watch.signal.throwIfAborted();
        },
      },
      { checked },
    );
    return head;
  }

  /** Merges a file that is known to be whole. */
  async function apply(
    job: FileJob,
    decisions: MergeDecisions,
    watch: Watch,
    outcome: Omit<MergeOutcome, 'plan'>,
  ): Promise<PlannedFile> {
    const { newRounds } = job;
    const { name } = job.named;
    const sessions: PlannedSession[] = [];
    let reposts: PlannedFile['reposts'] = [];
    const touchedRounds = new Map<string, number>();
    let decidedReposts = new Map<string, number>();
    const noteApplied = (applied: Applied) => {
      sessions.push(applied.row);
      if (applied.kind === 'left') {
        outcome.left.push({ file: name, subject: applied.row.subject, reason: applied.reason });
        return;
      }
      outcome[applied.kind] += 1;
      if (applied.kind === 'unchanged') return;
      touchedRounds.set(applied.roundId, (touchedRounds.get(applied.roundId) ?? 0) + 1);
      // Nobody can have a new inspection on screen; the lists hear of all of them at the end of the file.
      if (applied.kind === 'added') return;
      const { sessionId } = applied.row;
      ports.notify({ what: 'session', sessionId });
      ports.notify({ what: 'runs', sessionId });
    };
    try {
      const { at, by } = await walk(
        job,
        watch,
        async (shared) => {
          const placed = await repository.transaction('write', async (tables) => {
            const map = await mapShared(tables, shared, newRounds);
            const how = { decided: decisions.reposts, by: decisions.by, at: ports.now().toISOString() };
            const stored = map.rounds.size > 0 ? await storeShared(tables, shared, map, how) : undefined;
            return { map, stored, undecided: await plannedReposts(tables, shared, map) };
          });
          reposts = placed.undecided;
          decidedReposts = placed.stored?.decided ?? decidedReposts;
          for (const what of placed.stored?.changed ?? []) ports.notify({ what });
          return placed.map;
        },
        async (some, setting, next) => {
          const applied = await repository.transaction('write', async (tables) => {
            const seen = seenSets();
            const done: Applied[] = [];
            for (const one of some) {
              if (!next()) break;
              done.push(await applyInspection(tables, one, setting, seen, decisions.verdicts));
            }
            return done;
          });
          for (const one of applied) noteApplied(one);
        },
      );
      if (reposts.length > 0) {
        outcome.left.push({ file: name, subject: '', reason: `${reposts.length} ${UNDECIDED_REPOSTS}` });
      }
      await noteInRounds(name, decisions.by, touchedRounds, decidedReposts);
      return { name, at, by, sessions, reposts };
    } catch (error) {
      // What was merged before it was stopped is in the trail, too; what stopped it is what is told.
      await noteInRounds(name, decisions.by, touchedRounds, decidedReposts).catch(() => undefined);
      throw error;
    } finally {
      if (touchedRounds.size > 0) {
        const lists: DeskChange['what'][] = ['sets', 'rounds', 'sessions'];
        for (const what of lists) ports.notify({ what });
      }
    }
  }

  async function plan(job: FileJob, watch: Watch): Promise<PlannedFile> {
    const sessions: PlannedSession[] = [];
    let reposts: PlannedFile['reposts'] = [];
    const place = (shared: Shared) =>
      repository.transaction('read', async (tables) => {
        const map = await mapShared(tables, shared, job.newRounds);
        reposts = await plannedReposts(tables, shared, map);
        return map;
      });
    const planSome = (some: readonly FileSession[], setting: MergeSetting, next: () => boolean) =>
      repository.transaction('read', async (tables) => {
        const seen = seenSets();
        for (const one of some) {
          if (!next()) break;
          sessions.push(await planInspection(tables, one, setting, seen));
        }
      });
    const { at, by } = await walk(job, watch, place, planSome);
    return { name: job.named.name, at, by, sessions, reposts };
  }

  async function noteInRounds(
    name: string,
    by: string,
    touched: ReadonlyMap<string, number>,
    decided: ReadonlyMap<string, number>,
  ): Promise<void> {
    await repository.transaction('write', async (tables) => {
      for (const roundId of new Set([...touched.keys(), ...decided.keys()])) {
        const last = await tables.roundEvents.lastOfRound(roundId);
        const reposts = decided.get(roundId);
        await tables.roundEvents.add({
          roundId,
          seq: (last?.seq ?? 0) + 1,
          at: ports.now().toISOString(),
          by,
          kind: 'merge',
          text: `合并交接文件“${name}”，新增或更新检查 ${touched.get(roundId) ?? 0} 次${
            reposts ? `，确定两人不同的转载核对结果 ${reposts} 项` : ''
          }`,
        });
      }
    });
  }

  return async (job, watch) => {
    const { named, decisions } = job;
    const outcome: Omit<MergeOutcome, 'plan'> = { added: 0, merged: 0, unchanged: 0, left: [] };
    let { checked } = job;
    try {
      if (decisions && !checked) await check(named, watch);
      checked ||= decisions !== undefined;
      const done = decisions
        ? await apply({ ...job, checked }, decisions, watch, outcome)
        : await plan(job, watch);
      return { ...outcome, plan: done, checked: true };
    } catch (error) {
      if (watch.signal.aborted) throw error;
      const refused = refusedFile(named, error);
      outcome.left.push({ file: named.name, subject: '', reason: refused.refused });
      return { ...outcome, plan: refused, checked };
    }
  };

  /** The hash comes last in a file, so a reading of its own finds out whether to believe it. */
  async function check({ file }: NamedBlob, { signal }: Watch): Promise<void> {
    await readHandover(file, {
      start: async () => undefined,
      sessions: async () => signal.throwIfAborted(),
    });
  }
}

/** The plan of a file of which nothing is known but why it is not taken. */
export function refusedFile({ name }: NamedBlob, error: unknown): PlannedFile & { refused: string } {
  return { name, refused: sentenceOf(error), sessions: [], reposts: [] };
}

function sentenceOf(error: unknown): string {
  if (error instanceof FileRefused || error instanceof DeskError) return error.message;
  return storageError(error).message;
}
