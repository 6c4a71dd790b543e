// The desk asked by messages over a channel that loses calls, answers and the worker itself.
import { describe, expect, it } from 'vitest';
import type { DeskReply } from '@/lib/desk/desk-messages';
import type { LocalDesk } from '@/lib/desk/local-desk';
import { createRemoteDesk } from '@/lib/desk/remote-desk';
import { serveDesk } from '@/lib/desk/serve';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, finding, PNG, pictureOf, runOf, startSmall } from './desk-fixture';

type Accident = 'none' | 'lost before' | 'lost after' | 'no answer' | 'hangs';

/** A desk behind a channel that copies as JSON; `accidents` happen to the next messages, in order. */
function behindChannel(timeoutMs = 2000) {
  const repository = createMemoryRepository();
  const local = deskOver(repository);
  const accidents: Accident[] = [];
  const sent: { desk?: string; callId?: string }[] = [];
  let workers = 0;
  const send = async (message: unknown): Promise<unknown> => {
    const copy = JSON.parse(JSON.stringify(message));
    sent.push(copy);
    const accident = accidents.shift() ?? 'none';
    if (accident === 'lost before') throw new Error('Receiving end does not exist.');
    if (accident === 'hangs') return new Promise(() => undefined);
    // A fresh worker each time: nothing is remembered but the database.
    const worker = deskOver(repository, { prefix: `w${++workers}-` });
    const reply = await serveDesk(worker.desk, copy);
    local.changes.push(...worker.changes);
    if (accident === 'lost after')
      throw new Error('The message channel closed before a response was received.');
    return accident === 'no answer' ? undefined : JSON.parse(JSON.stringify(reply));
  };
  return { remote: createRemoteDesk(send, { timeoutMs }), accidents, sent, changes: local.changes };
}

describe('the message road', () => {
  it('carries a whole inspection', async () => {
    const { remote } = behindChannel();
    const { id: sessionId } = await remote.startSession({
      subject: { kind: 'website', name: '示例市', aliases: [], adHoc: true, hasServices: true },
      setId: 'small',
      inspector: '张三',
    });
    await remote.setVerdicts({
      sessionId,
      by: '张三',
      edits: [{ criterionId: 'c1', status: 'hit', count: 2 }],
    });
    await remote.recordRun(runOf(sessionId, [finding('a')]));
    const { id } = await remote.addEvidence(pictureOf(sessionId, 'c1'));
    expect(await remote.evidenceImage({ id })).toBe(PNG);
    const view = await remote.sessionView({ sessionId });
    expect(view).toMatchObject({
      verdicts: [{ criterionId: 'c1', count: 2, evidenceIds: [id] }],
      runs: [{ url: 'http://www.shili.gov.cn/' }],
      canUndo: true,
    });
    await remote.undo({ sessionId, by: '张三' });
    expect((await remote.listSessions({}))[0]).toMatchObject({ decided: 0, criteria: 3 });
  });

  it.each<Accident[]>([
    ['lost before'],
    ['lost after'],
    ['no answer'],
    ['lost before', 'lost after', 'lost after'],
  ])('applies a write once when its message or answer is lost: %s %s %s', async (...accidents) => {
    const { remote, accidents: next, sent } = behindChannel();
    const { id: sessionId } = await startSmall(remote);
    next.push(...accidents.filter(Boolean));
    const evidence = await remote.addEvidence(pictureOf(sessionId, 'c1'));
    const calls = sent.filter(({ desk }) => desk === 'addEvidence');
    expect(calls.length).toBe(accidents.filter(Boolean).length + 1);
    expect(new Set(calls.map(({ callId }) => callId)).size).toBe(1);
    const view = await remote.sessionView({ sessionId });
    expect(view.evidence).toEqual([evidence]);
    expect(await remote.journal({ sessionId })).toHaveLength(2);
  });

  it('announces the change of a repeated write too, for a worker may die between commit and announcement', async () => {
    const { remote, accidents, changes } = behindChannel();
    const { id: sessionId } = await startSmall(remote);
    changes.length = 0;
    accidents.push('lost after');
    await remote.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'ok' }] });
    expect(changes).toEqual(Array(2).fill({ what: 'session', sessionId }));
  });

  it('never calls a write saved that got no answer in time', async () => {
    const { remote, accidents } = behindChannel(150);
    const { id: sessionId } = await startSmall(remote);
    accidents.push('hangs');
    await expect(
      remote.setVerdicts({ sessionId, by: '张三', edits: [{ criterionId: 'c1', status: 'ok' }] }),
    ).rejects.toMatchObject({ name: 'DeskError', code: 'unreachable', message: /未能确认/ });
    expect((await remote.sessionView({ sessionId })).verdicts).toEqual([]);
  });

  it('gives up when the other end stays away', async () => {
    const desk = createRemoteDesk(() => Promise.reject(new Error('gone')), { timeoutMs: 120 });
    await expect(desk.listRounds({})).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('does two equal calls twice', async () => {
    const { remote } = behindChannel();
    const { id: sessionId } = await startSmall(remote);
    await Promise.all([remote.addEvidence(pictureOf(sessionId)), remote.addEvidence(pictureOf(sessionId))]);
    const { evidence } = await remote.sessionView({ sessionId });
    expect(evidence.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('passes refusals on as they are', async () => {
    const { remote } = behindChannel();
    await expect(remote.sessionView({ sessionId: 'none' })).rejects.toMatchObject({
      name: 'DeskError',
      code: 'not-found',
      message: '没有找到所选的检查记录，可能已被删除，请重新选择。',
    });
  });

  it('refuses an answer of another shape', async () => {
    const { desk } = deskOver(createMemoryRepository());
    const broken = { ...desk, listRounds: async () => [{ id: 1 }] } as unknown as LocalDesk;
    const remote = createRemoteDesk((message) => serveDesk(broken, message), { timeoutMs: 100 });
    await expect(remote.listRounds({})).rejects.toMatchObject({ name: 'DeskError', code: 'invalid' });
  });

  it('asks again instead of taking something else for an answer', async () => {
    const replies: unknown[] = [null, 'ok', { ok: 'yes', value: [] }, { ok: false }, { ok: true, value: [] }];
    const desk = createRemoteDesk(async () => replies.shift(), { timeoutMs: 3_000 });
    await expect(desk.listRounds({})).resolves.toEqual([]);
    expect(replies).toEqual([]);
  });

  it('is no promise, and a call of an unknown name is refused by the other end', async () => {
    const { remote } = behindChannel();
    expect(await Promise.resolve(remote)).toBe(remote);
    const unknown = remote as unknown as Record<string, (input: unknown) => Promise<unknown>>;
    await expect(unknown.nope?.({})).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('serving', () => {
  const { desk } = deskOver(createMemoryRepository());
  it.each([
    null,
    'listRounds',
    {},
    { desk: 'nope', input: {} },
    { desk: 'constructor', input: {} },
    { desk: '__proto__', input: {} },
    { desk: 'sessionView', input: { sessionId: 7 } },
    { desk: 'sessionView' },
    { desk: 'listRounds', input: {}, callId: 3 },
    { desk: 'setVerdicts', input: { sessionId: 's', by: '', edits: [] } },
  ])('answers %j with a refusal and never throws', async (message) => {
    const reply: DeskReply = await serveDesk(desk, message);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringMatching(/。$/) },
    });
  });

  it('answers a desk that breaks with a refusal too', async () => {
    const broken = { ...desk, listRounds: () => Promise.reject(new TypeError('x')) };
    expect(await serveDesk(broken, { desk: 'listRounds', input: {} })).toMatchObject({
      ok: false,
      error: { code: 'storage' },
    });
  });
});
