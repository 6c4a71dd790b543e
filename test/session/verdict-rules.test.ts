// The rules of one verdict: counts, amounts, accepting and rejecting suggestions, state moves.
import { describe, expect, it } from 'vitest';
import type { Session, Verdict, VerdictEdit } from '@/lib/model/session';
import { decideSuggestion } from '@/lib/session/decide-suggestion';
import { editVerdict } from '@/lib/session/edit-verdict';
import { moveSession } from '@/lib/session/state-move';

const author = { sessionId: 's', by: '张三', at: '2026-10-01T00:00:00.000Z' };
const later = { sessionId: 's', by: '李四', at: '2026-10-02T00:00:00.000Z' };
const edit = (before: Verdict | null, fields: Omit<VerdictEdit, 'criterionId'>) =>
  editVerdict(before, { criterionId: 'c', ...fields }, before ? later : author);
const hit = (fields: Partial<Verdict> = {}): Verdict => ({
  ...(edit(null, { status: 'hit' }) as Verdict),
  ...fields,
});
const answer = (decision: 'accepted' | 'rejected', findingKeys: string[], count?: number) => ({
  decision,
  criterionId: 'c',
  findingKeys,
  per: 'occurrence' as const,
  ...(count === undefined ? {} : { count }),
});

describe('an edit', () => {
  it.each([
    [{ status: 'hit' }, 'hit', 1],
    [{ status: 'hit', count: 0 }, 'hit', 1],
    [{ status: 'hit', count: 3 }, 'hit', 3],
    [{ count: 2 }, 'hit', 2],
    [{ status: 'ok', count: 5 }, 'ok', 0],
    [{ status: 'na' }, 'na', 0],
    [{ status: 'disputed', count: 1 }, 'disputed', 0],
    [{ note: '待核实' }, 'untested', 0],
  ] as const)('%j of no record gives %s × %i', (fields, status, count) => {
    expect(edit(null, fields)).toMatchObject({ status, count });
  });

  it('that leaves the hit takes count and amount away, and a new hit starts at 1', () => {
    const counted = edit(hit(), { count: 4, amount: 150 });
    expect(counted).toMatchObject({ count: 4, amount: 150 });
    const ok = edit(counted, { status: 'ok' });
    expect(ok).toMatchObject({ status: 'ok', count: 0 });
    expect(ok).not.toHaveProperty('amount');
    expect(edit(ok, { status: 'hit' })).toMatchObject({ count: 1 });
  });

  it('with amount null goes back to the points of the set', () => {
    expect(edit(hit({ amount: 100 }), { amount: null })).not.toHaveProperty('amount');
  });

  it('that changes nothing is no step', () => {
    const before = hit({ note: '首页' });
    expect(edit(before, { status: 'hit', note: '首页', count: 1 })).toBe(before);
    expect(edit(null, { status: 'untested' })).toBeNull();
  });

  it('of the note alone keeps that the decision came from a suggestion; of the count makes it manual', () => {
    expect(edit(hit({ from: 'suggestion' }), { note: '页脚' })).toMatchObject({
      from: 'suggestion',
      by: '李四',
    });
    expect(edit(hit({ from: 'suggestion' }), { count: 2 })).toMatchObject({ from: 'manual' });
  });
});

describe('accepting', () => {
  it('makes a hit of as many occurrences as there are findings', () => {
    expect(decideSuggestion(null, answer('accepted', ['k1', 'k2']), author)).toMatchObject({
      status: 'hit',
      count: 2,
      findingKeys: ['k1', 'k2'],
      from: 'suggestion',
    });
  });

  it('adds a second suggestion on top of the first', () => {
    const first = decideSuggestion(null, answer('accepted', ['k1', 'k2']), author);
    expect(decideSuggestion(first, answer('accepted', ['k3']), later)).toMatchObject({
      count: 3,
      findingKeys: ['k1', 'k2', 'k3'],
    });
  });

  it('counts as the inspector says', () => {
    expect(decideSuggestion(null, answer('accepted', ['k1', 'k2'], 1), author)).toMatchObject({ count: 1 });
  });

  it('does not count a hit ticked by hand twice', () => {
    expect(decideSuggestion(hit({ count: 2 }), answer('accepted', ['k1']), later)).toMatchObject({
      count: 2,
    });
  });

  it('counts once where the set says once', () => {
    const once = { ...answer('accepted', ['k1', 'k2']), per: 'once' as const };
    expect(decideSuggestion(null, once, author)).toMatchObject({ count: 1 });
  });

  it('counts an accepted key only once', () => {
    const first = decideSuggestion(null, answer('accepted', ['k1', 'k2']), author);
    expect(decideSuggestion(first, answer('accepted', ['k2']), later)).toMatchObject({ count: 2 });
  });
});

describe('rejecting', () => {
  it('leaves a verdict alone that does not rest on it', () => {
    const before = hit({ findingKeys: ['k1'] });
    expect(decideSuggestion(before, answer('rejected', ['k9']), later)).toBe(before);
    expect(decideSuggestion(null, answer('rejected', ['k9']), later)).toBeNull();
  });

  it('of an accepted finding takes it back, and the verdict with the last one', () => {
    const two = decideSuggestion(null, answer('accepted', ['k1', 'k2']), author);
    const one = decideSuggestion(two, answer('rejected', ['k1']), later);
    expect(one).toMatchObject({ status: 'hit', count: 1, findingKeys: ['k2'] });
    expect(decideSuggestion(one, answer('rejected', ['k2']), later)).toMatchObject({
      status: 'untested',
      count: 0,
      findingKeys: [],
    });
  });
});

describe('a session', () => {
  const open: Session = {
    id: 's',
    roundId: 'r',
    subjectId: 'u',
    setId: 'set',
    setVersion: '1',
    inspector: '张三',
    state: 'open',
    createdAt: author.at,
    updatedAt: author.at,
  };

  it('moves open → finished → reopened → finished and no other way', () => {
    expect(moveSession(open, 'reopen', later.at)).toBeUndefined();
    const finished = moveSession(open, 'finish', later.at) as Session;
    expect(finished).toMatchObject({ state: 'finished', finishedAt: later.at, updatedAt: later.at });
    expect(moveSession(finished, 'finish', later.at)).toBeUndefined();
    const reopened = moveSession(finished, 'reopen', later.at) as Session;
    expect(reopened.state).toBe('reopened');
    expect(reopened).not.toHaveProperty('finishedAt');
    expect(moveSession(reopened, 'reopen', later.at)).toBeUndefined();
    expect(moveSession(reopened, 'finish', later.at)?.state).toBe('finished');
  });
});
