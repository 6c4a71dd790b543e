// What the screen shows before the desk has answered is what the desk then has.
import { describe, expect, it } from 'vitest';
import {
  applyOp,
  keepUnchanged,
  type SessionOp,
  showsAtOnce,
  withHeldRuns,
} from '@/components/panel/session-ops';
import type { SessionView } from '@/lib/desk/protocol';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import { deskOver, finding, pictureOf, runOf, startSmall } from '../desk/desk-fixture';

const BY = '张三';

async function opened() {
  const { desk } = deskOver(createMemoryRepository());
  const session = await startSmall(desk);
  const sessionId = session.id;
  await desk.recordRun(runOf(sessionId, [finding('a'), finding('b')]));
  await desk.addEvidence(pictureOf(sessionId, 'c1'));
  const view = () => desk.sessionView({ sessionId });
  const store = async (op: SessionOp) => {
    if (op.type === 'verdicts') await desk.setVerdicts({ sessionId, by: BY, edits: op.edits });
    if (op.type === 'decide')
      await desk.decideSuggestions({ sessionId, by: BY, decision: op.decision, suggestions: op.suggestions });
    if (op.type === 'update-evidence') {
      const { type: _, ...input } = op;
      await desk.updateEvidence(input);
    }
    if (op.type === 'remove-evidence') await desk.removeEvidence({ id: op.id, by: BY });
  };
  return { desk, sessionId, view, store };
}

/** Without the instants, which the desk stamps itself. */
const essence = ({ verdicts, decisions, evidence }: SessionView) =>
  JSON.parse(
    JSON.stringify({ verdicts: sorted(verdicts), decisions: sorted(decisions), evidence }),
    (key, value) => (key === 'at' ? undefined : value),
  );
const sorted = <T extends object>(list: T[]) =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const accept = (keys: string[], count?: number): SessionOp => ({
  type: 'decide',
  decision: 'accepted',
  suggestions: [{ criterionId: 'c1', findingKeys: keys, ...(count === undefined ? {} : { count }) }],
});
const reject = (keys: string[]): SessionOp => ({
  type: 'decide',
  decision: 'rejected',
  suggestions: [{ criterionId: 'c1', findingKeys: keys }],
});
const edit = (part: object): SessionOp => ({ type: 'verdicts', edits: [{ criterionId: 'c1', ...part }] });

const stories: Record<string, SessionOp[]> = {
  'tick and untick': [edit({ status: 'ok' }), edit({ status: 'hit' }), edit({ status: 'untested' })],
  'count, note, amount and back': [
    edit({ status: 'hit', count: 3 }),
    edit({ note: '见图 1' }),
    edit({ amount: 50 }),
    edit({ amount: null }),
    edit({ status: 'na' }),
  ],
  'accept, accept more, reject one': [
    accept([finding('a').key]),
    accept([finding('b').key], 4),
    reject([finding('a').key]),
  ],
  'reject at once': [reject([finding('a').key, finding('b').key])],
};

describe('a step on screen', () => {
  it.each(Object.entries(stories))('equals the stored one: %s', async (_name, story) => {
    const { view, store } = await opened();
    let shown = await view();
    for (const op of story) {
      shown = applyOp(shown, op, { by: BY, at: '2026-11-20T02:00:00.000Z' });
      await store(op);
      expect(essence(shown)).toEqual(essence(await view()));
      expect(showsAtOnce(op)).toBe(true);
    }
  });

  it('equals the stored one: caption, crop and removal of a picture', async () => {
    const { view, store } = await opened();
    let shown = await view();
    const id = shown.evidence[0]?.id ?? '';
    const crop = { x: 0, y: 0, width: 1, height: 1 };
    const story: SessionOp[] = [
      { type: 'update-evidence', id, caption: '首页底部', crop, boxes: [crop] },
      { type: 'update-evidence', id, crop: null },
      { type: 'remove-evidence', id },
    ];
    for (const op of story) {
      shown = applyOp(shown, op, { by: BY, at: '2026-11-20T02:00:00.000Z' });
      await store(op);
      expect(essence(shown)).toEqual(essence(await view()));
    }
    expect(shown.evidence).toEqual([]);
  });

  it('never touches the view it started from', async () => {
    const { view } = await opened();
    const before = await view();
    const copy = structuredClone(before);
    applyOp(before, accept([finding('a').key]), { by: BY, at: '2026-11-20T02:00:00.000Z' });
    expect(before).toEqual(copy);
  });
});

describe('a view read anew', () => {
  it('keeps unchanged records as the same objects', async () => {
    const { view, store } = await opened();
    await store(edit({ status: 'ok' }));
    const old = await view();
    const same = keepUnchanged(old, await view());
    expect(same.verdicts).toBe(old.verdicts);
    expect(same.runs).toBe(old.runs);
    expect(same.set).toBe(old.set);
    expect(same.evidence).toBe(old.evidence);

    await store({ type: 'verdicts', edits: [{ criterionId: 'c2', status: 'hit' }] });
    const changed = keepUnchanged(old, await view());
    expect(changed.verdicts).not.toBe(old.verdicts);
    expect(changed.verdicts.find(({ criterionId }) => criterionId === 'c1')).toBe(
      old.verdicts.find(({ criterionId }) => criterionId === 'c1'),
    );
    expect(changed.verdicts.find(({ criterionId }) => criterionId === 'c2')?.status).toBe('hit');
  });

  it('is the same whether or not the runs that are held were left out of the answer', async () => {
    const { desk, sessionId, view } = await opened();
    const held = (await view()).runs;
    const page = { url: 'http://www.shili.gov.cn/b/', at: '2026-11-20T01:20:00.000Z' };
    for (const run of [runOf(sessionId, [finding('c')], page), runOf(sessionId, [], page)]) {
      await desk.recordRun(run);
      const answer = await desk.sessionView({ sessionId, held: held.map(({ id }) => id) });
      expect(answer.runs.map(({ url }) => url)).toEqual([page.url]);
      expect(withHeldRuns(answer, held)).toEqual(await view());
    }
    // Replaced by a new one of its page: held in vain.
    await desk.recordRun(runOf(sessionId, [], { at: '2026-11-20T01:30:00.000Z' }));
    const answer = await desk.sessionView({ sessionId, held: held.map(({ id }) => id) });
    expect(withHeldRuns(answer, held)).toEqual(await view());
  });

  it('takes a new run of a page', async () => {
    const { view } = await opened();
    const old = await view();
    const [first] = old.runs;
    if (!first) throw new Error('the fixture has a run');
    const fresh = { ...structuredClone(old), runs: [{ ...first, id: 'newer', results: [] }] };
    expect(keepUnchanged(old, fresh).runs[0]?.id).toBe('newer');
  });
});
