// Important information that accounts must repost, and what each account did (漏转 is counted from it).
import { z } from 'zod';
import { Day, Id, Instant } from './primitives';
import { Filing } from './register';

export const RepostItem = z.object({
  roundId: Id,
  id: Id,
  title: z.string().min(1),
  /** Who asked for it, e.g. “市政府办公厅”. */
  source: z.string(),
  /** Last day on which a repost is in time. */
  dueDay: Day.optional(),
  /** Order in the table, 1, 2, 3 … */
  order: z.int().min(1),
});
export type RepostItem = z.infer<typeof RepostItem>;

/** What one account did about one item. No record = not looked at. */
export const Repost = z.object({
  roundId: Id,
  itemId: Id,
  subjectId: Id,
  state: z.enum(['done', 'late', 'missed', 'na']),
  day: Day.optional(),
  by: z.string(),
  at: Instant,
  /** Earlier ticks of the cell that this one replaces ("instant inspector"), so that a merge tells a correction from a contradiction. */
  over: z.array(z.string()).optional(),
});
export type Repost = z.infer<typeof Repost>;

/** What an inspector notes of an account beside the verdicts. */
export const AccountNotes = z.object({
  lastPublishedDay: Day.optional(),
  /** Filing as the inspector found it; left out = as the register has it. */
  filing: Filing.shape.state.optional(),
  functions: z.array(z.object({ name: z.string(), works: z.boolean() })).optional(),
  /** Who noted it last, and when; the day of the inspection that `lastPublishedDay` is counted to. */
  by: z.string().optional(),
  at: Instant.optional(),
});
export type AccountNotes = z.infer<typeof AccountNotes>;
