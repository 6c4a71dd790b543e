// What the site's own search answered to the site's own name, asked for by address, without touching the page.
import { z } from 'zod';

export const SearchAnswerFacts = z.object({
  /** The words asked for; '' = the site's name is not known. */
  query: z.string(),
  attempts: z.array(
    z.object({
      /** Address asked for. */
      address: z.string(),
      /**
       * 'hit' = at least one result with the name; 'no-hit' = the page says that there is none; 'unclear' = the answer
       * does not tell, e.g. drawn by script; 'failed' = no answer or an error; 'not-tried' = cannot be asked by address.
       */
      state: z.enum(['hit', 'no-hit', 'unclear', 'failed', 'not-tried']),
      /** HTTP status; left out = no answer. */
      status: z.int().optional(),
      hits: z.int(),
      /** Title of the first result, or why; plain Chinese where it is ours. */
      detail: z.string(),
      selector: z.string(),
    }),
  ),
});
export type SearchAnswerFacts = z.infer<typeof SearchAnswerFacts>;
