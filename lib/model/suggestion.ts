// What the machine proposes for a criterion; it counts only after an inspector accepts it.
import { z } from 'zod';
import { Id, Points } from './primitives';

export const Suggestion = z.object({
  /** Criterion, check and, of doubtful findings, `review`. */
  id: z.string(),
  criterionId: Id,
  checkId: z.string(),
  /** Undecided findings behind it (page or site keys, as the criterion's scope says). */
  findingKeys: z.array(z.string()),
  /** Occurrences it proposes. */
  count: z.int().min(1),
  /** Points the set would take or give for that count, before caps of the indicator. Hundredths. */
  points: Points,
  /** 'review': the findings behind it need a look. */
  outcome: z.enum(['fail', 'review']),
  /** One plain Chinese sentence. */
  why: z.string(),
  pages: z.array(z.string()),
});
export type Suggestion = z.infer<typeof Suggestion>;
