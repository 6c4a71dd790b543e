// Rectification on the desk: items made once, moved in bulk or not at all, files kept, rechecks that touch no inspection.
import { expect, it } from 'vitest';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { finding, PNG, pictureOf, runOf, site, startSmall } from './desk-fixture';
import { describeEachRepository, refused } from './each-repository';

const A = finding('a.jpg');
const B = finding('b.jpg');
const FILE = { name: '整改说明.txt', mime: 'text/plain', data: 'data:text/plain;base64,5bey5pS5' };

/** A finished inspection with two findings and one problem by hand. */
async function finished(desk: LocalDesk): Promise<string> {
  const { id: sessionId } = await startSmall(desk);
  await desk.recordRun(runOf(sessionId, [A, B]));
  const suggestions = [{ criterionId: 'c1', findingKeys: [A.key, B.key] }];
  await desk.decideSuggestions({ sessionId, by: '张三', decision: 'accepted', suggestions });
  await desk.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c2', count: 1, note: '首页' }] });
  await desk.addEvidence(pictureOf(sessionId, 'c2'));
  await desk.finishSession({ sessionId, by: '张三' });
  return sessionId;
}

describeEachRepository('rectification', (bench) => {
  it('makes each problem once, of finished inspections only', async () => {
    const { desk, changes } = bench.open();
    const { id: unfinished } = await startSmall(desk);
    expect(await desk.makeRectifications({ sessionId: unfinished, by: '张三' })).toEqual({
      made: 0,
      known: 0,
      sessions: 0,
      unfinished: 1,
    });
    const sessionId = await finished(desk);
    const { roundId } = (await desk.sessionView({ sessionId })).session;
    expect(await desk.makeRectifications({ roundId, by: '张三' })).toMatchObject({ made: 3, known: 0 });
    expect(changes.at(-1)).toEqual({ what: 'rectifications' });
    const rows = await desk.listRectifications({ roundId });
    expect(rows.map(({ item }) => item.problem)).toEqual([A.message, B.message, '评分点c2\n首页']);
    const before = JSON.stringify(rows);
    expect(await desk.makeRectifications({ sessionId, by: '李四' })).toMatchObject({ made: 0, known: 3 });
    expect(JSON.stringify(await desk.listRectifications({}))).toBe(before);
  });

  it('moves all or none, with a due day, words and files', async () => {
    const { desk } = bench.open();
    const sessionId = await finished(desk);
    await desk.makeRectifications({ sessionId, by: '张三' });
    const ids = (await desk.listRectifications({})).map(({ item }) => item.id);
    const [first = '', second = ''] = ids;
    await desk.moveRectifications({
      ids,
      to: 'notified',
      by: '张三',
      text: '市办函〔2026〕1号',
      dueDay: '2026-12-20',
    });
    expect((await desk.listRectifications({})).map(({ item }) => [item.state, item.dueDay])).toEqual(
      ids.map(() => ['notified', '2026-12-20']),
    );
    const answer = { ids: [first], to: 'responded' as const, by: '张三', text: '已更换图片', files: [FILE] };
    await expect(desk.moveRectifications({ ...answer, ids })).rejects.toEqual(refused('invalid'));
    await expect(desk.moveRectifications({ ...answer, text: ' ' })).rejects.toEqual(refused('invalid'));
    const [answered] = await desk.moveRectifications(answer);
    expect(answered?.state).toBe('responded');
    // One of the two may not be answered once more: neither moves.
    await expect(
      desk.moveRectifications({ ids: [first, second], to: 'responded', by: '张三', text: '再次' }),
    ).rejects.toEqual(refused('conflict'));
    expect((await desk.rectification({ id: second })).item.state).toBe('notified');
    const view = await desk.rectification({ id: first });
    expect(view.files.map(({ name, size }) => [name, size])).toEqual([[FILE.name, 6]]);
    expect(view.criterion).toEqual({ indicator: '网站标识', text: '评分点c1' });
    expect(await desk.rectificationFile({ id: view.files[0]?.id ?? '' })).toMatchObject(FILE);
    const huge = { ...FILE, data: `data:text/plain;base64,${'A'.repeat(14_000_004)}` };
    await expect(desk.addRectificationFile({ id: first, by: '张三', file: huge })).rejects.toThrow(
      '超过 10 MB',
    );
    await desk.addRectificationFile({ id: first, by: '张三', file: { ...FILE, name: '补充.txt' } });
    await desk.setRectificationDue({ ids: [first], dueDay: null, by: '张三' });
    const { item, files } = await desk.rectification({ id: first });
    expect(files).toHaveLength(2);
    expect(item.dueDay).toBeUndefined();
    expect(item.events.map(({ from, to }) => [from, to])).toEqual([
      [null, 'open'],
      ['open', 'notified'],
      ['notified', 'responded'],
      ['responded', 'responded'],
      ['responded', 'responded'],
    ]);
  });

  it('notes a recheck with picture and decision, and leaves the inspection as it was, in a closed round too', async () => {
    const { desk } = bench.open();
    const sessionId = await finished(desk);
    await desk.makeRectifications({ sessionId, by: '张三' });
    const { round } = await desk.sessionView({ sessionId });
    await desk.putRound({ ...round, state: 'closed' });
    const before = JSON.stringify(await desk.sessionView({ sessionId }));
    const journal = JSON.stringify(await desk.journal({ sessionId }));
    const id = (await desk.listRectifications({}))[0]?.item.id ?? '';
    await desk.moveRectifications({ ids: [id], to: 'notified', by: '张三', text: '' });
    const again = await desk.recordRecheck({
      id,
      by: '张三',
      found: true,
      text: '再次发现',
      picture: PNG,
      decision: { to: 'reopened', text: '仍未更换' },
    });
    expect(again.state).toBe('reopened');
    const mended = await desk.recordRecheck({ id, by: '张三', found: false, text: '未再发现' });
    expect(mended.state).toBe('rechecked');
    expect(mended.events.at(-1)?.recheck).toEqual({ found: false, proposal: 'closed' });
    await desk.moveRectifications({ ids: [id], to: 'closed', by: '李四', text: '复查合格' });
    await expect(desk.recordRecheck({ id, by: '张三', found: true, text: '' })).rejects.toEqual(
      refused('conflict'),
    );
    const { item, files } = await desk.rectification({ id });
    expect(item.events.find(({ recheck }) => recheck?.found)?.recheck?.evidenceId).toBe(files[0]?.id);
    expect(files[0]).toMatchObject({ mime: 'image/png' });
    expect(JSON.stringify(await desk.sessionView({ sessionId }))).toBe(before);
    expect(JSON.stringify(await desk.journal({ sessionId }))).toBe(journal);
    await expect(desk.rectification({ id: 'none' })).rejects.toEqual(refused('not-found'));
  });

  it('shows the next round what was promised and whether it is seen again', async () => {
    const { desk } = bench.open();
    const sessionId = await finished(desk);
    await desk.makeRectifications({ sessionId, by: '张三' });
    const { round } = await desk.sessionView({ sessionId });
    const createdAt = new Date(Date.parse(round.createdAt) + 1).toISOString();
    await desk.putRound({ ...round, id: 'next', name: '下一季度', previousId: round.id, createdAt });
    expect(await desk.promisedRectifications({ sessionId })).toEqual([]);
    const next = await desk.startSession({
      subject: site,
      roundId: 'next',
      setId: 'small',
      inspector: '张三',
    });
    const seen = async () =>
      (await desk.promisedRectifications({ sessionId: next.id })).map(({ again }) => again);
    expect(await seen()).toEqual(['unknown', 'unknown', 'unknown']);
    await desk.recordRun(runOf(next.id, [A]));
    await desk.setVerdicts({ sessionId: next.id, by: '张三', edits: [{ criterionId: 'c2', status: 'ok' }] });
    expect(await seen()).toEqual(['found', 'not-found', 'not-found']);
  });
});
