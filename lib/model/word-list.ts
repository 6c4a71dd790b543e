// The office's own list of forbidden and required wording; nothing of the kind is shipped.
import { z } from 'zod';
import { Id, Instant } from './primitives';

/** Longest word or exception, in characters. */
export const MAX_WORD = 60;
/** Most entries of one list. */
export const MAX_ENTRIES = 20_000;

export const WordEntry = z.object({
  /** 'forbidden': the wording that must not stand on a page. 'required': the wording that the home page must show. */
  word: z.string().min(1).max(MAX_WORD),
  /** What should stand instead; '' = nothing given. */
  correct: z.string().max(200),
  kind: z.enum(['forbidden', 'required']),
  severity: z.enum(['serious', 'general']),
  /** Longer expressions that hold the word and are right, e.g. “核酸检测试剂” for the word “测试”. */
  exceptions: z.array(z.string().min(1).max(MAX_WORD)),
  note: z.string().max(500),
});
export type WordEntry = z.infer<typeof WordEntry>;

export const WordList = z.object({
  id: Id,
  title: z.string().min(1).max(100),
  /** Whether checks use it. */
  enabled: z.boolean(),
  /** When it was last imported. */
  at: Instant,
  entries: z.array(WordEntry).max(MAX_ENTRIES),
});
export type WordList = z.infer<typeof WordList>;
