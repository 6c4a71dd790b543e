// What the barriers probe saw in one frame: patterns that hinder people with disabilities, and the page's language.
import { z } from 'zod';

/** One element that shows a pattern. */
export const BarrierPlace = z.object({
  selector: z.string(),
  /** What a person would call the element: its text, alternative text or name, at most 60 characters. */
  subject: z.string(),
  /** What was measured or read there, e.g. '10px', a link's target. */
  value: z.string().optional(),
});
export type BarrierPlace = z.infer<typeof BarrierPlace>;

/** One pattern. `rule` is an id of lib/checks/judge/barriers. */
export const BarrierSighting = z.object({
  rule: z.string(),
  /** Elements that show it, also those beyond the cap on `places`. */
  count: z.int(),
  /** In document order, at most 20. */
  places: z.array(BarrierPlace),
});
export type BarrierSighting = z.infer<typeof BarrierSighting>;

/** Letters of the visible text by script. */
export const LetterCounts = z.object({
  han: z.int(),
  latin: z.int(),
  kana: z.int(),
  hangul: z.int(),
  /** Arabic and Hebrew. */
  rightToLeft: z.int(),
});
export type LetterCounts = z.infer<typeof LetterCounts>;

export const BarrierFacts = z.object({
  /** Elements looked at. */
  elements: z.int(),
  title: z.string(),
  /** `lang` of the root element as written; left out when there is none. */
  lang: z.string().optional(),
  /** Counted over the first 20,000 characters. */
  letters: LetterCounts,
  /** Latin-script language guessed from common words, e.g. 'en', 'fr'; '' when unsure. */
  latinLanguage: z.string(),
  /** Sorted by rule. */
  sightings: z.array(BarrierSighting),
});
export type BarrierFacts = z.infer<typeof BarrierFacts>;
