// Samples: in proportion, repeatable, whatever the order of the register; and the sets, hand-out and board of a round.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from '@/lib/model/session';
import { boardState, boardTallies } from '@/lib/rounds/board';
import { handOut } from '@/lib/rounds/hand-out';
import { doubledRule, setRuleFor } from '@/lib/rounds/round-set';
import { drawSample, eligibleSubjects, shareSeats } from '@/lib/rounds/sample';

const subject = (id: string, more: Partial<Subject> = {}): Subject => ({
  id,
  kind: 'website',
  name: `单位${id}`,
  host: `${id}.shili.gov.cn`,
  aliases: [],
  adHoc: false,
  hasServices: true,
  ...more,
});

const register: Subject[] = [
  ...Array.from({ length: 16 }, (_, at) => subject(`d${at}`, { group: 'district' })),
  ...Array.from({ length: 58 }, (_, at) => subject(`b${at}`, { group: 'department' })),
  ...Array.from({ length: 26 }, (_, at) =>
    subject(`m${at}`, { kind: 'new-media', group: 'department', platform: 'wechat', account: `号${at}` }),
  ),
];
const ids = (list: readonly Subject[]) => list.map(({ id }) => id).sort();

describe('drawing a sample', () => {
  it('gives each group its share', () => {
    const drawn = drawSample(register, { seed: '2026年第四季度', size: 50 });
    expect(drawn).toHaveLength(50);
    expect(drawn.filter(({ kind, group }) => kind === 'website' && group === 'district')).toHaveLength(8);
    expect(drawn.filter(({ kind, group }) => kind === 'website' && group === 'department')).toHaveLength(29);
    expect(drawn.filter(({ kind }) => kind === 'new-media')).toHaveLength(13);
  });

  it('is the same for the same register, seed and size, in any order and with other ids', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(register, { minLength: register.length }),
        fc.string(),
        (shuffled, seed) => {
          const wanted = drawSample(register, { seed, size: 20 });
          expect(ids(drawSample(shuffled, { seed, size: 20 }))).toEqual(ids(wanted));
          const renamed = shuffled.map((one) => ({ ...one, id: `x${one.id}` }));
          expect(ids(drawSample(renamed, { seed, size: 20 }))).toEqual(ids(wanted).map((id) => `x${id}`));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('differs with the seed, and grows without changing what a smaller one had', () => {
    const small = ids(drawSample(register.slice(0, 16), { seed: 'a', size: 5 }));
    const large = ids(drawSample(register.slice(0, 16), { seed: 'a', size: 9 }));
    expect(large).toEqual(expect.arrayContaining(small));
    expect(ids(drawSample(register, { seed: 'b', size: 20 }))).not.toEqual(
      ids(drawSample(register, { seed: 'a', size: 20 })),
    );
  });

  it('draws from the named kinds only and takes the others whole', () => {
    const drawn = drawSample(register, { seed: 's', size: 5, kinds: ['new-media'] });
    expect(drawn.filter(({ kind }) => kind === 'website')).toHaveLength(74);
    expect(drawn.filter(({ kind }) => kind === 'new-media')).toHaveLength(5);
  });

  it('shares seats exactly and never gives more than there are', () => {
    const sizes = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 0, max: 500 })), {
      selector: ([name]) => name,
      maxLength: 8,
    });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 3000 }), (list, seats) => {
        const all = list.reduce((sum, [, size]) => sum + size, 0);
        const given = shareSeats(new Map(list), seats);
        expect([...given.values()].reduce((sum, count) => sum + count, 0)).toBe(Math.min(seats, all));
        for (const [name, size] of list) {
          const count = given.get(name) ?? 0;
          expect(count).toBeLessThanOrEqual(size);
          if (all > 0) expect(Math.abs(count - (Math.min(seats, all) * size) / all)).toBeLessThan(1);
        }
      }),
    );
  });

  it('leaves out what is not in the register, closed accounts, and kinds without a set', () => {
    const sets = [{ kind: 'website' as const, setId: 's' }];
    const list = [
      subject('a'),
      subject('b', { adHoc: true }),
      subject('c', { filing: { state: 'closed' } }),
      subject('d', { kind: 'new-media' }),
    ];
    expect(ids(eligibleSubjects(list, sets))).toEqual(['a']);
  });
});

describe('the set for a subject', () => {
  const sets = [
    { kind: 'website' as const, setId: 'all' },
    { kind: 'website' as const, group: 'district' as const, setId: 'districts' },
  ];
  it('is that of its group before that of its kind', () => {
    expect(setRuleFor(sets, subject('a', { group: 'district' }))?.setId).toBe('districts');
    expect(setRuleFor(sets, subject('a', { group: 'department' }))?.setId).toBe('all');
    expect(setRuleFor(sets, subject('a'))?.setId).toBe('all');
    expect(setRuleFor(sets, subject('a', { kind: 'new-media' }))).toBeUndefined();
  });
  it('finds rules that stand twice', () => {
    expect(doubledRule(sets)).toBeUndefined();
    expect(doubledRule([...sets, { kind: 'website', group: 'district', setId: 'x' }])?.setId).toBe('x');
  });
});

describe('handing out', () => {
  const all = register.map((one) => ({
    subject: one,
    assignment: { roundId: 'r', subjectId: one.id, inspector: '' },
  }));
  const everything = new Set(register.map(({ id }) => id));
  it('is even for each kind', () => {
    const changed = handOut(all, everything, ['甲', '乙', '丙'], true);
    for (const kind of ['website', 'new-media']) {
      const counts = ['甲', '乙', '丙'].map(
        (name) =>
          changed.filter(
            ({ inspector, subjectId }) =>
              inspector === name && register.find(({ id }) => id === subjectId)?.kind === kind,
          ).length,
      );
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
    expect(changed).toHaveLength(register.length);
  });
  it('keeps what is handed out, and evens it out', () => {
    const some = all.map((one, at) =>
      at < 30 ? { ...one, assignment: { ...one.assignment, inspector: '甲' } } : one,
    );
    const changed = handOut(some, everything, ['甲', '乙'], true);
    expect(
      changed.some(({ subjectId }) => some.slice(0, 30).some(({ subject: { id } }) => id === subjectId)),
    ).toBe(false);
    const websites = changed.filter(({ subjectId }) => !subjectId.startsWith('m'));
    expect(websites.filter(({ inspector }) => inspector === '乙')).toHaveLength(37);
    expect(websites.filter(({ inspector }) => inspector === '甲')).toHaveLength(7);
  });
  it('takes back', () => {
    const taken = all.map((one) => ({ ...one, assignment: { ...one.assignment, inspector: '甲' } }));
    expect(handOut(taken, new Set(['d1']), [], false)).toEqual([
      { roundId: 'r', subjectId: 'd1', inspector: '' },
    ]);
  });
});

describe('the board', () => {
  const session = (state: 'open' | 'finished', disputed = 0) => ({
    id: 's',
    inspector: '乙',
    state,
    updatedAt: '2026-11-20T01:00:00.000Z',
    decided: 1,
    criteria: 3,
    disputed,
    total: 9900,
    result: 'qualified' as const,
  });
  const rows = [
    { subject: subject('a', { group: 'district' as const }), doubleChecks: [] },
    { subject: subject('b', { group: 'district' as const }), session: session('open'), doubleChecks: [] },
    { subject: subject('c'), session: session('finished', 1), doubleChecks: [] },
    {
      subject: subject('d'),
      session: session('finished'),
      assignment: { roundId: 'r', subjectId: 'd', inspector: '甲', dueDay: '2026-01-01' },
      doubleChecks: [],
    },
  ];
  it('counts each state once, per group and inspector, and what is overdue', () => {
    expect(rows.map(boardState)).toEqual(['untested', 'progress', 'disputed', 'finished']);
    const { all, byGroup, byInspector } = boardTallies(rows, { roundDue: '2026-11-19', today: '2026-11-20' });
    expect(all).toEqual({ total: 4, overdue: 2, untested: 1, progress: 1, disputed: 1, finished: 1 });
    expect(byGroup.map(({ key, total, overdue }) => [key, total, overdue])).toEqual([
      ['website district', 2, 2],
      ['website ', 2, 0],
    ]);
    expect(byInspector.map(({ key, total }) => [key, total])).toEqual([
      ['甲', 1],
      ['乙', 2],
      ['', 1],
    ]);
  });
  it('is in time on the due day itself', () => {
    expect(boardTallies(rows, { roundDue: '2026-11-20', today: '2026-11-20' }).all.overdue).toBe(0);
  });
});
