// Verdicts, suggestions and the lock of a finished session.
import { describe, expect, it } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { deskOver, pictureOf, runOf, startSmall } from './desk-fixture';
import { describeEachRepository, refused, verdictsOf } from './each-repository';

describeEachRepository('desk', ({ open, repository, second }) => {
  describe('verdicts', () => {
    it('are stored, scored in the list and journaled as one step for a batch', async () => {
      const { desk, changes } = open();
      const { id: sessionId } = await startSmall(desk);
      changes.length = 0;
      const answer = await desk.setVerdicts({
        sessionId,
        by: '张三',
        edits: [
          { criterionId: 'c1', status: 'hit', count: 2, note: '首页' },
          { criterionId: 'c2', status: 'ok' },
        ],
      });
      expect(answer).toMatchObject([
        { criterionId: 'c1', status: 'hit', count: 2 },
        { criterionId: 'c2', status: 'ok', count: 0 },
      ]);
      expect(changes).toEqual([{ what: 'session', sessionId }]);
      expect(await desk.listSessions({})).toMatchObject([
        { decided: 2, criteria: 3, total: 9800, setTitle: '测试指标', result: 'undetermined' },
      ]);
      const journal = await desk.journal({ sessionId });
      expect(journal.map(({ seq, kind }) => [seq, kind])).toEqual([
        [1, 'start'],
        [2, 'verdict'],
      ]);
      expect(journal[1]?.change?.verdicts.map(({ before }) => before)).toEqual([null, null]);
    });

    it('undo and redo step by step', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const edit = (status: 'ok' | 'hit') =>
        desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status }] });
      await edit('ok');
      const first = await verdictsOf(desk, sessionId);
      await edit('hit');
      const second = await verdictsOf(desk, sessionId);
      await desk.undo({ sessionId, by: '李四' });
      expect(await verdictsOf(desk, sessionId)).toEqual(first);
      await desk.undo({ sessionId, by: '李四' });
      expect(await verdictsOf(desk, sessionId)).toEqual([]);
      await expect(desk.undo({ sessionId, by: '李四' })).rejects.toEqual(refused('conflict'));
      await desk.redo({ sessionId, by: '李四' });
      await desk.redo({ sessionId, by: '李四' });
      expect(await verdictsOf(desk, sessionId)).toEqual(second);
      expect(await desk.sessionView({ sessionId })).toMatchObject({ canUndo: true, canRedo: false });
      expect((await desk.journal({ sessionId })).map(({ kind, target }) => [kind, target])).toEqual([
        ['start', undefined],
        ['verdict', undefined],
        ['verdict', undefined],
        ['undo', 3],
        ['undo', 2],
        ['redo', 2],
        ['redo', 3],
      ]);
    });

    it('of two criteria edited in two windows at once are both kept, with journal numbers of their own', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const other = second({ prefix: 'other' }).desk;
      const tick = (which: LocalDesk, criterionId: string) =>
        which.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId, status: 'ok' }] });
      await Promise.all([tick(desk, 'c1'), tick(other, 'c2'), tick(desk, 'c3')]);
      expect(await verdictsOf(desk, sessionId)).toHaveLength(3);
      expect((await desk.journal({ sessionId })).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    });

    it('of unknown criteria, sessions or pictures are refused as a whole', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      await expect(
        desk.setVerdicts({
          sessionId,
          by: '张三',
          edits: [
            { criterionId: 'c1', status: 'ok' },
            { criterionId: 'nope', status: 'ok' },
          ],
        }),
      ).rejects.toEqual(refused('invalid'));
      await expect(
        desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', evidenceIds: ['none'] }] }),
      ).rejects.toEqual(refused('not-found'));
      await expect(
        desk.setVerdicts({ sessionId: 'none', by: '张三', edits: [{ criterionId: 'c1', status: 'ok' }] }),
      ).rejects.toEqual(refused('not-found'));
      expect(await verdictsOf(desk, sessionId)).toEqual([]);
      expect(await desk.journal({ sessionId })).toHaveLength(1);
    });

    it('that say nothing new leave no trace', async () => {
      const { desk, changes } = open();
      const { id: sessionId } = await startSmall(desk);
      const edits = [{ criterionId: 'c1', status: 'ok' as const }];
      await desk.setVerdicts({ sessionId, by: '张三', edits });
      changes.length = 0;
      expect(await desk.setVerdicts({ sessionId, by: '李四', edits })).toMatchObject([{ by: '张三' }]);
      expect(changes).toEqual([]);
      expect(await desk.journal({ sessionId })).toHaveLength(2);
    });
  });

  describe('suggestions', () => {
    it('accepted and rejected are one undoable step each', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const decide = (decision: 'accepted' | 'rejected', criterionId: string, findingKeys: string[]) =>
        desk.decideSuggestions({
          sessionId,
          by: '张三',
          decision,
          suggestions: [{ criterionId, findingKeys }],
        });
      await decide('accepted', 'c1', ['a', 'b']);
      await decide('rejected', 'c2', ['c']);
      const view = await desk.sessionView({ sessionId });
      expect(view.verdicts).toMatchObject([
        { criterionId: 'c1', status: 'hit', count: 2, from: 'suggestion' },
      ]);
      expect(view.decisions.map(({ findingKey, decision }) => [findingKey, decision])).toEqual([
        ['a', 'accepted'],
        ['b', 'accepted'],
        ['c', 'rejected'],
      ]);
      await desk.undo({ sessionId, by: '张三' });
      await desk.undo({ sessionId, by: '张三' });
      const after = await desk.sessionView({ sessionId });
      expect([after.verdicts, after.decisions]).toEqual([[], []]);
    });
  });

  describe('a finished session', () => {
    it('is locked until it is reopened with a reason, and undo does not cross the finish', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const edits = [{ criterionId: 'c1', status: 'ok' as const }];
      await desk.setVerdicts({ sessionId, by: '张三', edits });
      await desk.finishSession({ sessionId, by: '张三' });
      const picture = pictureOf(sessionId);
      for (const attempt of [
        () => desk.setVerdicts({ sessionId, by: '张三', edits }),
        () => desk.undo({ sessionId, by: '张三' }),
        () => desk.recordRun(runOf(sessionId, [])),
        () => desk.addEvidence(picture),
        () => desk.recordVisit({ sessionId, url: 'http://a/', title: '' }),
      ]) {
        await expect(attempt()).rejects.toEqual(refused('locked'));
      }
      await expect(desk.finishSession({ sessionId, by: '张三' })).rejects.toEqual(refused('conflict'));
      await expect(desk.reopenSession({ sessionId, by: '张三', reason: '  ' })).rejects.toEqual(
        refused('invalid'),
      );
      const reopened = await desk.reopenSession({ sessionId, by: '张三', reason: '补充取证' });
      expect(reopened.state).toBe('reopened');
      expect(await desk.sessionView({ sessionId })).toMatchObject({ canUndo: false });
      expect((await desk.journal({ sessionId })).at(-1)).toMatchObject({
        kind: 'reopen',
        reason: '补充取证',
      });
      await desk.addEvidence(picture);
    });
  });

  it('a step that is sent again with its id is answered and announced as it was, and made once', async () => {
    const { desk, changes } = open();
    const { id: sessionId } = await startSmall(desk);
    const tick = (callId: string) =>
      desk.setVerdicts(
        { sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'hit', count: 2 }] },
        callId,
      );
    changes.length = 0;
    const first = await tick('one');
    expect(changes).toEqual([{ what: 'session', sessionId }]);
    await desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'ok' }] }, 'two');
    changes.length = 0;
    expect(await tick('one')).toEqual(first);
    expect(changes).toEqual([{ what: 'session', sessionId }]);
    expect(await verdictsOf(desk, sessionId)).toMatchObject([{ criterionId: 'c1', status: 'ok' }]);
    expect((await desk.journal({ sessionId })).map(({ kind }) => kind)).toEqual([
      'start',
      'verdict',
      'verdict',
    ]);
  });

  it('a step that was made is answered as it was, also when it could not be made any more', async () => {
    const { desk } = open();
    const { id: sessionId } = await startSmall(desk);
    const edits = [{ criterionId: 'c1', status: 'ok' as const }];
    const first = await desk.setVerdicts({ sessionId, by: '张三', edits }, 'one');
    await desk.finishSession({ sessionId, by: '张三' });
    expect(await desk.setVerdicts({ sessionId, by: '张三', edits }, 'one')).toEqual(first);
    await expect(desk.setVerdicts({ sessionId, by: '张三', edits }, 'new')).rejects.toEqual(
      refused('locked'),
    );
  });

  it('announces nothing when the write fails, and says so in one sentence', async () => {
    const { desk, changes } = open();
    const { id: sessionId } = await startSmall(desk);
    changes.length = 0;
    const broken = deskOver({
      close: () => undefined,
      transaction: async (mode, run) => {
        if (mode === 'read') throw new Error('closed');
        await repository().transaction(mode, async (tables) => {
          await run(tables);
          throw new DOMException('full', 'QuotaExceededError');
        });
        throw new Error('never');
      },
    });
    await expect(
      broken.desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'ok' }] }),
    ).rejects.toMatchObject({ code: 'storage', message: /^本机存储空间不足/ });
    expect(broken.changes).toEqual([]);
    expect(await verdictsOf(desk, sessionId)).toEqual([]);
  });
});
