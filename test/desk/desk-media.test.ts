// Accounts on the desk: the fast lane and its way back, notes that become suggestions, and reposts that are counted.
import { expect, it } from 'vitest';
import { shippedSets } from '@/lib/indicators/shipped';
import { suggest } from '@/lib/indicators/suggest';
import type { Subject } from '@/lib/model/session';
import { describeEachRepository } from './each-repository';

const account = (n: number, part: Partial<Subject> = {}): Subject => ({
  id: `w${n}`,
  kind: 'new-media',
  name: `示例发布${n}`,
  platform: 'weibo',
  url: `https://weibo.com/u/${n}`,
  host: 'weibo.com',
  group: n % 2 === 0 ? 'district' : 'department',
  aliases: [],
  adHoc: false,
  hasServices: true,
  ...part,
});

describeEachRepository('accounts on the desk', (bench) => {
  async function open() {
    const fixture = bench.open({ shipped: [...shippedSets] });
    const { desk } = fixture;
    const roundId = 'r';
    await desk.putRound({
      id: roundId,
      name: '2026年第四季度',
      state: 'open',
      createdAt: '2026-11-01T00:00:00.000Z',
      sets: [{ kind: 'new-media', setId: 'city-new-media' }],
    });
    for (const n of [1, 2, 3]) await desk.putSubject(account(n));
    return { ...fixture, roundId };
  }

  it('passes a clean account in one step and takes it back, journaled', async () => {
    const { desk, roundId } = await open();
    const passed = await desk.passAccount({ roundId, subjectId: 'w1', by: '张三' });
    expect(passed).toMatchObject({ state: 'finished', inspector: '张三' });
    const view = await desk.sessionView({ sessionId: passed.id });
    const app = view.verdicts.find(({ criterionId }) => criterionId === 'veto-app-download');
    expect(app?.status, 'a microblog is no application').toBe('na');
    expect(new Set(view.verdicts.map(({ status }) => status))).toEqual(new Set(['ok', 'na']));
    const lane = await desk.mediaLane({ roundId });
    expect(lane.accounts.map(({ subject, state }) => [subject.id, state])).toEqual([
      ['w2', 'untested'],
      ['w1', 'finished'],
      ['w3', 'untested'],
    ]);
    expect((await desk.laneAccount({ roundId, subjectId: 'w1' })).undo).toBe('pass');
    await expect(desk.passAccount({ roundId, subjectId: 'w1', by: '张三' })).rejects.toThrow('已完成检查');

    const back = await desk.takeBackPass({ sessionId: passed.id, by: '张三' });
    expect(back.state).toBe('reopened');
    expect((await desk.sessionView({ sessionId: passed.id })).verdicts).toEqual([]);
    expect((await desk.journal({ sessionId: passed.id })).map(({ kind }) => kind)).toEqual([
      'start',
      'verdict',
      'finish',
      'reopen',
      'verdict',
    ]);
    await expect(desk.takeBackPass({ sessionId: passed.id, by: '张三' })).rejects.toThrow('快速检查');
    expect((await desk.passAccount({ roundId, subjectId: 'w1', by: '张三' })).id).toBe(passed.id);
  });

  it('keeps what was decided before', async () => {
    const { desk, roundId } = await open();
    const session = await desk.startSession({ subject: { id: 'w2' }, roundId, inspector: '张三' });
    const edits = [{ criterionId: 'use-content-poor', count: 1 }];
    await desk.setVerdicts({ sessionId: session.id, by: '张三', edits });
    await desk.passAccount({ roundId, subjectId: 'w2', by: '张三' });
    await desk.takeBackPass({ sessionId: session.id, by: '张三' });
    const { verdicts } = await desk.sessionView({ sessionId: session.id });
    expect(verdicts.map(({ criterionId, status }) => [criterionId, status])).toEqual([
      ['use-content-poor', 'hit'],
    ]);
  });

  it('turns notes into suggestions, and does not pass over them', async () => {
    const { desk, roundId } = await open();
    const session = await desk.startSession({ subject: { id: 'w1' }, roundId, inspector: '张三' });
    const functions = [{ name: '办事大厅', works: false }];
    const notes = { lastPublishedDay: '2026-10-01', functions };
    const noted = await desk.setAccountNotes({ sessionId: session.id, by: '张三', notes });
    expect(noted.account).toMatchObject({ ...notes, by: '张三', at: expect.any(String) });
    expect((await desk.journal({ sessionId: session.id })).at(-1)).toMatchObject({
      kind: 'account',
      reason: '最近发布 2026-10-01；办事大厅不可用',
    });
    const view = await desk.sessionView({ sessionId: session.id });
    const open_ = suggest(view.set, view.runs, view.decisions);
    expect(open_.map(({ criterionId, count }) => [criterionId, count])).toEqual([
      ['veto-update-stale', 1],
      ['use-function-fail', 1],
    ]);
    await expect(desk.passAccount({ roundId, subjectId: 'w1', by: '张三' })).rejects.toThrow(
      '2 条建议未处理',
    );
    await desk.decideSuggestions({
      sessionId: session.id,
      by: '张三',
      decision: 'accepted',
      suggestions: open_,
    });
    await desk.passAccount({ roundId, subjectId: 'w1', by: '张三' });
    await expect(desk.setAccountNotes({ sessionId: session.id, by: '张三', notes })).rejects.toThrow('锁定');
  });

  it('says in the journal what filing was noted', async () => {
    const { desk, roundId } = await open();
    const { id: sessionId } = await desk.startSession({ subject: { id: 'w1' }, roundId, inspector: '张三' });
    await desk.setAccountNotes({ sessionId, by: '张三', notes: { filing: 'change-unfiled' } });
    expect((await desk.journal({ sessionId })).at(-1)?.reason).toBe('备案状态记为“变更未备案”');
  });

  it('counts missed reposts as so many occurrences', async () => {
    const { desk, roundId, changes } = await open();
    const items = await desk.putRepostItems({
      roundId,
      items: [
        { title: '国务院通知', source: '市政府办公厅', dueDay: '2026-11-10' },
        { title: '防汛提示', source: '' },
      ],
    });
    expect(items.map(({ title, order }) => [title, order])).toEqual([
      ['国务院通知', 1],
      ['防汛提示', 2],
    ]);
    await expect(
      desk.putRepostItems({ roundId, items: [{ title: ' 防汛提示 ', source: '' }] }),
    ).rejects.toThrow('已在表中');
    const ticks = items.map(({ id }) => ({ itemId: id, subjectId: 'w1', state: 'missed' as const }));
    const before = await desk.setReposts({ roundId, by: '张三', ticks });
    expect(before.every(({ state }) => state === null)).toBe(true);
    expect(changes.at(-1)).toEqual({ what: 'reposts' });
    const session = await desk.startSession({ subject: { id: 'w1' }, roundId, inspector: '张三' });
    const { suggestions } = await desk.laneAccount({ roundId, subjectId: 'w1' });
    expect(suggestions).toMatchObject([{ criterionId: 'manage-repost-missed', count: 2, points: 1000 }]);
    expect((await desk.roundBook({ roundId })).reposts).toHaveLength(2);

    await desk.setReposts({ roundId, by: '张三', ticks: before });
    expect((await desk.repostTable({ roundId })).reposts).toEqual([]);
    expect((await desk.sessionView({ sessionId: session.id })).runs).toEqual([]);
    const wrong = [{ itemId: 'x', subjectId: 'w1', state: 'done' as const }];
    await expect(desk.setReposts({ roundId, by: '张三', ticks: wrong })).rejects.toThrow('没有找到');
    await desk.setReposts({ roundId, by: '张三', ticks: ticks.slice(0, 1) });
    await desk.removeRepostItem({ roundId, itemId: items[0]?.id ?? '' });
    expect(await desk.repostTable({ roundId })).toMatchObject({
      items: [{ title: '防汛提示' }],
      reposts: [],
    });
  });

  it('a page of the platform brings up only the account that it belongs to', async () => {
    const { desk, roundId } = await open();
    for (const n of [1, 2]) {
      await desk.startSession({ subject: { id: `w${n}` }, roundId, inspector: '张三' });
    }
    const own = await desk.openPanel({ host: 'weibo.com', url: 'https://weibo.com/u/2?x=1', left: false });
    expect(own.view?.subject.id).toBe('w2');
    const other = await desk.openPanel({ host: 'weibo.com', url: 'https://weibo.com/hot', left: false });
    expect(other.view).toBeNull();
    expect(other.rows.map(({ sure }) => sure)).toEqual([false, false]);
  });
});
