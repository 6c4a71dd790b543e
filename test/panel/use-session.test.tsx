// @vitest-environment happy-dom
// “Saved” tells the truth: said only after the desk has answered; a refused step is taken back on screen.
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClientProvider } from '@/components/client';
import { type OpenSession, useSession } from '@/components/panel/use-session';
import type { InspectionClient } from '@/lib/client/client';
import type { DeskChange } from '@/lib/desk/desk-change';
import { DeskError } from '@/lib/desk/desk-error';
import type { Desk } from '@/lib/desk/protocol';
import type { VerdictStatus } from '@/lib/model/session';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, finding, runOf, startSmall } from '../desk/desk-fixture';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
let shown: OpenSession | undefined;
let onDraw: ((session: OpenSession) => void) | undefined;
let refusals: string[];
let listeners: Set<(change: DeskChange) => void>;

beforeEach(() => {
  refusals = [];
  listeners = new Set();
  shown = undefined;
  onDraw = undefined;
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

function Probe({ sessionId, by }: { sessionId: string; by: string }) {
  shown = useSession(sessionId, by, refuse).session;
  if (shown) onDraw?.(shown);
  return null;
}
const refuse = (sentence: string) => refusals.push(sentence);

const wait = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));
const settle = () => wait(20);
/** Longer than an answer may take before the step is drawn without it. */
const lookAgain = () => wait(50);

/** Opens a session; calls of `setVerdicts` wait until they are let through or refused. */
async function open(by = '李四') {
  const { desk } = deskOver(createMemoryRepository());
  const session = await startSmall(desk);
  const gates: { pass(): void; refuse(error: Error): void }[] = [];
  const gated: Desk = {
    ...desk,
    setVerdicts: async (input) => {
      await new Promise<void>((resolve, reject) => gates.push({ pass: resolve, refuse: reject }));
      return desk.setVerdicts(input);
    },
  };
  const client = {
    desk: gated,
    now: () => new Date('2026-11-20T08:00:00.000Z'),
    onDeskChange(listener: (change: DeskChange) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } as unknown as InspectionClient;
  act(() =>
    root.render(
      <ClientProvider client={client}>
        <Probe sessionId={session.id} by={by} />
      </ClientProvider>,
    ),
  );
  await settle();
  return { desk, sessionId: session.id, gates };
}

const view = () => {
  if (!shown) throw new Error('the session is not open');
  return shown;
};
const status = (criterionId: string): VerdictStatus | undefined =>
  view().view.verdicts.find((verdict) => verdict.criterionId === criterionId)?.status;
const tick = (criterionId: string, next: VerdictStatus) =>
  act(() => void view().act({ type: 'verdicts', edits: [{ criterionId, status: next }] }));

describe('a step', () => {
  it('shows before the desk answers, is “saving” until stored, then “saved” with the time', async () => {
    const { desk, sessionId, gates } = await open();
    expect(view().save.state).toBe('saved');
    tick('c1', 'hit');
    await lookAgain();
    expect(status('c1')).toBe('hit');
    expect(view().save.state).toBe('saving');
    await settle();
    expect(view().save.state).toBe('saving');
    expect((await desk.sessionView({ sessionId })).verdicts).toEqual([]);

    gates[0]?.pass();
    await settle();
    expect(view().save).toEqual({ state: 'saved', at: '2026-11-20T08:00:00.000Z' });
    expect((await desk.sessionView({ sessionId })).verdicts[0]).toMatchObject({ status: 'hit', by: '李四' });
  });

  it('that is on screen before it is drawn is told as under way until all are stored, refused or taken back', async () => {
    const { gates } = await open();
    const { underway } = view();
    const told: boolean[] = [];
    underway.subscribe(() => told.push(underway.isShown()));
    underway.show();
    expect(underway.isShown()).toBe(false);
    tick('c1', 'hit');
    expect([status('c1'), underway.isShown()]).toEqual([undefined, false]);
    underway.show();
    expect([status('c1'), underway.isShown()]).toEqual([undefined, true]);
    tick('c2', 'ok');
    gates[0]?.pass();
    await settle();
    expect(underway.isShown()).toBe(true);
    gates[1]?.refuse(new DeskError('locked', '检查已锁定。'));
    await settle();
    expect(told).toEqual([true, false]);
  });

  it('that is answered at once is drawn once, as saved', async () => {
    const { gates } = await open();
    const seen: unknown[] = [];
    onDraw = ({ view, save }) => seen.push([view.verdicts[0]?.status, save.state]);
    tick('c1', 'hit');
    gates[0]?.pass();
    await lookAgain();
    expect(seen[0]).toEqual(['hit', 'saved']);
    expect(seen.map((drawn) => JSON.stringify(drawn))).not.toContain('["hit","saving"]');
  });

  it.each(['keydown', 'pointerdown', 'click'])('shows before the next %s is acted on', async (input) => {
    await open();
    tick('c1', 'hit');
    expect(status('c1')).toBeUndefined();
    act(() => void window.dispatchEvent(new Event(input)));
    expect(status('c1')).toBe('hit');
    expect(view().save.state).toBe('saving');
  });

  it('is not “saved” while a later one is still on its way', async () => {
    const { gates } = await open();
    tick('c1', 'ok');
    tick('c2', 'na');
    await settle();
    gates[0]?.pass();
    await settle();
    expect(gates).toHaveLength(2);
    expect(view().save.state).toBe('saving');
    gates[1]?.pass();
    await settle();
    expect(view().save.state).toBe('saved');
    expect([status('c1'), status('c2')]).toEqual(['ok', 'na']);
  });

  it('goes to the desk in the order it was made', async () => {
    const { desk, sessionId, gates } = await open();
    tick('c1', 'ok');
    tick('c1', 'hit');
    await settle();
    expect(gates).toHaveLength(1);
    gates[0]?.pass();
    await settle();
    gates[1]?.pass();
    await settle();
    const statuses = (await desk.journal({ sessionId })).flatMap(({ change }) =>
      (change?.verdicts ?? []).map(({ after }) => after?.status),
    );
    expect(statuses).toEqual(['ok', 'hit']);
  });

  it('that is refused is taken back, said in one sentence, and can be tried again', async () => {
    const { gates } = await open();
    tick('c1', 'hit');
    await settle();
    gates[0]?.refuse(new DeskError('storage', '磁盘空间不足，未能保存。'));
    await settle();
    expect(status('c1')).toBeUndefined();
    expect(view().save).toMatchObject({ state: 'failed', sentence: '磁盘空间不足，未能保存。' });
    expect(refusals).toEqual(['磁盘空间不足，未能保存。']);

    act(() => view().retry());
    await settle();
    gates[1]?.pass();
    await settle();
    expect(status('c1')).toBe('hit');
    expect(view().save.state).toBe('saved');
  });

  it('that is refused leaves the steps after it alone', async () => {
    const { gates } = await open();
    tick('c1', 'hit');
    tick('c2', 'ok');
    await settle();
    gates[0]?.refuse(new DeskError('storage', '未能保存。'));
    await settle();
    gates[1]?.pass();
    await settle();
    expect([status('c1'), status('c2')]).toEqual([undefined, 'ok']);
  });
});

describe('two windows', () => {
  it('see each other’s steps after the change was told', async () => {
    const { desk, sessionId } = await open();
    await desk.setVerdicts({ sessionId, by: '王五', edits: [{ criterionId: 'c3', status: 'disputed' }] });
    expect(status('c3')).toBeUndefined();
    act(() => {
      for (const tell of listeners) tell({ what: 'session', sessionId });
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(status('c3')).toBe('disputed');
  });

  it('keep an unsaved step on screen while the other’s is read', async () => {
    const { desk, sessionId, gates } = await open();
    tick('c1', 'hit');
    await lookAgain();
    await desk.setVerdicts({ sessionId, by: '王五', edits: [{ criterionId: 'c3', status: 'ok' }] });
    await act(async () => view().reload());
    expect([status('c1'), status('c3')]).toEqual(['hit', 'ok']);
    gates[0]?.pass();
    await settle();
    expect([status('c1'), status('c3')]).toEqual(['hit', 'ok']);
  });
});

describe('a run that the desk has just stored', () => {
  const keys = () => view().view.runs.map(({ results }) => results[0]?.findings.map(({ item }) => item));

  it('is on screen at once in place of the earlier one, and no reading asked before takes it away', async () => {
    const { desk, sessionId } = await open();
    const record = async (item: string, at: string, url?: string) => {
      const run = runOf(sessionId, [finding(item)], { at, ...(url && { url }) });
      const { facts: _, ...plain } = run;
      return { ...plain, id: (await desk.recordRun(run)).id };
    };
    await record('other page', '2026-11-20T01:00:00.000Z', 'http://www.shili.gov.cn/b/');
    await record('before', '2026-11-20T01:01:00.000Z');
    act(() => {
      for (const tell of listeners) tell({ what: 'runs', sessionId });
    });
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(keys()).toEqual([['before'], ['other page']]);
    await act(async () => {
      const early = view().reload();
      view().showRuns([await record('now', '2026-11-20T01:02:00.000Z')]);
      await early;
    });
    expect(keys()).toEqual([['now'], ['other page']]);
    const [shownRun] = view().view.runs;
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    expect(keys()).toEqual([['now'], ['other page']]);
    // Read again and found to be the same: nothing is drawn anew.
    expect(view().view.runs[0]).toBe(shownRun);
  });
});

it('names the session’s inspector when no name is remembered', async () => {
  const { desk, sessionId, gates } = await open('');
  tick('c1', 'ok');
  await settle();
  gates[0]?.pass();
  await settle();
  expect((await desk.sessionView({ sessionId })).verdicts[0]?.by).toBe('张三');
});
