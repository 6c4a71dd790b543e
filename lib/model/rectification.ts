// A problem that a unit has to mend, from its notice until it is closed.
import { z } from 'zod';
import { Day, Id, Instant } from './primitives';

export const RectificationState = z.enum([
  'open',
  'notified',
  'responded',
  'rechecked',
  'closed',
  'reopened',
]);
export type RectificationState = z.infer<typeof RectificationState>;

/** One move of an item, or with `from` = `to` a remark. Never edited or removed. */
export const RectificationEvent = z.object({
  at: Instant,
  by: z.string(),
  from: RectificationState.nullable(),
  to: RectificationState,
  /** What the unit answered, what the recheck saw, why it was reopened: plain text. */
  text: z.string(),
  /** Attached files (see RectificationFile). */
  fileIds: z.array(Id),
  /** Of a recheck: whether the problem was seen again, and the new picture: the id of a RectificationFile. */
  recheck: z
    .object({ found: z.boolean(), proposal: z.enum(['closed', 'reopened']), evidenceId: Id.optional() })
    .optional(),
});
export type RectificationEvent = z.infer<typeof RectificationEvent>;

export const Rectification = z.object({
  id: Id,
  roundId: Id,
  subjectId: Id,
  sessionId: Id,
  criterionId: Id,
  /** Key of the finding it came from; left out for a problem found by hand. */
  findingKey: z.string().optional(),
  /** Check that found it; a recheck runs it again. */
  checkId: z.string().optional(),
  /** The problem in one sentence. */
  problem: z.string(),
  /** Where it was seen. */
  url: z.string().optional(),
  /** Picture of the problem. */
  evidenceId: Id.optional(),
  state: RectificationState,
  dueDay: Day.optional(),
  events: z.array(RectificationEvent),
  updatedAt: Instant,
});
export type Rectification = z.infer<typeof Rectification>;

/** A file that a unit sent with its answer. */
export const RectificationFile = z.object({
  id: Id,
  rectificationId: Id,
  name: z.string(),
  mime: z.string(),
  /** Data URL. */
  data: z.string(),
});
export type RectificationFile = z.infer<typeof RectificationFile>;
