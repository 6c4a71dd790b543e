// Runs and pictures: what is replaced, what is kept, what comes back.
import { describe, expect, it } from 'vitest';
import { finding, PNG, pictureOf, runOf, startSmall } from './desk-fixture';
import { describeEachRepository, refused, verdictsOf } from './each-repository';

describeEachRepository('desk', ({ open, repository }) => {
  describe('runs', () => {
    it('show the latest of each page without facts, newest first', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const page = 'http://www.shili.gov.cn/zw/';
      const first = await desk.recordRun(runOf(sessionId, [finding('a')]));
      expect(first).toEqual({ id: expect.any(String) });
      await desk.recordRun(
        runOf(sessionId, [finding('b', page)], { url: page, at: '2026-11-20T01:11:00.000Z' }),
      );
      const again = await desk.recordRun(
        runOf(sessionId, [finding('c')], {
          url: 'https://www.shili.gov.cn/index.html#top',
          at: '2026-11-20T01:12:00.000Z',
        }),
      );
      const { runs } = await desk.sessionView({ sessionId });
      expect(runs.map(({ id }) => id)).toEqual([again.id, expect.any(String)]);
      expect(runs.every(({ facts }) => facts === undefined)).toBe(true);
      const facts = await repository().transaction('read', (tables) => tables.facts.all());
      expect(facts.map(({ runId }) => runId).sort()).toEqual(runs.map(({ id }) => id).sort());
    });

    it('keep the findings that a verdict rests on, also through undo and redo', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const [kept, gone] = [finding('a'), finding('b')];
      await desk.recordRun(runOf(sessionId, [kept, gone]));
      await desk.decideSuggestions({
        sessionId,
        by: '张三',
        decision: 'accepted',
        suggestions: [{ criterionId: 'c1', findingKeys: [kept.key] }],
      });
      await desk.undo({ sessionId, by: '张三' });
      await desk.recordRun(runOf(sessionId, [], { at: '2026-11-20T02:00:00.000Z' }));
      expect((await desk.sessionView({ sessionId })).earlierFindings).toEqual([]);
      await desk.redo({ sessionId, by: '张三' });
      expect((await desk.sessionView({ sessionId })).earlierFindings).toEqual([kept]);
    });
  });

  describe('pictures', () => {
    it('are numbered and never reuse a number, are linked, and come back byte for byte', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const first = await desk.addEvidence(pictureOf(sessionId, 'c1'));
      const second = await desk.addEvidence(pictureOf(sessionId));
      expect([first.number, second.number]).toEqual([1, 2]);
      expect(await desk.evidenceImage({ id: first.id })).toBe(PNG);
      expect(await verdictsOf(desk, sessionId)).toMatchObject([
        { criterionId: 'c1', status: 'untested', evidenceIds: [first.id] },
      ]);
      await desk.removeEvidence({ id: second.id, by: '张三' });
      await desk.removeEvidence({ id: first.id, by: '张三' });
      expect(await verdictsOf(desk, sessionId)).toEqual([]);
      expect((await desk.addEvidence(pictureOf(sessionId))).number).toBe(3);
      await expect(desk.evidenceImage({ id: first.id })).rejects.toEqual(refused('not-found'));
      expect((await desk.journal({ sessionId })).map(({ kind }) => kind)).toEqual([
        'start',
        ...Array(5).fill('evidence'),
      ]);
    });

    it('stay linked when the tick before them is undone, and do not come back once removed', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      await desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'hit' }] });
      const picture = await desk.addEvidence(pictureOf(sessionId, 'c1'));
      await desk.undo({ sessionId, by: '张三' });
      expect(await verdictsOf(desk, sessionId)).toMatchObject([
        { status: 'untested', evidenceIds: [picture.id] },
      ]);
      await desk.removeEvidence({ id: picture.id, by: '张三' });
      await desk.redo({ sessionId, by: '张三' });
      expect(await verdictsOf(desk, sessionId)).toMatchObject([{ status: 'hit', evidenceIds: [] }]);
    });

    it('that are no pictures are refused', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const picture = pictureOf(sessionId);
      const html = `data:image/png;base64,${btoa('<html>')}`;
      for (const image of ['', 'http://a/b.png', html, PNG.replace('image/png', 'image/jpeg')]) {
        await expect(desk.addEvidence({ ...picture, image })).rejects.toEqual(refused('invalid'));
      }
      expect((await desk.sessionView({ sessionId })).evidence).toEqual([]);
    });

    it('take a caption, boxes and a crop, and lose the crop again', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const { id } = await desk.addEvidence(pictureOf(sessionId));
      const crop = { x: 0, y: 0, width: 1, height: 1 };
      expect(await desk.updateEvidence({ id, caption: '页脚', crop })).toMatchObject({
        caption: '页脚',
        crop,
      });
      expect(await desk.updateEvidence({ id, crop: null })).not.toHaveProperty('crop');
      await expect(desk.updateEvidence({ id, crop: { ...crop, width: 9 } })).rejects.toEqual(
        refused('invalid'),
      );
    });
  });
});
