// Ticks of several inspectors on one account and item: no correction is taken for a contradiction, no decision is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRepost, mergeRepost, type RepostChoice, tickOver } from '@/lib/merge/merge-repost';
import type { Repost } from '@/lib/model/new-media';
import { canonicalJson } from '@/lib/text/canonical-json';

const WHERE = { roundId: 'r', itemId: 'i', subjectId: 's' };
const state = fc.constantFrom('done' as const, 'late' as const, 'missed' as const, 'na' as const);
/** What happens in an office of three computers, in the order of time. */
const event = fc.oneof(
  fc.record({ do: fc.constant('tick' as const), at: fc.nat(2), state }),
  fc.record({ do: fc.constant('send' as const), at: fc.nat(2), to: fc.nat(2) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const instant = (n: number) => new Date(Date.parse('2026-11-20T01:00:00.000Z') + n * 1000).toISOString();
const tick = (by: string, now: number, made: Repost['state'], before?: Repost) =>
  tickOver(before, { ...WHERE, state: made, by, at: instant(now) });

/** Everybody decides alike: for the worse state, whichever side is whose. */
function decided(here: Repost, file: Repost, now: number): Repost {
  const choice: RepostChoice = here.state >= file.state ? 'here' : 'file';
  return mergeRepost(here, file) ?? decideRepost({ here, file }, choice, { by: '汇总人', at: instant(now) });
}

/** The ticks of the three computers after the events; merged ticks that contradict each other stay apart. */
function office(events: readonly Event[]): Repost[] {
  const held: (Repost | undefined)[] = [undefined, undefined, undefined];
  for (const [now, one] of events.entries()) {
    const before = held[one.at];
    if (one.do === 'tick') held[one.at] = tick(`检查员${one.at}`, now, one.state, before);
    else if (before) {
      const there = held[one.to];
      held[one.to] = there ? (mergeRepost(there, before) ?? there) : before;
    }
  }
  return held.filter((one) => one !== undefined);
}

describe('merging ticks of reposts', () => {
  it('twice changes nothing, and the order does not matter where nobody contradicts', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const [a, b, c] = office(events);
        if (!a || !b) return;
        const ab = mergeRepost(a, b);
        expect(canonicalJson(mergeRepost(b, a) ?? null)).toBe(canonicalJson(ab ?? null));
        if (!ab) return;
        expect(mergeRepost(ab, a)).toEqual(ab);
        expect(mergeRepost(ab, b)).toEqual(ab);
        const [bc, ac] = c ? [mergeRepost(b, c), mergeRepost(a, c)] : [];
        if (!c || !bc || !ac) return;
        compared += 1;
        const left = mergeRepost(ab, c);
        expect(mergeRepost(a, bc)).toEqual(left);
        expect(mergeRepost(ac, b)).toEqual(left);
      }),
      { numRuns: 2_000 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('keeps a decision: neither copy brings the contradiction back, and the others take it without being asked', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.constantFrom('here', 'file'), (events, choice) => {
        const [a, b] = office(events);
        if (!a || !b || mergeRepost(a, b)) return;
        const made = decideRepost({ here: a, file: b }, choice, { by: '汇总人', at: instant(100) });
        expect(made.state).toBe(choice === 'here' ? a.state : b.state);
        for (const old of [a, b]) {
          expect(mergeRepost(made, old)).toEqual(made);
          expect(mergeRepost(old, made)).toEqual(made);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('ends with the same state whoever is merged first, when everybody decides alike', () => {
    let contradictions = 0;
    fc.assert(
      fc.property(fc.tuple(state, state, state), ([x, y, z]) => {
        const [a, b, c] = [tick('张三', 1, x), tick('李四', 2, y), tick('王五', 3, z)];
        if (new Set([x, y, z]).size > 1) contradictions += 1;
        const results = [
          decided(decided(a, b, 10), c, 11),
          decided(a, decided(b, c, 10), 11),
          decided(decided(c, a, 10), b, 11),
        ];
        expect(new Set(results.map((one) => one.state)).size).toBe(1);
      }),
    );
    expect(contradictions).toBeGreaterThan(10);
  });

  it.each<[string, Repost, Repost, Repost['state'] | undefined]>([
    ["another inspector's other tick", tick('张三', 1, 'done'), tick('李四', 2, 'missed'), undefined],
    ["another inspector's equal tick", tick('张三', 1, 'done'), tick('李四', 2, 'done'), 'done'],
    ['a correction of one’s own', tick('张三', 1, 'done'), tick('张三', 2, 'missed'), 'missed'],
    [
      'a correction by somebody who had seen it',
      tick('张三', 1, 'done'),
      tick('李四', 2, 'missed', tick('张三', 1, 'done')),
      'missed',
    ],
  ])('%s', (_, here, file, expected) => {
    expect(mergeRepost(here, file)?.state).toBe(expected);
    expect(mergeRepost(file, here)?.state).toBe(expected);
  });
});
