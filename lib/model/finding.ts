// What a check says about a page: findings, and the outcome of one check.
import { z } from 'zod';
import { Rect, Skip } from './primitives';

/**
 * Where a finding is. `frame` is the frame's URL, '' for the top document. `selector` is a CSS selector unique
 * in its document when observed; ' >>> ' separates steps into open shadow roots; '' when nothing can be pointed at.
 * It is for jumping and display only, never for identity.
 */
export const Locator = z.object({
  url: z.string(),
  frame: z.string(),
  selector: z.string(),
  text: z.string().optional(),
  rect: Rect.optional(),
});
export type Locator = z.infer<typeof Locator>;

export const Finding = z.object({
  /** Stable over runs, redesigns and rounds: see `findingKey` in lib/checks/engine. Names check + page + item. */
  key: z.string(),
  /** The same without the page: equal for the same site-wide fault seen on several pages. */
  siteKey: z.string(),
  checkId: z.string(),
  /** What is wrong, in the check's own vocabulary, e.g. 'missing', 'local-address', 'unmarked'. Sets match on it. */
  kind: z.string(),
  /** What it is about, e.g. 'sponsor', an image address, a host, an axe rule id. Sets may match on it. */
  item: z.string(),
  /** 'fail' = the machine is sure; 'review' = a person must look. */
  outcome: z.enum(['fail', 'review']),
  /** Heading to group by on screen, plain Chinese. */
  group: z.string(),
  /** One plain Chinese sentence. */
  message: z.string(),
  expected: z.string().optional(),
  found: z.string().optional(),
  advice: z.string().optional(),
  locator: Locator,
});
export type Finding = z.infer<typeof Finding>;

export const CheckOutcome = z.enum(['pass', 'fail', 'review', 'inapplicable', 'error']);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const CheckError = z.object({
  code: z.enum(['timeout', 'cancelled', 'failed']),
  /** For the inspector, plain Chinese. */
  detail: z.string(),
});
export type CheckError = z.infer<typeof CheckError>;

/** One check on one page. `summary` is check-specific JSON (schemas in ./summary). */
export const CheckResult = z.object({
  checkId: z.string(),
  outcome: CheckOutcome,
  findings: z.array(Finding),
  skipped: z.array(Skip),
  ms: z.number(),
  error: CheckError.optional(),
  summary: z.json().optional(),
});
export type CheckResult = z.infer<typeof CheckResult>;
