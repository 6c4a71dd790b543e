// The workbench's road to whole files: the backup of the database, hand-over files and their merging.

import type { z } from 'zod';
import type { DecidedConflict, MergeOutcome, PlannedFile } from '@/lib/merge/merge-plan';
import type { DecidedRepost } from '@/lib/merge/merge-repost';
import type { Instant } from '@/lib/model/primitives';

/** A file ready for InspectionClient.saveFile. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer> | Blob;
  mime: string;
}

/** How far a long job is; `total` 0 = not known yet. `what` is plain Chinese, e.g. “取证图片”. */
export interface FileProgress {
  what: string;
  done: number;
  total: number;
}

/** How many records there are, in the database or in a backup. */
export interface StoredCounts {
  sessions: number;
  subjects: number;
  rounds: number;
  /** Own sets; the shipped ones belong to the extension. */
  sets: number;
  evidence: number;
}

export interface BackupPreview {
  /** When the backup was made. */
  at: z.infer<typeof Instant>;
  counts: StoredCounts;
}

/** A hand-over file under its name. */
export interface NamedBlob {
  name: string;
  file: Blob;
}

export interface MergeOptions {
  /** Rounds that are not known here may be added. */
  newRounds: boolean;
  onProgress: (progress: FileProgress) => void;
  signal: AbortSignal;
}

/** What a person decided about contradictions, and who. */
export interface MergeDecisions {
  verdicts: readonly DecidedConflict[];
  reposts: readonly DecidedRepost[];
  by: string;
}

/** Every call rejects with a DeskError (one clear Chinese sentence) and then has changed nothing. */
export interface WorkbenchFiles {
  counts(): Promise<StoredCounts>;
  /** The whole database as one file. Aborting rejects with the signal's reason. */
  backup(options: { onProgress: (progress: FileProgress) => void; signal: AbortSignal }): Promise<NamedFile>;
  /** Checks a backup file without storing anything. */
  previewBackup(file: Blob): Promise<BackupPreview>;
  /** Replaces everything stored by the content of the file: all or nothing. */
  restore(file: Blob, options: { onProgress: (progress: FileProgress) => void }): Promise<void>;
  exportHandover(sessionId: string): Promise<NamedFile>;
  /** All inspections of a round, or of one inspector in it, as one hand-over file. */
  exportRound(
    input: { roundId: string; inspector?: string },
    options: { onProgress: (progress: FileProgress) => void; signal: AbortSignal },
  ): Promise<NamedFile>;
  /** What merging the files would do; stores nothing. A bad file is in the plan with its sentence. */
  planMerge(files: readonly NamedBlob[], options: MergeOptions): Promise<PlannedFile[]>;
  /** Merges, each inspection whole or not at all. Aborting leaves what was merged before. */
  applyMerge(
    files: readonly NamedBlob[],
    decisions: MergeDecisions,
    options: MergeOptions,
  ): Promise<MergeOutcome>;
}
