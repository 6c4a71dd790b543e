// How far a round is, subject by subject: what the board and the table of a round show.
import { z } from 'zod';
import { Id, Instant, Points } from './primitives';
import { Assignment, Round } from './round';
import { SessionState, Subject, VerdictStatus } from './session';
import { SheetResult } from './sheet';

/** A second, blind inspection of the same subject. */
export const DoubleCheck = z.object({
  id: Id,
  inspector: z.string(),
  state: SessionState,
  /** true: somebody opened the first session before this one was finished. */
  openedBlind: z.literal(true).optional(),
});
export type DoubleCheck = z.infer<typeof DoubleCheck>;

/** A subject of the round with the session that counts for it, if one was started. */
export const BoardRow = z.object({
  subject: Subject,
  assignment: Assignment.optional(),
  session: z
    .object({
      id: Id,
      inspector: z.string(),
      state: SessionState,
      updatedAt: Instant,
      /** Decided criteria, all criteria, and those in dispute. */
      decided: z.int(),
      criteria: z.int(),
      disputed: z.int(),
      /** Hundredths; null when the set gives none or a veto is hit. Frozen one of a closed round. */
      total: Points.nullable(),
      result: SheetResult,
      /** true: held back from the inspector of this computer, who double-checks it; numbers are 0, the score null. */
      blind: z.literal(true).optional(),
    })
    .optional(),
  doubleChecks: z.array(DoubleCheck),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const RoundBoard = z.object({
  round: Round,
  /** Sorted by group, then name, then id. */
  rows: z.array(BoardRow),
});
export type RoundBoard = z.infer<typeof RoundBoard>;

/** One inspector's decision on a criterion. */
export const AgreementSide = z.object({
  status: VerdictStatus,
  count: z.int(),
  /** Points decided by hand; hundredths. */
  amount: Points.optional(),
  note: z.string(),
});
export type AgreementSide = z.infer<typeof AgreementSide>;

/** What two inspectors decided on the same subject without seeing each other. */
export const Agreement = z.object({
  /** Criteria that both decided. */
  compared: z.int(),
  /** Of these: same status, and for problems the same count and points by hand. */
  agreed: z.int(),
  /** agreed ÷ compared in hundredths of a percent, half up; null when nothing was compared. */
  share: z.int().nullable(),
  /** In the set's order. */
  differences: z.array(
    z.object({
      criterionId: Id,
      text: z.string(),
      indicator: z.string(),
      /** 'status': decided differently; 'count': same, with another count or other points; 'one-sided': only one decided. */
      kind: z.enum(['status', 'count', 'one-sided']),
      first: AgreementSide.nullable(),
      second: AgreementSide.nullable(),
    }),
  ),
});
export type Agreement = z.infer<typeof Agreement>;
