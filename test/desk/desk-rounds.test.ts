// Rounds on the desk: planning, drawing, handing out, closing, reopening, and blind double checks.
import { describe, expect, it } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import type { Subject } from '@/lib/model/session';
import { describeEachRepository, refused } from './each-repository';

const plan = (name: string) => ({
  name,
  startDay: '2026-10-01',
  endDay: '2026-12-31',
  dueDay: '2026-12-20',
  sets: [{ kind: 'website' as const, setId: 'small' }],
  previousId: null,
});
const subject = (id: string, more: Partial<Subject> = {}): Subject => ({
  id,
  kind: 'website',
  name: `单位${id}`,
  group: 'department',
  host: `${id}.shili.gov.cn`,
  aliases: [],
  adHoc: false,
  hasServices: true,
  ...more,
});
const register = async (desk: LocalDesk, count = 10) => {
  for (let at = 0; at < count; at++) await desk.putSubject(subject(`w${at}`));
};
const by = '汇总人';
const membersOf = async (desk: LocalDesk, roundId: string) =>
  (await desk.roundBoard({ roundId })).rows.map(({ subject: { id } }) => id);

describeEachRepository('rounds', ({ open }) => {
  const started = async () => {
    const { desk, changes } = open();
    await register(desk);
    const round = await desk.createRound({ plan: plan('四季度'), draw: { kind: 'all' }, by });
    const begin = (id: string, inspector = '张三') =>
      desk.startSession({ subject: { id }, roundId: round.id, inspector });
    return { desk, changes, round, begin };
  };

  describe('planning', () => {
    it('makes a round over the whole register and journals it', async () => {
      const { desk, round } = await started();
      expect(round.scope).toEqual({ kind: 'all' });
      expect(await membersOf(desk, round.id)).toHaveLength(10);
      const events = await desk.roundEvents({ roundId: round.id });
      expect(events.map(({ seq, kind, by: who }) => [seq, kind, who])).toEqual([
        [2, 'draw', by],
        [1, 'create', by],
      ]);
    });

    it('refuses a taken name, reversed days, doubled rules, sets of another kind, and circles; nothing changes', async () => {
      const { desk, round } = await started();
      const make = (more: object) => desk.createRound({ plan: { ...plan('新'), ...more }, by });
      await expect(make({ name: '四季度' })).rejects.toEqual(refused('conflict'));
      await expect(make({ startDay: '2027-01-01' })).rejects.toEqual(refused('invalid'));
      const rule = { kind: 'website' as const, setId: 'small' };
      await expect(make({ sets: [rule, rule] })).rejects.toEqual(refused('invalid'));
      await expect(make({ sets: [{ kind: 'new-media', setId: 'small' }] })).rejects.toEqual(
        refused('invalid'),
      );
      const next = await make({ previousId: round.id });
      await expect(
        desk.updateRound({ roundId: round.id, plan: { ...plan('四季度'), previousId: next.id }, by }),
      ).rejects.toEqual(refused('invalid'));
      expect(await desk.listRounds({})).toHaveLength(2);
      expect(await desk.roundEvents({ roundId: round.id })).toHaveLength(2);
    });

    it('draws the same sample twice, keeps inspectors and begun subjects', async () => {
      const { desk, round, begin } = await started();
      const draw = { kind: 'sample' as const, seed: '种子', size: 4 };
      await desk.drawSubjects({ roundId: round.id, draw, by });
      const first = await membersOf(desk, round.id);
      expect(first).toHaveLength(4);
      const kept = first[0] ?? '';
      await desk.assignSubjects({
        roundId: round.id,
        subjectIds: [kept],
        inspectors: ['李四'],
        keep: true,
        by,
      });
      await desk.drawSubjects({ roundId: round.id, draw: { kind: 'all' }, by });
      const outside = (await membersOf(desk, round.id)).find((id) => !first.includes(id)) ?? '';
      await begin(outside);
      const again = await desk.drawSubjects({ roundId: round.id, draw, by });
      expect(again).toEqual({ count: 5, kept: 1 });
      expect((await membersOf(desk, round.id)).sort()).toEqual([...first, outside].sort());
      const { rows } = await desk.roundBoard({ roundId: round.id });
      expect(rows.find((row) => row.subject.id === kept)?.assignment?.inspector).toBe('李四');
    });

    it('hands out evenly, sets due days, and takes back', async () => {
      const { desk, round } = await started();
      const subjectIds = await membersOf(desk, round.id);
      const call = { roundId: round.id, subjectIds, keep: true, by };
      expect(await desk.assignSubjects({ ...call, inspectors: ['甲', '乙'] })).toEqual({ changed: 10 });
      const of = async (name: string) =>
        (await desk.roundBoard({ roundId: round.id })).rows.filter(
          ({ assignment }) => assignment?.inspector === name,
        ).length;
      expect([await of('甲'), await of('乙')]).toEqual([5, 5]);
      expect(await desk.assignSubjects({ ...call, inspectors: ['丙'] })).toEqual({ changed: 0 });
      expect(await desk.assignSubjects({ ...call, dueDay: '2026-11-30' })).toEqual({ changed: 10 });
      expect(await desk.assignSubjects({ ...call, keep: false, inspectors: [] })).toEqual({ changed: 10 });
      const { rows } = await desk.roundBoard({ roundId: round.id });
      expect(
        rows.every(({ assignment }) => assignment?.inspector === '' && assignment.dueDay === '2026-11-30'),
      ).toBe(true);
      await expect(
        desk.assignSubjects({ ...call, subjectIds: ['nobody'], inspectors: ['甲'] }),
      ).rejects.toEqual(refused('not-found'));
    });

    it('takes subjects in and out by hand, but not begun ones', async () => {
      const { desk, round, begin } = await started();
      await begin('w1');
      const roundId = round.id;
      await expect(desk.changeSubjects({ roundId, add: [], remove: ['w0', 'w1'], by })).rejects.toEqual(
        refused('conflict'),
      );
      expect(await desk.changeSubjects({ roundId, add: [], remove: ['w0'], by })).toEqual({
        added: 0,
        removed: 1,
      });
      expect((await desk.subjectsOutside({ roundId })).map(({ id }) => id)).toEqual(['w0']);
      await expect(desk.removeRound({ roundId })).rejects.toEqual(refused('conflict'));
    });

    it('starts sessions with the set of the round, and says so when it has none', async () => {
      const { desk, round, begin } = await started();
      expect(await begin('w1')).toMatchObject({ setId: 'small', roundId: round.id });
      await desk.putSubject(subject('m', { kind: 'new-media' }));
      await expect(begin('m')).rejects.toEqual(refused('invalid'));
    });
  });

  describe('closing', () => {
    it('is refused while something is unfinished, freezes, locks, and is undone with a reason', async () => {
      const { desk, round, begin } = await started();
      const session = await begin('w1');
      const sessionId = session.id;
      await desk.setVerdicts({ sessionId, by, edits: [{ criterionId: 'c1', status: 'hit' }] });
      await desk.finishSession({ sessionId, by });
      const openSession = await begin('w2');
      const roundId = round.id;
      await expect(desk.closeRound({ roundId, by, acceptUnfinished: false })).rejects.toThrow(
        '已完成 1 个，有争议 0 个，检查中 1 个，未检 8 个',
      );
      expect(await desk.closeRound({ roundId, by, acceptUnfinished: true })).toEqual({ frozen: 2 });

      const edit = { sessionId: openSession.id, by, edits: [{ criterionId: 'c1', status: 'ok' as const }] };
      const locked = refused('locked');
      await expect(desk.setVerdicts(edit)).rejects.toEqual(locked);
      await expect(desk.undo({ sessionId: openSession.id, by })).rejects.toEqual(locked);
      await expect(desk.finishSession({ sessionId: openSession.id, by })).rejects.toEqual(locked);
      await expect(desk.reopenSession({ sessionId, by, reason: '补充' })).rejects.toEqual(locked);
      await expect(desk.removeSession({ sessionId })).rejects.toEqual(locked);
      await expect(begin('w3')).rejects.toEqual(refused('conflict'));
      await expect(desk.drawSubjects({ roundId, draw: { kind: 'all' }, by })).rejects.toEqual(locked);
      await expect(desk.closeRound({ roundId, by, acceptUnfinished: true })).rejects.toEqual(locked);
      // The sheet of a closed round stays as it was, whatever happens to the subject.
      await desk.putSubject(subject('w1', { hasServices: false }));
      const row = (await desk.roundBoard({ roundId })).rows.find((one) => one.subject.id === 'w1');
      expect(row?.session?.total).toBe(9900);

      await expect(desk.reopenRound({ roundId, by, reason: '  ' })).rejects.toThrow('请填写原因。');
      expect((await desk.reopenRound({ roundId, by, reason: '补查一家' })).state).toBe('open');
      await desk.setVerdicts(edit);
      expect((await desk.roundEvents({ roundId })).slice(0, 2).map(({ kind, text }) => [kind, text])).toEqual(
        [
          ['reopen', '重新开放轮次：补查一家'],
          ['close', '结束轮次：已完成 1 个，有争议 0 个，检查中 1 个，未检 8 个；封存评分表 2 份。'],
        ],
      );
    });
  });

  describe('a blind double check', () => {
    it('closes the first session to the second inspector until he finishes or opens it with a reason', async () => {
      const { desk, begin } = await started();
      const { id: sessionId, roundId } = await begin('w1', '张三');
      await desk.setVerdicts({ sessionId, by, edits: [{ criterionId: 'c1', status: 'hit', note: '首页' }] });
      const second = await desk.arrangeDoubleCheck({ sessionId, inspector: '李四', by });
      const settings = await desk.getSettings({});
      const sit = (inspector: string) => desk.putSettings({ ...settings, inspector });
      const row = async () => (await desk.listSessions({})).find(({ session }) => session.id === sessionId);
      const onBoard = async () =>
        (await desk.roundBoard({ roundId })).rows.find(({ session }) => session?.id === sessionId)?.session;

      await sit('李四');
      await expect(desk.sessionView({ sessionId })).rejects.toEqual(refused('blind'));
      await expect(desk.journal({ sessionId })).rejects.toEqual(refused('blind'));
      expect(await desk.openPanel({ sessionId, left: false })).toMatchObject({ view: null });
      expect(await row()).toMatchObject({ blind: true, decided: 0, total: null, result: 'undetermined' });
      expect(await onBoard()).toMatchObject({ blind: true, decided: 0, total: null });
      expect(JSON.stringify([await row(), await onBoard()])).not.toContain('首页');
      expect(await desk.sessionView({ sessionId: second.id })).toMatchObject({ session: { id: second.id } });
      await sit('王五');
      expect(await desk.sessionView({ sessionId })).toMatchObject({ verdicts: [{ note: '首页' }] });
      expect((await row())?.blind).toBeUndefined();
      await expect(desk.openBlind({ sessionId, by: '王五', reason: '看看' })).rejects.toEqual(
        refused('conflict'),
      );

      await sit('李四');
      await desk.openBlind({ sessionId, by: '李四', reason: '核对图片' });
      expect(await desk.sessionView({ sessionId })).toMatchObject({ verdicts: [{ note: '首页' }] });
      expect((await desk.roundEvents({ roundId }))[0]).toMatchObject({
        by: '李四',
        kind: 'double-check',
        text: expect.stringMatching(/复核完成前查看了“.*”的原检查：核对图片/),
      });
      expect((await desk.sessionView({ sessionId: second.id })).session.openedBlind).toMatchObject({
        by: '李四',
        reason: '核对图片',
      });
    });

    it('begins empty, hides the first one from the second inspector, and compares both', async () => {
      const { desk, begin } = await started();
      const first = await begin('w1', '张三');
      const sessionId = first.id;
      await desk.setVerdicts({
        sessionId,
        by,
        edits: [
          { criterionId: 'c1', status: 'ok' },
          { criterionId: 'c2', status: 'ok' },
        ],
      });
      await expect(desk.arrangeDoubleCheck({ sessionId, inspector: '张三', by })).rejects.toEqual(
        refused('invalid'),
      );
      const second = await desk.arrangeDoubleCheck({ sessionId, inspector: '李四', by });
      await expect(desk.arrangeDoubleCheck({ sessionId, inspector: '李四', by })).rejects.toEqual(
        refused('conflict'),
      );
      await expect(desk.arrangeDoubleCheck({ sessionId: second.id, inspector: '王五', by })).rejects.toEqual(
        refused('invalid'),
      );
      expect((await desk.sessionView({ sessionId: second.id })).verdicts).toEqual([]);

      const settings = await desk.getSettings({});
      const seen = async () =>
        (await desk.sessionsForHost({ host: 'w1.shili.gov.cn' })).map(({ session }) => session.id).sort();
      expect(await seen()).toEqual([first.id, second.id].sort());
      await desk.putSettings({ ...settings, inspector: '李四' });
      expect(await seen()).toEqual([second.id]);
      expect((await begin('w1', '李四')).id).toBe(second.id);
      expect((await begin('w1', '张三')).id).toBe(first.id);

      await desk.setVerdicts({
        sessionId: second.id,
        by: '李四',
        edits: [
          { criterionId: 'c1', status: 'ok' },
          { criterionId: 'c2', status: 'hit' },
        ],
      });
      await desk.finishSession({ sessionId: second.id, by: '李四' });
      await expect(desk.doubleCheckAgreement({ sessionId: second.id })).rejects.toEqual(refused('conflict'));
      await desk.finishSession({ sessionId, by });
      expect(await desk.doubleCheckAgreement({ sessionId: second.id })).toMatchObject({
        agreement: { compared: 2, agreed: 1, share: 5000 },
      });
      expect(await seen()).toEqual([first.id, second.id].sort());
      // A double check never counts in the round.
      const { rows } = await desk.roundBoard({ roundId: first.roundId });
      const row = rows.find((one) => one.subject.id === 'w1');
      expect(row?.session?.id).toBe(first.id);
      expect(row?.doubleChecks).toEqual([{ id: second.id, inspector: '李四', state: 'finished' }]);
    });
  });
});
