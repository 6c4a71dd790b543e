// The office's own wording of bulletin and papers: text with named placeholders that the round fills.
import { z } from 'zod';
import { Id, Instant } from './primitives';

/** Longest text of one paper, characters. */
const LONGEST = 50_000;

/** The texts of the three papers. Lines and placeholders: see lib/report/papers/template-blocks.ts. */
export const PaperTexts = z.object({
  bulletin: z.string().max(LONGEST),
  notice: z.string().max(LONGEST),
  selfReport: z.string().max(LONGEST),
});
export type PaperTexts = z.infer<typeof PaperTexts>;

export const PaperTemplate = PaperTexts.extend({
  id: Id,
  /** e.g. the city; unique. */
  name: z.string().trim().min(1, '请填写模板名称。').max(100),
  /** The office that issues the papers; '' = not filled in. */
  office: z.string().max(200),
  at: Instant,
});
export type PaperTemplate = z.infer<typeof PaperTemplate>;
