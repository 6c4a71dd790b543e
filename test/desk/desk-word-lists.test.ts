// Word lists on the desk: stored whole, unique by title and word, switched, thinned out, told to open screens.
import { describe, expect, it } from 'vitest';
import type { WordEntry } from '@/lib/model/word-list';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver } from './desk-fixture';

const entry = (word: string, part: Partial<WordEntry> = {}): WordEntry => ({
  word,
  correct: '',
  kind: 'forbidden',
  severity: 'general',
  exceptions: [],
  note: '',
  ...part,
});

describe('word lists', () => {
  const start = () => deskOver(createMemoryRepository());

  it('are stored, counted, switched off and removed', async () => {
    const { desk } = start();
    const entries = [entry('甲', { severity: 'serious' }), entry('乙', { kind: 'required' })];
    const row = await desk.putWordList({ title: '表', enabled: true, entries });
    expect(row).toMatchObject({ forbidden: 1, required: 1, serious: 1 });
    expect((await desk.activeWordLists({})).map(({ id }) => id)).toEqual([row.id]);
    await desk.switchWordList({ id: row.id, enabled: false });
    expect(await desk.activeWordLists({})).toEqual([]);
    await desk.removeWords({ id: row.id, words: ['甲'] });
    expect((await desk.getWordList({ id: row.id })).entries.map(({ word }) => word)).toEqual(['乙']);
    await desk.removeWordList({ id: row.id });
    expect(await desk.listWordLists({})).toEqual([]);
  });

  it('refuse a second list of the same title and doubled words, and change nothing', async () => {
    const { desk } = start();
    await desk.putWordList({ title: '表', enabled: true, entries: [entry('甲')] });
    const before = await desk.activeWordLists({});
    await expect(desk.putWordList({ title: '表', enabled: true, entries: [] })).rejects.toThrow(
      '已有名为“表”',
    );
    await expect(
      desk.putWordList({ title: '另', enabled: true, entries: [entry('甲'), entry('甲')] }),
    ).rejects.toThrow('重复');
    await expect(desk.removeWords({ id: before[0]?.id ?? '', words: ['丙'] })).rejects.toThrow('没有找到');
    expect(await desk.activeWordLists({})).toEqual(before);
  });
});
