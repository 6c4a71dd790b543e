// The desk's calls on the office's word lists.
import { z } from 'zod';
import { Id } from '@/lib/model/primitives';
import { WordList } from '@/lib/model/word-list';
import { method, None } from '../method';

/** One row of the list of word lists. */
export const WordListRow = WordList.omit({ entries: true }).extend({
  forbidden: z.int(),
  required: z.int(),
  serious: z.int(),
});
export type WordListRow = z.infer<typeof WordListRow>;

export const wordListCalls = {
  /** By title. */
  listWordLists: method(None, z.array(WordListRow)),
  getWordList: method(z.object({ id: Id }), WordList),
  /** The whole of every list that is switched on, for the checks. */
  activeWordLists: method(None, z.array(WordList)),
  /** Stores a list: a new one without id, else in place of the one with this id. Titles are unique. */
  putWordList: method(WordList.omit({ id: true, at: true }).extend({ id: Id.optional() }), WordListRow),
  switchWordList: method(z.object({ id: Id, enabled: z.boolean() }), None),
  removeWordList: method(z.object({ id: Id }), None),
  /** Takes entries out of a list, by word. */
  removeWords: method(z.object({ id: Id, words: z.array(z.string()).min(1) }), None),
} as const;
