// The audit trail in words: what was before, what came after, newest first.
import { describe, expect, it } from 'vitest';
import { journalLines } from '@/components/workbench/session/journal-lines';
import { criteriaOf } from '@/lib/indicators/criteria';
import { shippedSets } from '@/lib/indicators/shipped';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { JournalEntry, Verdict } from '@/lib/model/session';

const set = shippedSets.find(({ id }) => id === 'national-website') as IndicatorSet;
const place = (kind: string) => {
  const found = criteriaOf(set).find(({ part }) => part.kind === kind);
  if (!found) throw new Error(`no ${kind} part`);
  return found;
};
const verdict = (kind: string, over: Partial<Verdict>): Verdict => ({
  sessionId: 's',
  criterionId: place(kind).criterion.id,
  status: 'ok',
  count: 0,
  note: '',
  findingKeys: [],
  evidenceIds: [],
  by: '王晓明',
  at: '2026-11-20T02:00:00.000Z',
  from: 'manual',
  ...over,
});
const entry = (seq: number, over: Partial<JournalEntry>): JournalEntry => ({
  id: `j${seq}`,
  sessionId: 's',
  seq,
  at: '2026-11-20T02:00:00.000Z',
  by: '王晓明',
  kind: 'verdict',
  ...over,
});
const changed = (before: Verdict | null, after: Verdict | null) => ({
  verdicts: [{ before, after }],
  decisions: [],
});

describe('journalLines', () => {
  it('says status, count, hand-set points and notes from and to', () => {
    const [line] = journalLines(
      [
        entry(1, {
          change: changed(null, verdict('deduction', { status: 'hit', count: 3, amount: 150, note: '见图' })),
        }),
      ],
      set,
    );
    expect(line?.changes[0]).toContain(place('deduction').criterion.text);
    expect(line?.changes[0]).toContain('未检 → 有问题 3 处，手工定为 1.5 分');
    expect(line?.changes[0]).toContain('备注“见图”');
  });

  it('calls a hit in the bonus part an achievement', () => {
    const [line] = journalLines(
      [entry(1, { change: changed(null, verdict('bonus', { status: 'hit', count: 1 })) })],
      set,
    );
    expect(line?.changes[0]).toContain('未检 → 得分');
    expect(line?.changes[0]).not.toContain('有问题');
  });

  it('tells removed notes and pictures', () => {
    const [line] = journalLines(
      [
        entry(1, {
          change: changed(
            verdict('veto', { note: '旧', evidenceIds: ['a', 'b'] }),
            verdict('veto', { evidenceIds: ['a'] }),
          ),
        }),
      ],
      set,
    );
    expect(line?.changes[0]).toContain('删除备注“旧”；取证图片减少 1 张');
  });

  it('puts the newest first and names what an undo took back', () => {
    const lines = journalLines(
      [entry(1, {}), entry(2, { kind: 'undo', target: 1 }), entry(3, { kind: 'reopen', reason: '补充取证' })],
      set,
    );
    expect(lines.map(({ seq, detail }) => [seq, detail])).toEqual([
      [3, '补充取证'],
      [2, '第 1 步'],
      [1, ''],
    ]);
  });

  it('counts accepted and rejected suggestions, and survives criteria that the set no longer has', () => {
    const decision = (key: string, what: 'accepted' | 'rejected') => ({
      before: null,
      after: {
        sessionId: 's',
        criterionId: 'gone',
        findingKey: key,
        decision: what,
        by: '',
        at: '2026-11-20T02:00:00.000Z',
      },
    });
    const [line] = journalLines(
      [
        entry(1, {
          change: {
            verdicts: [{ before: null, after: { ...verdict('veto', {}), criterionId: 'gone' } }],
            decisions: [decision('a', 'accepted'), decision('b', 'accepted'), decision('c', 'rejected')],
          },
        }),
      ],
      set,
    );
    expect([line?.accepted, line?.rejected]).toEqual([2, 1]);
    expect(line?.changes[0]).toMatch(/^gone /);
  });
});
