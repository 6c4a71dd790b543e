// Starting sessions, and the lists of sessions, sets and settings.
import { describe, expect, it } from 'vitest';
import { SessionView } from '@/lib/desk/protocol';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { finding, pictureOf, runOf, site, smallSet, startSmall } from './desk-fixture';
import { describeEachRepository, refused } from './each-repository';

describeEachRepository('desk', ({ open, repository, second }) => {
  describe('a good practice', () => {
    it('is noted with a picture, also of a finished session, journaled, and keeps its words when the picture goes', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const picture = await desk.addEvidence(pictureOf(sessionId));
      const by = '张三';
      const note = (text: string, evidenceId: string | null) =>
        desk.setGoodPractice({ sessionId, by, text, evidenceId });
      await desk.finishSession({ sessionId, by });
      const { updatedAt } = await note(' 办事步骤减半 ', picture.id);
      const session = async () => (await desk.sessionView({ sessionId })).session;
      expect((await session()).goodPractice).toEqual({ text: '办事步骤减半', evidenceId: picture.id });
      expect((await note('办事步骤减半', picture.id)).updatedAt).toBe(updatedAt);
      expect((await desk.journal({ sessionId })).at(-1)).toMatchObject({
        kind: 'good-practice',
        by,
        reason: '办事步骤减半（图 1）',
      });
      await expect(note('别的', 'nowhere')).rejects.toEqual(refused('not-found'));
      await desk.reopenSession({ sessionId, by, reason: '补充' });
      await desk.removeEvidence({ id: picture.id, by });
      expect((await session()).goodPractice).toEqual({ text: '办事步骤减半' });
      await note('', null);
      expect((await session()).goodPractice).toBeUndefined();
    });
  });

  describe('starting', () => {
    it('makes subject, round of the quarter and session, and announces them', async () => {
      const { desk, changes } = open();
      const session = await startSmall(desk);
      expect(session).toMatchObject({ setId: 'small', setVersion: '1', state: 'open', inspector: '张三' });
      expect(await desk.listRounds({})).toMatchObject([
        { name: '2026年第四季度', startDay: '2026-10-01', endDay: '2026-12-31', state: 'open' },
      ]);
      expect(changes.map(({ what }) => what).sort()).toEqual(['rounds', 'sessions', 'subjects']);
      expect(await desk.journal({ sessionId: session.id })).toMatchObject([
        { seq: 1, kind: 'start', by: '张三' },
      ]);
      expect(SessionView.safeParse(await desk.sessionView({ sessionId: session.id })).success).toBe(true);
    });

    it('names the quarter by the clock of Shanghai', async () => {
      const { desk, setNow } = open();
      setNow('2026-12-31T16:30:00.000Z');
      await startSmall(desk);
      expect((await desk.listRounds({})).map(({ name }) => name)).toEqual(['2027年第一季度']);
    });

    it('continues the unfinished session of the same site, and starts anew after it is finished', async () => {
      const { desk } = open();
      const [first, second] = await Promise.all([startSmall(desk), startSmall(desk)]);
      expect(second.id).toBe(first.id);
      expect(await desk.listSubjects({})).toHaveLength(1);
      await desk.finishSession({ sessionId: first.id, by: '张三' });
      expect((await startSmall(desk)).id).not.toBe(first.id);
    });

    it('refuses unknown subjects, rounds and sets, and writes nothing then', async () => {
      const { desk, changes } = open();
      await expect(
        desk.startSession({ subject: { id: 'nobody' }, setId: 'small', inspector: '' }),
      ).rejects.toEqual(refused('not-found'));
      await expect(
        desk.startSession({ subject: site, roundId: 'none', setId: 'small', inspector: '' }),
      ).rejects.toEqual(refused('not-found'));
      await expect(desk.startSession({ subject: site, setId: 'none', inspector: '' })).rejects.toEqual(
        refused('not-found'),
      );
      expect(await desk.listSubjects({})).toEqual([]);
      expect(changes).toEqual([]);
    });

    it('refuses a closed round and a set for other kinds of subject', async () => {
      const { desk } = open();
      const round = {
        id: 'r',
        name: '旧轮次',
        state: 'closed' as const,
        createdAt: '2026-01-01T00:00:00.000Z',
      };
      await desk.putRound(round);
      await expect(
        desk.startSession({ subject: site, roundId: 'r', setId: 'small', inspector: '' }),
      ).rejects.toEqual(refused('conflict'));
      await expect(
        desk.startSession({ subject: { ...site, kind: 'new-media' }, setId: 'small', inspector: '' }),
      ).rejects.toEqual(refused('invalid'));
    });

    it('keeps the set version it started with when the extension ships another', async () => {
      const { desk } = open();
      const session = await startSmall(desk);
      const updated = second({ prefix: 'new', shipped: [smallSet('2', '新版指标')] }).desk;
      const view = await updated.sessionView({ sessionId: session.id });
      expect(view.set).toEqual(smallSet());
      expect((await updated.getSet({ id: 'small' })).version).toBe('2');
      expect((await updated.listSets({})).map(({ version, shipped }) => [version, shipped])).toEqual([
        ['2', true],
        ['1', false],
      ]);
    });
  });

  describe('lists', () => {
    it('show sessions by host, alias and subdomain, unfinished first', async () => {
      const { desk } = open();
      const finished = await startSmall(desk);
      await desk.finishSession({ sessionId: finished.id, by: '张三' });
      const unfinished = await startSmall(desk);
      await desk.startSession({
        subject: { ...site, host: 'other.gov.cn', aliases: ['Alias.gov.cn'] },
        setId: 'small',
        inspector: '',
      });
      const idsFor = async (host: string) =>
        (await desk.sessionsForHost({ host })).map(({ session }) => session.id);
      expect(await idsFor('WWW.shili.gov.cn:8080')).toEqual([unfinished.id, finished.id]);
      expect(await idsFor('zwfw.www.shili.gov.cn')).toHaveLength(2);
      expect(await idsFor('alias.gov.cn')).toHaveLength(1);
      expect(await idsFor('xwww.shili.gov.cn')).toEqual([]);
    });

    it('follow changes made in other windows and in the same millisecond', async () => {
      const { desk, setNow } = open();
      const { id: sessionId } = await startSmall(desk);
      const other = second({ prefix: 'other' });
      const totalAfter = async (count: number) => {
        setNow('2026-11-20T03:00:00.000Z');
        other.setNow('2026-11-20T03:00:00.000Z');
        await other.desk.setVerdicts({
          sessionId,
          by: '李四',
          edits: [{ criterionId: 'c1', status: 'hit', count }],
        });
        return (await desk.listSessions({}))[0]?.total;
      };
      expect([await totalAfter(1), await totalAfter(2), await totalAfter(3)]).toEqual([9900, 9800, 9700]);
    });

    it('score a subject anew when it turns out to have no services', async () => {
      const rescaled: IndicatorSet = { ...smallSet(), naPolicy: { kind: 'rescale', categoryId: 'services' } };
      const categories = rescaled.parts[0]?.categories ?? [];
      const [first] = categories;
      if (!first) throw new Error('no category');
      first.points = 8000;
      for (const indicator of first.indicators) indicator.points = 8000;
      categories.push({
        id: 'services',
        name: '办事服务',
        points: 2000,
        indicators: first.indicators.map((indicator) => ({
          ...indicator,
          id: 'service',
          points: 2000,
          criteria: indicator.criteria.slice(0, 1).map((criterion) => ({ ...criterion, id: 's1' })),
        })),
      });
      const { desk } = open({ shipped: [rescaled] });
      const { id: sessionId, subjectId } = await startSmall(desk);
      await desk.setVerdicts({
        sessionId,
        by: '张三',
        edits: [{ criterionId: 'c1', status: 'hit', count: 8 }],
      });
      expect((await desk.listSessions({}))[0]?.total).toBe(9200);
      await desk.putSubject({ ...site, id: subjectId, hasServices: false });
      expect((await desk.listSessions({}))[0]?.total).toBe(9000);
    });

    it('show many sessions with the score of each', async () => {
      const { desk } = open();
      for (let number = 1; number <= 12; number++) {
        const subject = { ...site, host: `s${number}.gov.cn` };
        const { id: sessionId } = await desk.startSession({ subject, setId: 'small', inspector: '' });
        await desk.setVerdicts({
          sessionId,
          by: '张三',
          edits: [{ criterionId: 'c1', status: 'hit', count: number }],
        });
      }
      const rows = await desk.listSessions({});
      expect(rows.map(({ subject, total }) => [subject.host, total])).toEqual(
        Array.from({ length: 12 }, (_, index) => [`s${12 - index}.gov.cn`, 10000 - (12 - index) * 100]),
      );
    });

    it('forget a removed session with all that belonged to it', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      await desk.addEvidence(pictureOf(sessionId, 'c1'));
      await desk.recordRun(runOf(sessionId, [finding('a')]));
      await desk.recordVisit({ sessionId, url: 'http://www.shili.gov.cn/', title: '首页' });
      await desk.removeSession({ sessionId });
      await expect(desk.sessionView({ sessionId })).rejects.toEqual(refused('not-found'));
      const left = await repository().transaction('read', async (tables) => [
        ...(await tables.verdicts.all()),
        ...(await tables.journal.all()),
        ...(await tables.runs.all()),
        ...(await tables.facts.all()),
        ...(await tables.visits.all()),
        ...(await tables.evidence.all()),
        ...(await tables.evidenceImages.all()),
      ]);
      expect(left).toEqual([]);
    });
  });

  describe('sets', () => {
    it('keep one content per version and cannot be removed while in use', async () => {
      const { desk } = open();
      const own = { ...smallSet('3', '本市指标'), id: 'own' };
      await desk.putSet(own);
      await desk.putSet(own);
      await expect(desk.putSet({ ...own, title: '改名' })).rejects.toEqual(refused('conflict'));
      await expect(desk.putSet({ ...smallSet(), title: '改名' })).rejects.toEqual(refused('conflict'));
      await desk.putSet({ ...own, version: '10' });
      expect((await desk.getSet({ id: 'own' })).version).toBe('10');
      const session = await desk.startSession({ subject: site, setId: 'own', inspector: '' });
      await expect(desk.removeSet({ id: 'own', version: '10' })).rejects.toEqual(refused('conflict'));
      await expect(desk.removeSet({ id: 'small', version: '1' })).rejects.toEqual(refused('conflict'));
      await desk.removeSession({ sessionId: session.id });
      await desk.removeSet({ id: 'own', version: '10' });
      expect((await desk.getSet({ id: 'own' })).version).toBe('3');
    });

    it('that the linter refuses are not stored', async () => {
      const { desk } = open();
      const wrong = { ...smallSet('3'), id: 'own' };
      const category = wrong.parts[0]?.categories[0];
      if (category) category.points = 4200;
      await expect(desk.putSet(wrong)).rejects.toMatchObject({
        code: 'invalid',
        message: /^指标体系未保存：/,
      });
      await expect(desk.getSet({ id: 'own' })).rejects.toEqual(refused('not-found'));
    });
  });

  it('keeps settings', async () => {
    const { desk, changes } = open();
    const settings = await desk.getSettings({});
    await desk.putSettings({ ...settings, inspector: '王五', governmentHosts: ['shili.cn'] });
    expect(await desk.getSettings({})).toMatchObject({ inspector: '王五', governmentHosts: ['shili.cn'] });
    expect(changes).toEqual([{ what: 'settings' }]);
  });
});
