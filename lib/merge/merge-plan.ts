// What a merge would do, file by file and inspection by inspection, and what a person decided about it.
import type { Evidence } from '@/lib/model/session';
import type { RepostConflict } from './merge-repost';
import type { MergeChoice, MergeConflict, MergeStatus } from './session-copy';

/** A picture of one of the two judgements. */
export interface PlannedPicture extends Pick<Evidence, 'id' | 'number' | 'caption'> {
  /** The picture itself when it comes from the file; those here are asked for by id. */
  image?: Blob;
}

/** A conflict with what the screen shows beside the verdicts. */
export interface PlannedConflict extends MergeConflict {
  /** Text of the criterion and name of its indicator. */
  text: string;
  indicator: string;
  filePictures: PlannedPicture[];
  herePictures: PlannedPicture[];
}

/** Two inspectors' different ticks of one account and item, with what the screen shows beside them. */
export interface PlannedRepost extends RepostConflict {
  round: string;
  item: string;
  subject: string;
}

/** One inspection of a file. */
export interface PlannedSession {
  sessionId: string;
  subject: string;
  round: string;
  inspector: string;
  /** Last change in the file, instant. */
  updatedAt: string;
  pictures: number;
  status: MergeStatus | 'new' | 'refused';
  /** Why it is refused: one sentence. */
  reason?: string;
  conflicts: PlannedConflict[];
}

export interface PlannedFile {
  name: string;
  /** When the file was made; left out when it could not be read. */
  at?: string;
  /** Whose inspections; '' = several. */
  by?: string;
  /** Why the whole file is refused: one sentence. */
  refused?: string;
  sessions: PlannedSession[];
  /** Only those that a person has to decide. */
  reposts: PlannedRepost[];
}

/** A decided conflict. It holds only for the two verdicts it was decided on. */
export interface DecidedConflict {
  sessionId: string;
  conflict: MergeConflict;
  choice: MergeChoice;
}

/** What a merge did, in numbers of inspections. */
export interface MergeOutcome {
  added: number;
  merged: number;
  unchanged: number;
  /** Left out, with the reason in one sentence each. */
  left: { file: string; subject: string; reason: string }[];
  /** What merging the same files once more would do. */
  plan: PlannedFile[];
}
