// The workbench's road to whole files: the backup of the database and the hand-over file of one inspection.

import type { z } from 'zod';
import type { Instant } from '@/lib/model/primitives';

/** A file ready for InspectionClient.saveFile. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
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

export interface HandoverPreview {
  subject: string;
  round: string;
  setTitle: string;
  inspector: string;
  /** Last change of the session in the file. */
  updatedAt: z.infer<typeof Instant>;
  evidence: number;
  /** The same session as stored here; an import goes on from it, and is refused when both sides went on. */
  existing?: { inspector: string; updatedAt: z.infer<typeof Instant> };
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
  /** Checks a hand-over file without storing anything. */
  previewHandover(file: Blob): Promise<HandoverPreview>;
  /** Stores it. A stored session with the same id is continued; when it went on by itself, the import is refused. */
  importHandover(file: Blob): Promise<{ sessionId: string; outcome: 'added' | 'continued' | 'unchanged' }>;
}
