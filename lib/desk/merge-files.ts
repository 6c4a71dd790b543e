// Plans and merges several hand-over files, one after the other; what one file takes is done by whoever `mergeFile` is.
import type { MergeOutcome, PlannedFile } from '@/lib/merge/merge-plan';
import {
  type FileJob,
  type FileResult,
  type MergeDecisions,
  type MergeFile,
  type NamedBlob,
  refusedFile,
  type Watch,
} from './merge-file';

export interface MergeOptions extends Watch {
  /** Rounds that are not known here may be added. */
  newRounds: boolean;
}

/** Files that are read at the same time for a plan: a computer has two cores or more. */
const SIDE_BY_SIDE = 2;

/** Plan and merge. Aborting rejects with the signal's reason; what was merged before stays, whole inspections only. */
export function createMerge({ mergeFile }: { mergeFile: MergeFile }) {
  /** Files that were read whole and found true to their hash; a Blob does not change. */
  const checked = new WeakSet<Blob>();

  async function doOne(job: Omit<FileJob, 'checked'>, watch: Watch): Promise<FileResult> {
    const { file } = job.named;
    const result = await mergeFile({ ...job, checked: checked.has(file) }, watch).catch((error: unknown) => {
      if (watch.signal.aborted) throw error;
      return failed(job.named, error);
    });
    if (result.checked) checked.add(file);
    return result;
  }

  return {
    /** What each file would do; stores nothing. A bad file gets its sentence and no sessions. */
    async planMerge(files: readonly NamedBlob[], options: MergeOptions): Promise<PlannedFile[]> {
      const { newRounds } = options;
      const plans: PlannedFile[] = [];
      const left = [...files.entries()];
      const lane = async () => {
        for (let file = left.shift(); file; file = left.shift()) {
          const [index, named] = file;
          const watch = files.length === 1 ? options : { ...options, onProgress };
          plans[index] = (await doOne({ named, newRounds }, watch)).plan;
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
      const { newRounds } = options;
      const outcome: MergeOutcome = { added: 0, merged: 0, unchanged: 0, left: [], plan: [] };
      for (const [index, named] of files.entries()) {
        options.signal.throwIfAborted();
        const done = await doOne({ named, newRounds, decisions }, numbered(options, index, files.length));
        for (const what of ['added', 'merged', 'unchanged'] as const) outcome[what] += done[what];
        outcome.left.push(...done.left);
        outcome.plan.push(done.plan);
      }
      return outcome;
    },
  };
}

/** Nothing is known of what it did. */
function failed(named: NamedBlob, error: unknown): FileResult {
  const plan = refusedFile(named, error);
  const left = [{ file: named.name, subject: '', reason: plan.refused }];
  return { added: 0, merged: 0, unchanged: 0, left, plan, checked: false };
}

/** Says of several files which one it is. */
function numbered({ signal, onProgress }: Watch, index: number, count: number): Watch {
  if (count === 1) return { signal, onProgress };
  return {
    signal,
    onProgress: (progress) =>
      onProgress({ ...progress, what: `第 ${index + 1} 个文件（共 ${count} 个）${progress.what}` }),
  };
}
