// Moves of an item, whatever is tried in whatever order: never an unlawful state, history only grows, replay agrees.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rectification, RectificationState } from '@/lib/model/rectification';
import {
  firstEvent,
  mayMove,
  moveItem,
  movesFrom,
  needsText,
  remark,
  replay,
} from '@/lib/rectification/moves';

const AT = '2026-11-20T08:00:00.000Z';

const fresh: Rectification = {
  id: 'k1',
  roundId: 'r1',
  subjectId: 's1',
  sessionId: 'x1',
  criterionId: 'c1',
  problem: '图片不能正常显示。',
  state: 'open',
  events: [firstEvent({ at: AT, by: '张三', text: '' })],
  updatedAt: AT,
};

const states = RectificationState.options;
const attempt = fc.record({
  to: fc.option(fc.constantFrom(...states), { nil: null }),
  text: fc.constantFrom('', '  ', '已整改', '=1+1'),
  found: fc.boolean(),
  files: fc.array(fc.constantFrom('f1', 'f2'), { maxLength: 2 }),
});

describe('moves', () => {
  it('go the customary way, and back', () => {
    const way = [
      'notified',
      'responded',
      'rechecked',
      'reopened',
      'notified',
      'responded',
      'rechecked',
      'closed',
    ] as const;
    let item = fresh;
    for (const to of way) {
      const recheck = to === 'rechecked' ? { recheck: { found: true, proposal: 'reopened' as const } } : {};
      const next = moveItem(item, to, { at: AT, by: '张三', text: '说明', ...recheck });
      expect(next?.state).toBe(to);
      if (next) item = next;
    }
    expect(item.events.map(({ to }) => to)).toEqual(['open', ...way]);
    expect(movesFrom('closed')).toEqual(['reopened']);
    expect(mayMove('open', 'responded')).toBe(false);
  });

  it('need words where words are due, and a recheck its outcome', () => {
    expect(moveItem(fresh, 'closed', { at: AT, by: '张三', text: ' ' })).toBeUndefined();
    expect(moveItem(fresh, 'rechecked', { at: AT, by: '张三', text: '看过' })).toBeUndefined();
    const recheck = { found: false, proposal: 'closed' as const };
    expect(moveItem(fresh, 'notified', { at: AT, by: '张三', text: '', recheck })).toBeUndefined();
  });

  it('never reach an unlawful state; events only grow; replay gives the state', () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        let item = fresh;
        for (const { to, text, found, files } of attempts) {
          const before = structuredClone(item);
          const recheck = { found, proposal: found ? ('reopened' as const) : ('closed' as const) };
          const note = { at: AT, by: '李四', text, fileIds: files };
          const next =
            to === null
              ? remark(item, note)
              : moveItem(item, to, to === 'rechecked' ? { ...note, recheck } : note);
          expect(item).toEqual(before);
          if (to !== null) {
            const lawful = mayMove(item.state, to) && (!needsText(to) || text.trim() !== '');
            expect(next !== undefined).toBe(lawful);
          }
          if (!next) continue;
          expect(next.events.slice(0, -1)).toEqual(item.events);
          expect(next.events.at(-1)?.from).toBe(item.state);
          item = next;
        }
        expect(replay(item.events)).toBe(item.state);
        expect(states).toContain(item.state);
      }),
      { numRuns: 500 },
    );
  });

  it('replay refuses a history with a hole, a forbidden step or no beginning', () => {
    const notified = moveItem(fresh, 'notified', { at: AT, by: '张三', text: '' });
    const events = notified?.events ?? [];
    expect(replay(events)).toBe('notified');
    expect(replay(events.slice(1))).toBeUndefined();
    expect(replay([])).toBeUndefined();
    expect(
      replay([...events, { at: AT, by: '', from: 'responded', to: 'closed', text: '', fileIds: [] }]),
    ).toBeUndefined();
    expect(
      replay([...events, { at: AT, by: '', from: 'notified', to: 'open', text: '', fileIds: [] }]),
    ).toBeUndefined();
  });
});
