// The desk's promises, over both repositories.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { SessionView } from '@/lib/desk/protocol';
import { openRepository } from '@/lib/store/dexie-repository';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { deskOver, finding, PNG, pictureOf, runOf, site, smallSet, startSmall } from './desk-fixture';

let count = 0;
const kinds: [string, () => Repository][] = [
  ['memory', () => createMemoryRepository()],
  ['dexie', () => openRepository(`desk-${count++}`)],
];
const refused = (code: string) => expect.objectContaining({ name: 'DeskError', code });

describe.each(kinds)('desk over %s', (_, create) => {
  let repository: Repository | undefined;
  const open = (options?: Parameters<typeof deskOver>[1]) => {
    repository = create();
    return deskOver(repository, options);
  };
  const verdictsOf = async (desk: LocalDesk, sessionId: string) =>
    (await desk.sessionView({ sessionId })).verdicts;
  afterEach(() => repository?.close());

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
      if (!repository) throw new Error('no repository');
      const updated = deskOver(repository, { prefix: 'new', shipped: [smallSet('2', '新版指标')] }).desk;
      const view = await updated.sessionView({ sessionId: session.id });
      expect(view.set).toEqual(smallSet());
      expect((await updated.getSet({ id: 'small' })).version).toBe('2');
      expect((await updated.listSets({})).map(({ version, shipped }) => [version, shipped])).toEqual([
        ['2', true],
        ['1', false],
      ]);
    });
  });

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
      if (!repository) throw new Error('no repository');
      const other = deskOver(repository, { prefix: 'other' }).desk;
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

  describe('runs', () => {
    it('show the latest of each page without facts, newest first', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      const page = 'http://www.shili.gov.cn/zw/';
      const first = await desk.recordRun(runOf(sessionId, [finding('a')]));
      expect(first.facts).toBeUndefined();
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
      const facts = await repository?.transaction('read', (tables) => tables.facts.all());
      expect(facts?.map(({ runId }) => runId).sort()).toEqual(runs.map(({ id }) => id).sort());
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

    it('forget a removed session with all that belonged to it', async () => {
      const { desk } = open();
      const { id: sessionId } = await startSmall(desk);
      await desk.addEvidence(pictureOf(sessionId, 'c1'));
      await desk.recordRun(runOf(sessionId, [finding('a')]));
      await desk.recordVisit({ sessionId, url: 'http://www.shili.gov.cn/', title: '首页' });
      await desk.removeSession({ sessionId });
      await expect(desk.sessionView({ sessionId })).rejects.toEqual(refused('not-found'));
      const left = await repository?.transaction('read', async (tables) => [
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

  it('announces nothing when the write fails, and says so in one sentence', async () => {
    const { desk, changes } = open();
    const { id: sessionId } = await startSmall(desk);
    changes.length = 0;
    const broken = deskOver({
      close: () => undefined,
      transaction: async (mode, run) => {
        if (mode === 'read' || !repository) throw new Error('closed');
        await repository.transaction(mode, async (tables) => {
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
