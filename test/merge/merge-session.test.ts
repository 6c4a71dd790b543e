// Merging loses nothing, and neither its order nor its repetition matters: proved on journals that the desk itself wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsWithFacts } from '@/lib/merge/merge-records';
import { mergeSession } from '@/lib/merge/merge-session';
import { type MergeChoice, MergeRefused, type SessionCopy } from '@/lib/merge/session-copy';
import { createMemoryRepository } from '@/lib/store/memory-repository';
import type { Repository } from '@/lib/store/repository';
import { readSession, storeSession } from '@/lib/store/session-records';
import { canonicalJson } from '@/lib/text/canonical-json';
import { deskOver, finding, pictureOf, runOf, startSmall } from '../desk/desk-fixture';

type Op =
  | { do: 'verdict'; criterion: string; status: 'ok' | 'hit' | 'na'; note: string }
  | { do: 'accept'; criterion: string; item: string }
  | { do: 'picture'; criterion: string }
  | { do: 'remove-picture' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'run'; item: string }
  | { do: 'practice'; text: string }
  | { do: 'finish' };

const criterion = fc.constantFrom('c1', 'c2', 'c3');
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    do: fc.constant('verdict' as const),
    criterion,
    status: fc.constantFrom('ok' as const, 'hit' as const, 'na' as const),
    note: fc.constantFrom('', '首页', '栏目页'),
  }),
  fc.record({ do: fc.constant('accept' as const), criterion, item: fc.constantFrom('a', 'b') }),
  fc.record({ do: fc.constant('picture' as const), criterion }),
  fc.record({ do: fc.constant('remove-picture' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
  fc.record({ do: fc.constant('practice' as const), text: fc.constantFrom('', '做法一', '做法二') }),
  fc.record({ do: fc.constant('run' as const), item: fc.constantFrom('a', 'b') }),
  fc.record({ do: fc.constant('finish' as const) }),
);
const ops = fc.array(op, { maxLength: 7 });
/** Without taking anything back: what one copy took back while others built on it is decided by who is merged first. */
const onward = ops.map((list) => list.filter((one) => one.do !== 'undo' && one.do !== 'redo'));

/** A copy taken up by an inspector on a computer of their own, who goes on with it; times of copies never coincide. */
async function goOn(from: SessionCopy | undefined, who: string, list: readonly Op[], start: string) {
  const repository = createMemoryRepository();
  const { desk, setNow } = deskOver(repository, { prefix: `${who}${start}` });
  setNow(start);
  let sessionId = from?.session.id ?? '';
  if (from) await repository.transaction('write', (tables) => storeSession(tables, undefined, from, [], []));
  if (from) await pinSet(repository, from);
  else sessionId = (await startSmall(desk)).id;
  for (const one of list) {
    const by = who;
    // What the desk refuses (nothing to undo, a finished sheet) is no part of the history.
    const attempt = async (): Promise<unknown> => {
      switch (one.do) {
        case 'verdict':
          return desk.setVerdicts({
            sessionId,
            by,
            edits: [{ criterionId: one.criterion, status: one.status, note: one.note }],
          });
        case 'accept':
          return desk.decideSuggestions({
            sessionId,
            by,
            decision: 'accepted',
            suggestions: [{ criterionId: one.criterion, findingKeys: [finding(one.item).key] }],
          });
        case 'picture':
          return desk.addEvidence({ ...pictureOf(sessionId, one.criterion), by });
        case 'remove-picture': {
          const picture = (await desk.sessionView({ sessionId })).evidence[0];
          return picture && desk.removeEvidence({ id: picture.id, by });
        }
        case 'run':
          runs += 1;
          return desk.recordRun(
            runOf(sessionId, [finding(one.item)], { at: new Date(Date.parse(start) + runs).toISOString() }),
          );
        case 'practice': {
          const picture = (await desk.sessionView({ sessionId })).evidence.at(-1);
          return desk.setGoodPractice({ sessionId, by, text: one.text, evidenceId: picture?.id ?? null });
        }
        case 'finish':
          return desk.finishSession({ sessionId, by });
        default:
          return desk[one.do]({ sessionId, by });
      }
    };
    await attempt().catch((error: { name?: string }) => {
      if (error.name !== 'DeskError') throw error;
    });
  }
  return copyOf(repository, sessionId);
}

async function pinSet(repository: Repository, from: SessionCopy) {
  const { smallSet, site } = await import('../desk/desk-fixture');
  await repository.transaction('write', async (tables) => {
    await tables.sets.put(smallSet());
    await tables.subjects.put({ ...site, id: from.session.subjectId });
    await tables.rounds.put({
      id: from.session.roundId,
      name: '2026年第四季度',
      state: 'open',
      createdAt: from.session.createdAt,
    });
  });
}

async function copyOf(repository: Repository, sessionId: string): Promise<SessionCopy> {
  const found = await repository.transaction('read', (tables) => readSession(tables, sessionId, false));
  if (!found) throw new Error('no session');
  return found.copy;
}

let runs = 0;
const AT = ['2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z', '2026-11-20T03:00:00.500Z'];
let ids = 0;
/** Everybody decides by the same rule, whichever side is whose: the later judgement. */
function merge(here: SessionCopy, file: SessionCopy): SessionCopy {
  const merger = { by: '王五', at: '2026-11-21T01:00:00.000Z', newId: () => `merge-${++ids}` };
  const { conflicts } = mergeSession(here, file, new Map(), merger);
  const choices = new Map<string, MergeChoice>(
    conflicts.map((one) => [
      one.criterionId,
      canonicalJson([one.here?.at, one.here]) >= canonicalJson([one.file?.at, one.file]) ? 'here' : 'file',
    ]),
  );
  return mergeSession(here, file, choices, merger).copy;
}

/** What a merge is judged by: all but its own closing lines, the instant of the change, and superseded runs. */
function contentOf(copy: SessionCopy): string {
  const { updatedAt: _, ...session } = copy.session;
  const journal = copy.journal
    .filter(({ kind }) => kind !== 'import')
    .map(({ seq: __, firstSeq: ___, target: ____, ...entry }) => entry);
  const latest = runsWithFacts(copy.runs);
  const lists = { ...copy, journal, runs: copy.runs.filter(({ id }) => latest.has(id)) };
  // Records have keys; the order in which they were read says nothing.
  const sorted = Object.entries(lists).map(([name, list]) => [
    name,
    Array.isArray(list) ? list.map((one) => canonicalJson(one)).sort() : [],
  ]);
  return canonicalJson([session, sorted]);
}
const undecided = (a: SessionCopy, b: SessionCopy) =>
  mergeSession(a, b, new Map(), { by: '', at: AT[2] as string, newId: () => 'x' }).conflicts.length;

describe('merging two copies of one inspection', () => {
  it('twice changes nothing, and the other way round gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(ops, ops, ops, async (common, mine, theirs) => {
        const base = await goOn(undefined, '张三', common, AT[0] as string);
        const a = await goOn(base, '张三', mine, AT[1] as string);
        const b = await goOn(base, '李四', theirs, AT[2] as string);
        const ab = merge(a, b);
        expect(merge(ab, b)).toBe(ab);
        expect(merge(ab, a)).toBe(ab);
        expect(merge(a, a)).toBe(a);
        expect(contentOf(merge(b, a))).toBe(contentOf(ab));
      }),
      { numRuns: 60 },
    );
  });

  it('of three gives the same in whatever order, as long as nobody contradicts or takes back', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(ops, onward, onward, onward, async (common, one, two, three) => {
        const base = await goOn(undefined, '张三', common, AT[0] as string);
        const a = await goOn(base, '张三', one, '2026-11-20T02:00:00.100Z');
        const b = await goOn(base, '李四', two, '2026-11-20T02:00:00.200Z');
        const c = await goOn(base, '王五', three, '2026-11-20T02:00:00.300Z');
        if (undecided(a, b) + undecided(b, c) + undecided(a, c) > 0) return;
        compared += 1;
        const left = merge(merge(a, b), c);
        expect(contentOf(merge(a, merge(b, c)))).toBe(contentOf(left));
        expect(contentOf(merge(merge(c, a), b))).toBe(contentOf(left));
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(10);
  });

  it('loses nothing: every entry, verdict and picture of either side is in the result or in its journal', async () => {
    await fc.assert(
      fc.asyncProperty(ops, ops, ops, async (common, mine, theirs) => {
        const base = await goOn(undefined, '张三', common, AT[0] as string);
        const a = await goOn(base, '张三', mine, AT[1] as string);
        const b = await goOn(base, '李四', theirs, AT[2] as string);
        const merged = merge(a, b);
        expect(merged.journal.map(({ seq }) => seq)).toEqual(merged.journal.map((_, index) => index + 1));
        const there = new Set(merged.journal.map(({ id }) => id));
        expect([...a.journal, ...b.journal].filter(({ id }) => !there.has(id))).toEqual([]);
        const words = canonicalJson([merged.journal, merged.verdicts]);
        for (const { status, note, by, at } of [...a.verdicts, ...b.verdicts]) {
          expect(words).toContain(canonicalJson(note));
          if (status !== 'untested')
            expect(words).toContain(canonicalJson({ at, by }).slice(1, -1).split(',')[0]);
        }
        const removed = new Set(merged.journal.flatMap(({ removedEvidence = [] }) => removedEvidence));
        const kept = new Set(merged.evidence.map(({ id }) => id));
        for (const { id } of [...a.evidence, ...b.evidence])
          expect(kept.has(id) || removed.has(id)).toBe(true);
        expect(new Set(merged.evidence.map(({ number }) => number)).size).toBe(merged.evidence.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a contradiction', () => {
  const hit: Op = { do: 'verdict', criterion: 'c1', status: 'hit', note: '首页' };
  const ok: Op = { do: 'verdict', criterion: 'c1', status: 'ok', note: '' };
  const other: Op = { do: 'verdict', criterion: 'c2', status: 'na', note: '' };
  const sides = async () => {
    const base = await goOn(undefined, '张三', [], AT[0] as string);
    const a = await goOn(base, '张三', [hit], AT[1] as string);
    const b = await goOn(base, '李四', [ok, other], AT[2] as string);
    return { base, a, b };
  };
  const merger = { by: '王五', at: '2026-11-21T01:00:00.000Z', newId: () => 'closing' };

  it('is shown with both judgements; what one side alone changed is not', async () => {
    const { a, b } = await sides();
    const { status, conflicts } = mergeSession(a, b, new Map(), merger);
    expect(status).toBe('conflict');
    expect(conflicts).toMatchObject([
      { criterionId: 'c1', here: { status: 'hit', note: '首页' }, file: { status: 'ok' } },
    ]);
  });

  it.each([
    ['here', { status: 'hit', note: '首页', by: '张三' }],
    ['file', { status: 'ok', note: '', by: '李四' }],
    [
      { status: 'hit', count: 2, note: '两处' } as MergeChoice,
      { status: 'hit', count: 2, note: '两处', by: '王五' },
    ],
  ] as const)('is decided for %s, journaled, and stays decided', async (choice, expected) => {
    const { a, b } = await sides();
    const { copy } = mergeSession(a, b, new Map([['c1', choice as MergeChoice]]), merger);
    expect(copy.verdicts).toMatchObject([expected, { criterionId: 'c2', status: 'na' }]);
    expect(copy.journal.at(-1)).toMatchObject({
      kind: 'import',
      by: '王五',
      change: { verdicts: [{ before: { status: 'hit' }, after: expected }] },
    });
    expect(mergeSession(copy, b, new Map(), merger).status).toBe('older');
    const back = mergeSession(b, copy, new Map(), merger);
    expect(back).toMatchObject({ status: 'newer', conflicts: [] });
    expect(contentOf(back.copy)).toBe(contentOf(copy));
  });

  it('of journals without a common beginning is refused', async () => {
    const { a } = await sides();
    const foreign = { ...a, journal: a.journal.map((entry) => ({ ...entry, id: `x${entry.id}` })) };
    expect(() => mergeSession(a, foreign, new Map(), merger)).toThrow(MergeRefused);
  });
});
