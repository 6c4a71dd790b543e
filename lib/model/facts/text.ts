// What a visitor reads in one frame, block by block, with the place of each block.
import { z } from 'zod';

/** 'text' = running text of a block; 'button' = label of an input button; 'alt' and 'title' = attributes. */
export const TextBlock = z.object({
  kind: z.enum(['text', 'button', 'alt', 'title']),
  /** White space squeezed; at most 5,000 characters. */
  text: z.string(),
  /** Name of the block's element, lower case. */
  tag: z.string(),
  /** Stands in pre, code and the like, where program text is normal. */
  code: z.boolean().optional(),
  selector: z.string(),
});
export type TextBlock = z.infer<typeof TextBlock>;

export const TextFacts = z.object({
  /** Document title. */
  title: z.string(),
  language: z.string(),
  /** In document order; hidden text is left out. */
  blocks: z.array(TextBlock),
  /** Part of the text was not read: it is larger than the limits. */
  cut: z.boolean(),
});
export type TextFacts = z.infer<typeof TextFacts>;
