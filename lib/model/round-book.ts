// Everything of one round as plain records: what the numbers, the bulletin and the papers are made from.
import { z } from 'zod';
import { CitizenReport } from './citizen-report';
import { PartKind } from './indicator-set';
import { Repost, RepostItem } from './new-media';
import { Id } from './primitives';
import { Assignment, Round } from './round';
import { GoodPractice, SessionState, Subject, Verdict } from './session';
import { Sheet } from './sheet';

/** One hit criterion of a session, in words. */
export const BookProblem = z.object({
  criterionId: Id,
  indicatorId: Id,
  indicator: z.string(),
  text: z.string(),
  part: PartKind,
  count: z.int(),
  /** Hundredths; taken or given after the criterion's cap. */
  points: z.int(),
  note: z.string(),
  /** Pages where it was seen. */
  urls: z.array(z.string()),
  evidenceIds: z.array(Id),
});
export type BookProblem = z.infer<typeof BookProblem>;

/** A subject of the round with the session that counts for it, if one was started. */
export const BookEntry = z.object({
  subject: Subject,
  assignment: Assignment.optional(),
  session: z
    .object({
      id: Id,
      inspector: z.string(),
      state: SessionState,
      setId: Id,
      setVersion: z.string(),
      setTitle: z.string(),
    })
    .optional(),
  /** Frozen one of a closed round, else computed now. */
  sheet: Sheet.optional(),
  verdicts: z.array(Verdict),
  problems: z.array(BookProblem),
  goodPractice: GoodPractice.optional(),
});
export type BookEntry = z.infer<typeof BookEntry>;

export const RoundBook = z.object({
  round: Round,
  /** Sorted by group, then name, then id. One entry per subject: a finished session before an unfinished, then the latest. */
  entries: z.array(BookEntry),
  /** With the unit and group that count; see countedReport. */
  citizenReports: z.array(CitizenReport),
  repostItems: z.array(RepostItem),
  reposts: z.array(Repost),
});
export type RoundBook = z.infer<typeof RoundBook>;
