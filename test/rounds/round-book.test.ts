// One entry per subject, the right session counted, problems in words.
import { describe, expect, it } from 'vitest';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, finding, runOf, startSmall } from '../desk/desk-fixture';

describe('the book of a round', () => {
  const open = async () => {
    const repository = createMemoryRepository();
    const { desk } = deskOver(repository);
    const session = await startSmall(desk);
    return { repository, desk, session };
  };

  it('has the session of each subject with its sheet and its problems', async () => {
    const { desk, session } = await open();
    const seen = finding('a');
    await desk.recordRun(runOf(session.id, [seen]));
    await desk.setVerdicts({
      sessionId: session.id,
      by: '张三',
      edits: [{ criterionId: 'c1', status: 'hit', count: 2, findingKeys: [seen.key], note: '首页轮播图' }],
    });
    const book = await desk.roundBook({ roundId: session.roundId });
    expect(book.entries).toHaveLength(1);
    const [entry] = book.entries;
    expect(entry?.session).toMatchObject({ id: session.id, state: 'open' });
    expect(entry?.sheet?.counts.hit).toBe(1);
    expect(entry?.problems).toMatchObject([
      { criterionId: 'c1', count: 2, note: '首页轮播图', urls: [seen.locator.url] },
    ]);
  });

  it('counts a finished session before an unfinished one, and never a double check', async () => {
    const { repository, desk, session } = await open();
    await desk.finishSession({ sessionId: session.id, by: '张三' });
    await repository.transaction('write', async ({ sessions }) => {
      const later = { ...session, state: 'open' as const, updatedAt: '2030-01-01T00:00:00.000Z' };
      await sessions.put({ ...later, id: 'unfinished' });
      await sessions.put({ ...later, id: 'again', state: 'finished', doubleCheckOf: session.id });
    });
    const { entries } = await desk.roundBook({ roundId: session.roundId });
    expect(entries.map((entry) => entry.session?.id)).toEqual([session.id]);
  });

  it('has assigned subjects without a session, and keeps a frozen sheet', async () => {
    const { repository, desk, session } = await open();
    const { sheet } = (await desk.roundBook({ roundId: session.roundId })).entries[0] ?? {};
    if (!sheet) throw new Error('no sheet');
    await repository.transaction('write', async (tables) => {
      const [subject] = await tables.subjects.all();
      if (!subject) throw new Error('no subject');
      await tables.subjects.put({ ...subject, id: 'other', name: '另一网站', group: 'district' });
      await tables.assignments.put({ roundId: session.roundId, subjectId: 'other', inspector: '李四' });
      await tables.frozenSheets.put({
        roundId: session.roundId,
        sessionId: session.id,
        subjectId: session.subjectId,
        sheet: { ...sheet, total: 12345 },
        at: '2026-11-30T00:00:00.000Z',
      });
    });
    const { entries } = await desk.roundBook({ roundId: session.roundId });
    expect(entries.map(({ subject, sheet }) => [subject.id, sheet?.total])).toEqual([
      ['other', undefined],
      [session.subjectId, 12345],
    ]);
    expect(entries[0]?.assignment?.inspector).toBe('李四');
  });

  it('is refused for a round that is not there', async () => {
    const { desk } = await open();
    await expect(desk.roundBook({ roundId: 'none' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
