// The scored sheet of one session; every number in it can be explained.
import { z } from 'zod';
import { PartKind } from './indicator-set';
import { Id, Points } from './primitives';
import { VerdictStatus } from './session';

export const SheetCriterion = z.object({
  id: Id,
  status: VerdictStatus,
  count: z.int(),
  /** Points taken (deduction) or given (bonus) after the criterion's cap, before the indicator's. Hundredths. */
  points: Points,
  /** Points decided by hand in place of the set's, before any cap. Hundredths. */
  amount: Points.optional(),
  confirmed: z.boolean(),
});
export const SheetIndicator = z.object({
  id: Id,
  name: z.string(),
  /** Full points, after the set's naPolicy has spread a category's points. Hundredths. */
  full: Points,
  /** Points taken or given after the indicator's cap. Hundredths. */
  points: Points,
  /** Sum before the indicator's cap. */
  uncapped: Points,
  excluded: z.boolean(),
  confirmed: z.boolean(),
  criteria: z.array(SheetCriterion),
});
export const SheetCategory = z.object({
  id: Id,
  name: z.string(),
  full: Points,
  points: Points,
  /** true: left out by the set's naPolicy; its criteria count as 'na'. */
  excluded: z.boolean(),
  /** Whether the source confirms the category's points. */
  confirmed: z.boolean().optional(),
  indicators: z.array(SheetIndicator),
});
export const SheetPart = z.object({
  kind: PartKind,
  title: z.string(),
  full: Points,
  points: Points,
  categories: z.array(SheetCategory),
});
export type SheetCriterion = z.infer<typeof SheetCriterion>;
export type SheetIndicator = z.infer<typeof SheetIndicator>;
export type SheetCategory = z.infer<typeof SheetCategory>;
export type SheetPart = z.infer<typeof SheetPart>;

/** 'undetermined' while a result is not final: untested or disputed criteria that could still change it. */
export const SheetResult = z.enum(['qualified', 'unqualified', 'undetermined']);
export type SheetResult = z.infer<typeof SheetResult>;

export const Sheet = z.object({
  setId: Id,
  setVersion: z.string(),
  result: SheetResult,
  /** Criteria of the veto part that are hit. */
  vetoHits: z.array(Id),
  /** Score of the deduction part after naPolicy; null when the set gives none or a veto stops scoring. */
  deductionScore: Points.nullable(),
  /** Bonus counted; 0 when the gate is not passed. */
  bonusScore: Points,
  /** Bonus earned before the gate. */
  bonusEarned: Points,
  bonusOpen: z.boolean(),
  total: Points.nullable(),
  /** Highest total possible. */
  fullScore: Points.nullable(),
  /** Nothing untested and nothing disputed. */
  complete: z.boolean(),
  counts: z.object({
    untested: z.int(),
    ok: z.int(),
    hit: z.int(),
    na: z.int(),
    disputed: z.int(),
    total: z.int(),
  }),
  /** true when any number used is not confirmed by the source. */
  unconfirmed: z.boolean(),
  parts: z.array(SheetPart),
});
export type Sheet = z.infer<typeof Sheet>;
