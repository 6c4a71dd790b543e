// What the interpretation probe saw in one frame: marks of a policy document, links to and from interpretations, media in the text.
import { z } from 'zod';
import { PageContext } from './interaction';

export const InterpretationForm = z.enum(['text', 'picture', 'video', 'audio', 'animation']);
export type InterpretationForm = z.infer<typeof InterpretationForm>;

export const NamedLink = z.object({ text: z.string(), address: z.string() });
export type NamedLink = z.infer<typeof NamedLink>;

/** Something headed 相关解读, 原文链接 or alike, with the links below the heading (at most 20). */
export const RelatedBlock = z.object({
  side: z.enum(['interpretation', 'original']),
  heading: z.string(),
  links: z.array(NamedLink),
  selector: z.string(),
});
export type RelatedBlock = z.infer<typeof RelatedBlock>;

export const InterpretationFacts = z.object({
  page: PageContext,
  /** Page tag ArticleTitle, '' when there is none. */
  articleTitle: z.string(),
  /** 文号 as printed in a labelled field or on a line of its own; '' = none. */
  documentNumber: z.string(),
  /** Labels of a document's head that were found: 索引号, 发文机关, 成文日期 and alike. */
  labels: z.array(z.string()),
  /** The main text; left out when none was found. Pictures are those at least 200 px wide. */
  article: z
    .object({ selector: z.string(), chars: z.int(), pictures: z.int(), links: z.array(NamedLink) })
    .optional(),
  blocks: z.array(RelatedBlock),
  /** Films, sound and moving pictures in the main text. */
  media: z.array(z.object({ form: InterpretationForm, what: z.string(), selector: z.string() })),
});
export type InterpretationFacts = z.infer<typeof InterpretationFacts>;
