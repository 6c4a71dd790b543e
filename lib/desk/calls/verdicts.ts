// The desk's calls that change what a person decided: every one a step that can be undone.
import { z } from 'zod';
import { Id } from '@/lib/model/primitives';
import { Verdict, VerdictEdit } from '@/lib/model/session';
import { method, None } from '../method';

export const verdictCalls = {
  /** One undoable step. Refused when the session is finished, its round closed, or the set has no such criterion. */
  setVerdicts: method(
    z.object({
      sessionId: Id,
      by: z.string(),
      edits: z.array(VerdictEdit).min(1),
      reason: z.string().optional(),
    }),
    z.array(Verdict),
  ),
  /**
   * Accepts or rejects suggestions: one undoable step. Accepting sets the criterion to hit, adds the finding keys and
   * counts the new occurrences (`count`, or so many as there are new keys) on top of those accepted before; a hit
   * ticked by hand without findings is taken to be the same occurrences. Keys of rejected ones never come back;
   * rejecting an accepted one takes it back.
   */
  decideSuggestions: method(
    z.object({
      sessionId: Id,
      by: z.string(),
      decision: z.enum(['accepted', 'rejected']),
      suggestions: z
        .array(
          z.object({
            criterionId: Id,
            findingKeys: z.array(z.string()).min(1),
            count: z.int().min(1).optional(),
            note: z.string().optional(),
          }),
        )
        .min(1),
      reason: z.string().optional(),
    }),
    None,
  ),
  undo: method(z.object({ sessionId: Id, by: z.string() }), None),
  redo: method(z.object({ sessionId: Id, by: z.string() }), None),
} as const;
