// What the machine proposes for a criterion; it counts only after an inspector accepts it.
import { z } from 'zod';
import { Id, Points } from './primitives';

export const Suggestion = z.object({
  /** criterionId + check id: one open suggestion per criterion and check. */
  id: z.string(),
  criterionId: Id,
  checkId: z.string(),
  /** Undecided findings behind it (page or site keys, as the criterion's scope says). */
  findingKeys: z.array(z.string()),
  /** Occurrences it proposes. */
  count: z.int().min(1),
  /** Points the set would take or give for that count, before caps of the indicator. Hundredths. */
  points: Points,
  /** 'review' when any finding behind it needs a look. */
  outcome: z.enum(['fail', 'review']),
  /** One plain Chinese sentence. */
  why: z.string(),
  pages: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;
