// The standard as data: an indicator set with its points, caps and rules for scoring.
import { z } from 'zod';
import { Id, Points, SubjectKind } from './primitives';

export const SET_SCHEMA = 'gov-site-inspector/indicator-set@1';

/** Which findings of a check speak of a criterion. An empty list or a left-out field matches everything. */
export const CheckLink = z.object({
  check: z.string(),
  kinds: z.array(z.string()).optional(),
  items: z.array(z.string()).optional(),
  outcomes: z.array(z.enum(['fail', 'review'])).optional(),
});
export type CheckLink = z.infer<typeof CheckLink>;

export const Criterion = z.object({
  id: Id,
  text: z.string().min(1),
  /** Points taken (or, in the bonus part, given) per hit; 0 in the veto part. Hundredths. */
  points: Points.min(0),
  /** 'occurrence': points × count; 'once': points as soon as it is hit. */
  per: z.enum(['occurrence', 'once']),
  /** Most that this criterion can take or give. Hundredths. */
  cap: Points.min(0).optional(),
  scope: z.enum(['page', 'site']),
  /** Clause of the source document. */
  source: z.string(),
  /** false: the number is not confirmed by the source and must be shown as such. */
  confirmed: z.boolean(),
  howTo: z.string(),
  checks: z.array(CheckLink),
});
export type Criterion = z.infer<typeof Criterion>;

export const Indicator = z.object({
  id: Id,
  name: z.string().min(1),
  /** Full points; deductions or bonus of its criteria never exceed it. 0 in the veto part. Hundredths. */
  points: Points.min(0),
  confirmed: z.boolean(),
  source: z.string(),
  criteria: z.array(Criterion).min(1),
});
export type Indicator = z.infer<typeof Indicator>;

export const Category = z.object({
  id: Id,
  name: z.string().min(1),
  /**
   * Sum of its indicators' points; 0 in the veto part. In the bonus part at most that sum: the most the category can
   * give. Hundredths.
   */
  points: Points.min(0),
  /** Whether the source confirms the category's points; left out = confirmed when all its indicators are. */
  confirmed: z.boolean().optional(),
  indicators: z.array(Indicator).min(1),
});
export type Category = z.infer<typeof Category>;

export const PartKind = z.enum(['veto', 'deduction', 'bonus']);
export type PartKind = z.infer<typeof PartKind>;

export const Part = z.object({
  kind: PartKind,
  title: z.string().min(1),
  /** Full points (deduction) or the cap of the whole part (bonus); 0 for veto. Hundredths. */
  points: Points.min(0),
  confirmed: z.boolean(),
  categories: z.array(Category),
});
export type Part = z.infer<typeof Part>;

/** What happens when a whole category does not apply to a subject (e.g. 办事服务 at a department without services). */
export const NaPolicy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** The category is left out and the rest is scaled up to the full points. */
  z.object({ kind: z.literal('rescale'), categoryId: Id }),
  /**
   * The category's points are spread over the remaining indicators of its part in proportion: their full points grow,
   * what a hit takes stays.
   */
  z.object({ kind: z.literal('spread'), categoryId: Id }),
]);
export type NaPolicy = z.infer<typeof NaPolicy>;

export const IndicatorSet = z.object({
  schema: z.literal(SET_SCHEMA),
  id: Id,
  /** Content version; a session pins it. */
  version: z.string().min(1),
  title: z.string().min(1),
  appliesTo: SubjectKind,
  source: z.object({ document: z.string(), note: z.string() }),
  /** Below this the subject is unqualified; left out when the set gives no score. Hundredths. */
  passLine: Points.min(0).optional(),
  /** Bonus counts only above this score (exclusive); left out = always. Hundredths. */
  bonusGate: Points.min(0).optional(),
  /** Score of a vetoed subject; left out = no score. Hundredths. */
  vetoScore: Points.min(0).optional(),
  naPolicy: NaPolicy,
  parts: z.array(Part).min(1),
  /** Limits of this set for the checks, by check id (see each check's params); left out = the checks' own. */
  checkParams: z.record(Id, z.record(z.string(), z.json())).optional(),
});
export type IndicatorSet = z.infer<typeof IndicatorSet>;
