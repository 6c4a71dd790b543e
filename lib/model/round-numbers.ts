// The numbers of a round as records: every number names the subjects whose sheets it is made from.
import { z } from 'zod';
import { PartKind } from './indicator-set';
import { Id, Points, SubjectKind } from './primitives';
import { Platform, SubjectGroup } from './register';
import { SheetResult } from './sheet';

/** Ids of subjects, sorted. A round has one sheet per subject, so they name the sheets as well (RoundBook.entries). */
export const SubjectIds = z.array(Id);

/** 'all' = every group together, 'none' = subjects without a group. */
export const NumbersGroup = z.enum(['all', ...SubjectGroup.options, 'none']);
export type NumbersGroup = z.infer<typeof NumbersGroup>;

/** A mean over sheets. */
export const AverageScore = z.object({
  /** Hundredths, rounded once, half up. */
  points: Points,
  /** The exact sum and the lowest and highest score behind it. Hundredths. */
  sum: Points,
  min: Points,
  max: Points,
  subjectIds: SubjectIds,
});
export type AverageScore = z.infer<typeof AverageScore>;

/** Sheets with `from` ≤ score < `below`; left out = no bound. Hundredths. */
export const ScoreBand = z.object({
  from: Points.optional(),
  below: Points.optional(),
  subjectIds: SubjectIds,
});
export type ScoreBand = z.infer<typeof ScoreBand>;

/** Why a subject is unqualified (不合格). */
export const Unqualified = z.object({
  subjectId: Id,
  /** Criteria of the veto part that were hit, in words; empty = the score is below the pass line. */
  vetoes: z.array(z.object({ criterionId: Id, indicator: z.string(), text: z.string(), note: z.string() })),
  /** Hundredths; null when a veto stops scoring. */
  total: Points.nullable(),
});
export type Unqualified = z.infer<typeof Unqualified>;

/** One criterion hit on at least one finished sheet. */
export const CriterionTally = z.object({
  criterionId: Id,
  text: z.string(),
  subjectIds: SubjectIds,
  occurrences: z.int(),
});
export type CriterionTally = z.infer<typeof CriterionTally>;

/** A problem by indicator: how many subjects have it, how often, and what it cost. */
export const ProblemTally = z.object({
  indicatorId: Id,
  indicator: z.string(),
  part: PartKind.exclude(['bonus']),
  subjectIds: SubjectIds,
  occurrences: z.int(),
  /** Hundredths taken off in all, after the indicator's cap on each sheet. */
  points: Points,
  /** Most frequent first. */
  criteria: z.array(CriterionTally),
});
export type ProblemTally = z.infer<typeof ProblemTally>;

/** Accounts of one platform; without `platform` those whose platform the register does not say. */
export const PlatformTally = z.object({
  platform: Platform.optional(),
  assigned: SubjectIds,
  inspected: SubjectIds,
});
export type PlatformTally = z.infer<typeof PlatformTally>;

/** A part of a whole; `text` is its percentage to two decimals, half up ("84.58%"); null when the whole is 0. */
export const Share = z.object({ part: z.int(), whole: z.int(), text: z.string().nullable() });
export type Share = z.infer<typeof Share>;

/** The numbers of one kind of subject and one group. */
export const ScopeNumbers = z.object({
  kind: SubjectKind,
  group: NumbersGroup,
  /** Every subject of the round in this scope. */
  assigned: SubjectIds,
  /** Those with at least one decided criterion, or finished. */
  inspected: SubjectIds,
  finished: SubjectIds,
  /** Inspected or merely opened, not finished: left out of every number below. */
  unfinished: SubjectIds,
  /** Finished with criteria untested or disputed: counted as they stand. */
  incomplete: SubjectIds,
  /** Finished and unqualified, by subject id. */
  unqualified: z.array(Unqualified),
  /** Finished, but an open criterion could still turn the result. */
  undetermined: SubjectIds,
  /** Finished without a score (a veto stops scoring, or the set gives none): not in the average. */
  unscored: SubjectIds,
  /** null when nothing is finished and scored. */
  average: AverageScore.nullable(),
  /** The same scope of the previous round; null when there is none. */
  previousAverage: AverageScore.nullable(),
  /** Difference of the two rounded averages; null when one is missing. Hundredths. */
  delta: Points.nullable(),
  /** Distinct full scores of the averaged sheets, ascending; more than one = the average mixes scales. */
  fullScores: z.array(Points),
  previousFullScores: z.array(Points),
  /** Highest band first; together with `unscored` all finished sheets. */
  bands: z.array(ScoreBand),
  /** Most subjects first, then occurrences, points, id. */
  problems: z.array(ProblemTally),
  /** By subject id. */
  goodPractice: z.array(
    z.object({ subjectId: Id, sessionId: Id, text: z.string(), evidenceId: Id.optional() }),
  ),
  /** Inspected of assigned. */
  coverage: Share,
  /** Decided criteria of all criteria, over the inspected. */
  completeness: Share,
  /** Only of new media: every platform in the bulletin's order. */
  platforms: z.array(PlatformTally),
});
export type ScopeNumbers = z.infer<typeof ScopeNumbers>;

export const RoundNumbers = z.object({
  roundId: Id,
  roundName: z.string(),
  previous: z.object({ id: Id, name: z.string() }).nullable(),
  /** Websites before new media; of each kind 'all' first, then every group that has subjects. */
  scopes: z.array(ScopeNumbers),
});
export type RoundNumbers = z.infer<typeof RoundNumbers>;

/** One subject of a unit in one round. */
export const HistoryEntry = z.object({
  subjectId: Id,
  name: z.string(),
  kind: SubjectKind,
  sessionId: Id.optional(),
  /** 'absent' = no inspection was started. */
  state: z.enum(['absent', 'unfinished', 'finished']),
  result: SheetResult.optional(),
  /** Of finished sheets. Hundredths. */
  total: Points.nullable(),
  fullScore: Points.nullable(),
  /** Problems found (without bonuses), finished sheets only. */
  problems: z.int(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** One round of a unit's history; averages follow the same rule as those of a group. */
export const HistoryRound = z.object({
  roundId: Id,
  roundName: z.string(),
  closed: z.boolean(),
  websiteAverage: Points.nullable(),
  newMediaAverage: Points.nullable(),
  unqualified: z.int(),
  problems: z.int(),
  /** By kind, name, id. */
  entries: z.array(HistoryEntry),
});
export type HistoryRound = z.infer<typeof HistoryRound>;

/** What became of one unit's subjects from round to round, oldest first. */
export const UnitHistory = z.object({ unit: z.string(), rounds: z.array(HistoryRound) });
export type UnitHistory = z.infer<typeof UnitHistory>;
