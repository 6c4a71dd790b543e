// Merges hand-over files into what is stored: first a plan that changes nothing, then some inspections per transaction.
import type { DecidedConflict, MergeOutcome, PlannedFile, PlannedSession } from '@/lib/merge/merge-plan';
import type { DecidedRepost } from '@/lib/merge/merge-repost';
import { FileRefused } from '@/lib/store/file-refused';
import type { Shared } from '@/lib/store/handover-format';
import type { FileSession } from '@/lib/store/handover-read';
import type { ReadHandover } from '@/lib/store/handover-reading';
import {
  type Applied,
  applyInspection,
  type MergeSetting,
  planInspection,
  seenSets,
} from './merge-inspection';
import { mapShared, plannedReposts, type SharedMap, storeShared } from './merge-shared';
import { type DeskChange, DeskError } from './protocol';
import { storageError } from './storage-error';
import type { DeskPorts } from './work';

export interface MergePorts
  extends Pick<DeskPorts, 'repository' | 'now' | 'newId' | 'notify' | 'shippedSets'> {
  readHandover: ReadHandover;
}

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

/** What a person decided about contradictions. */
export interface MergeDecisions {
  verdicts: readonly DecidedConflict[];
  reposts: readonly DecidedRepost[];
  by: string;
}

/** Files that are read at the same time for a plan: a computer has two cores or more. */
const SIDE_BY_SIDE = 2;

const UNDECIDED_REPOSTS = '项转载核对结果两人不同、尚未确定，这些项未作改动，请逐项确定后再合并。';

/** Plan and merge. Aborting rejects with the signal's reason; what was merged before stays, whole inspections only. */
export function createMerge(ports: MergePorts) {
  const { repository, shippedSets, readHandover } = ports;
  /** Files that were read whole and found true to their hash; a Blob does not change. */
  const checked = new WeakSet<Blob>();

  /**
   * Reads one file and runs `some` over its inspections, several at a time; `place` finds where its shared records
   * belong here. `next` is to be asked before each inspection: false = stop there, the signal's reason is told by `walk`.
   */
  async function walk(
    { name, file }: NamedBlob,
    options: MergeOptions,
    by: string,
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
          const merger = { by, at: ports.now().toISOString(), newId: ports.newId };
          setting = { shared, map: await place(shared), shippedSets, merger };
        },
        async sessions(sessions) {
          const next = () => {
            if (options.signal.aborted) return false;
            options.onProgress({ what: name, done: done++, total: head.total });
            return true;
          };
          if (setting) await some(sessions, setting, next);
          options.signal.throwIfAborted();
        },
      },
      { checked: checked.has(file) },
    );
    checked.add(file);
    return head;
  }

  /** Merges one file that is known to be whole. */
  async function applyFile(
    named: NamedBlob,
    decisions: MergeDecisions,
    options: MergeOptions,
    outcome: MergeOutcome,
  ): Promise<PlannedFile> {
    const { name } = named;
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
        named,
        options,
        decisions.by,
        async (shared) => {
          const placed = await repository.transaction('write', async (tables) => {
            const map = await mapShared(tables, shared, options.newRounds);
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

  async function planFile(named: NamedBlob, options: MergeOptions): Promise<PlannedFile> {
    const sessions: PlannedSession[] = [];
    let reposts: PlannedFile['reposts'] = [];
    const place = (shared: Shared) =>
      repository.transaction('read', async (tables) => {
        const map = await mapShared(tables, shared, options.newRounds);
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
    try {
      const { at, by } = await walk(named, options, '', place, planSome);
      return { name: named.name, at, by, sessions, reposts };
    } catch (error) {
      if (options.signal.aborted) throw error;
      return refusedFile(named, error);
    }
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

  return {
    /** What each file would do; stores nothing. A bad file gets its sentence and no sessions. */
    async planMerge(files: readonly NamedBlob[], options: MergeOptions): Promise<PlannedFile[]> {
      const plans: PlannedFile[] = [];
      const left = [...files.entries()];
      const lane = async () => {
        for (let file = left.shift(); file; file = left.shift()) {
          const [index, named] = file;
          plans[index] = await planFile(named, files.length === 1 ? options : { ...options, onProgress });
          done += 1;
          onProgress();
        }
      };
      let done = 0;
      const onProgress = () => {
        if (files.length > 1) options.onProgress({ what: '已读完的文件', done, total: files.length });
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
      return plans;
    },

    /**
     * Merges the files in their order, some inspections in one transaction, each whole or not at all. Each file is checked whole, hash included,
     * before anything of it is stored. An inspection with an undecided conflict is left out and named, and so are
     * undecided ticks of reposts. Repeating it after an interruption does the rest.
     */
    async applyMerge(
      files: readonly NamedBlob[],
      decisions: MergeDecisions,
      options: MergeOptions,
    ): Promise<MergeOutcome> {
      const outcome: MergeOutcome = { added: 0, merged: 0, unchanged: 0, left: [], plan: [] };
      for (const [index, named] of files.entries()) {
        const numberedOptions = numbered(options, index, files.length);
        try {
          if (!checked.has(named.file)) await check(named, numberedOptions);
          outcome.plan.push(await applyFile(named, decisions, numberedOptions, outcome));
        } catch (error) {
          if (options.signal.aborted) throw error;
          outcome.left.push({ file: named.name, subject: '', reason: sentenceOf(error) });
          outcome.plan.push(refusedFile(named, error));
        }
      }
      return outcome;
    },
  };

  /** The hash comes last in a file, so a reading of its own finds out whether to believe it. */
  async function check({ file }: NamedBlob, { signal }: MergeOptions): Promise<void> {
    await readHandover(file, {
      start: async () => undefined,
      sessions: async () => signal.throwIfAborted(),
    });
    checked.add(file);
  }
}

/** Says of several files which one it is. */
function numbered(options: MergeOptions, index: number, count: number): MergeOptions {
  if (count === 1) return options;
  const onProgress: MergeOptions['onProgress'] = (progress) =>
    options.onProgress({ ...progress, what: `第 ${index + 1} 个文件（共 ${count} 个）${progress.what}` });
  return { ...options, onProgress };
}

function refusedFile({ name }: NamedBlob, error: unknown): PlannedFile {
  return { name, refused: sentenceOf(error), sessions: [], reposts: [] };
}

function sentenceOf(error: unknown): string {
  if (error instanceof FileRefused || error instanceof DeskError) return error.message;
  return storageError(error).message;
}
