// Agreement of two blind inspections: what counts, what does not, and the rounding.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '@/lib/model/session';
import { agreementOf } from '@/lib/rounds/agreement';
import { smallSet } from '../desk/desk-fixture';

const verdict = (
  criterionId: string,
  status: Verdict['status'],
  count = status === 'hit' ? 1 : 0,
): Verdict => ({
  sessionId: 's',
  criterionId,
  status,
  count,
  note: '',
  findingKeys: [],
  evidenceIds: [],
  by: '甲',
  at: '2026-11-20T01:00:00.000Z',
  from: 'manual',
});

describe('agreement', () => {
  it('compares what both decided and lists the rest', () => {
    const found = agreementOf(
      smallSet(),
      [verdict('c1', 'ok'), verdict('c2', 'hit', 2), verdict('c3', 'untested')],
      [verdict('c1', 'hit'), verdict('c2', 'hit', 2), verdict('c3', 'ok')],
    );
    expect(found).toMatchObject({ compared: 2, agreed: 1, share: 5000 });
    expect(found.differences.map(({ criterionId, kind }) => [criterionId, kind])).toEqual([
      ['c1', 'status'],
      ['c3', 'one-sided'],
    ]);
  });
  it('is no agreement when the same problem is counted differently', () => {
    const found = agreementOf(smallSet(), [verdict('c1', 'hit', 1)], [verdict('c1', 'hit', 3)]);
    expect(found).toMatchObject({ compared: 1, agreed: 0, share: 0 });
    expect(found.differences[0]?.kind).toBe('count');
  });
  it('has no share when nothing can be compared, and rounds half up', () => {
    expect(agreementOf(smallSet(), [], [verdict('c1', 'ok')]).share).toBeNull();
    const two = agreementOf(
      smallSet(),
      ['c1', 'c2', 'c3'].map((id) => verdict(id, 'ok')),
      [verdict('c1', 'ok'), verdict('c2', 'ok'), verdict('c3', 'na')],
    );
    expect(two.share).toBe(6667);
  });
  it('is the same from both sides', () => {
    const status = fc.constantFrom('untested', 'ok', 'hit', 'na', 'disputed') as fc.Arbitrary<
      Verdict['status']
    >;
    const side = fc
      .tuple(status, status, status)
      .map((list) => list.map((one, at) => verdict(`c${at + 1}`, one)));
    fc.assert(
      fc.property(side, side, (a, b) => {
        const there = agreementOf(smallSet(), a, b);
        const back = agreementOf(smallSet(), b, a);
        expect([back.compared, back.agreed, back.share]).toEqual([there.compared, there.agreed, there.share]);
        expect(agreementOf(smallSet(), a, a).differences).toEqual([]);
      }),
    );
  });
});
