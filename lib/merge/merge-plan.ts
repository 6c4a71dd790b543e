// What a merge would do, file by file and inspection by inspection, and what a person decided about it.
import type { Evidence } from '@/lib/model/session';
import type { MergeChoice, MergeConflict, MergeStatus } from './session-copy';

/** A conflict with what the screen shows beside the verdicts. */
export interface PlannedConflict extends MergeConflict {
  /** Text of the criterion and name of its indicator. */
  text: string;
  indicator: string;
  /** Pictures of the file's verdict; their bytes are asked for one by one. */
  filePictures: Pick<Evidence, 'id' | 'number' | 'caption'>[];
  herePictures: Pick<Evidence, 'id' | 'number' | 'caption'>[];
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
}
