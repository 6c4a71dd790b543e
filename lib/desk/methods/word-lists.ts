// Desk calls on the office's word lists.
import type { WordList } from '@/lib/model/word-list';
import { byName } from '@/lib/text/order';
import type { WordListRow } from '../calls/word-lists';
import { DeskError } from '../desk-error';
import { type Handlers, notFound, type Work } from '../work';

export const wordListHandlers: Handlers<
  | 'listWordLists'
  | 'getWordList'
  | 'activeWordLists'
  | 'putWordList'
  | 'switchWordList'
  | 'removeWordList'
  | 'removeWords'
> = {
  listWordLists: {
    mode: 'read',
    async run({ tables }) {
      const lists = await tables.wordLists.all();
      return lists.map(rowOf).sort((a, b) => byName(a.title, b.title));
    },
  },
  getWordList: { mode: 'read', run: (work, { id }) => findList(work, id) },
  activeWordLists: {
    mode: 'read',
    async run({ tables }) {
      return (await tables.wordLists.all()).filter(({ enabled }) => enabled);
    },
  },
  putWordList: {
    mode: 'write',
    async run(work, { id, ...content }) {
      const lists = await work.tables.wordLists.all();
      if (id !== undefined && !lists.some((list) => list.id === id)) throw notFound('用语表');
      if (lists.some((list) => list.title === content.title && list.id !== id)) {
        throw new DeskError('conflict', `已有名为“${content.title}”的用语表，请换一个名称后再保存。`);
      }
      const words = new Set(content.entries.map(({ word }) => word));
      if (words.size < content.entries.length) {
        throw new DeskError('invalid', '用语表中有重复的词语，未作任何改动，请改正后再保存。');
      }
      const list: WordList = { ...content, id: id ?? work.newId(), at: work.at };
      await work.tables.wordLists.put(list);
      work.changed({ what: 'word-lists' });
      return rowOf(list);
    },
  },
  switchWordList: {
    mode: 'write',
    async run(work, { id, enabled }) {
      await work.tables.wordLists.put({ ...(await findList(work, id)), enabled });
      work.changed({ what: 'word-lists' });
      return {};
    },
  },
  removeWordList: {
    mode: 'write',
    async run(work, { id }) {
      await findList(work, id);
      await work.tables.wordLists.delete(id);
      work.changed({ what: 'word-lists' });
      return {};
    },
  },
  removeWords: {
    mode: 'write',
    async run(work, { id, words }) {
      const list = await findList(work, id);
      const gone = new Set(words);
      const entries = list.entries.filter(({ word }) => !gone.has(word));
      if (entries.length === list.entries.length) throw notFound('词语');
      await work.tables.wordLists.put({ ...list, entries });
      work.changed({ what: 'word-lists' });
      return {};
    },
  },
};

async function findList(work: Work, id: string): Promise<WordList> {
  const list = await work.tables.wordLists.get(id);
  if (!list) throw notFound('用语表');
  return list;
}

function rowOf({ entries, ...list }: WordList): WordListRow {
  const count = (holds: (entry: WordList['entries'][number]) => boolean) => entries.filter(holds).length;
  return {
    ...list,
    forbidden: count(({ kind }) => kind === 'forbidden'),
    required: count(({ kind }) => kind === 'required'),
    serious: count(({ kind, severity }) => kind === 'forbidden' && severity === 'serious'),
  };
}
