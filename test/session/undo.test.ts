// Undo and redo over random inspections: exact earlier states, never across a finish, pictures left alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Verdict } from '@/lib/model/session';
import { type Action, anyAction, decisionAction, Play } from './random-journal';

const playOf = (actions: readonly Action[]) => {
  const play = new Play();
  for (const action of actions) play.run(action);
  return play;
};

describe('undo', () => {
  it('goes back through every earlier state to the very first', () => {
    fc.assert(
      fc.property(fc.array(decisionAction, { maxLength: 12 }), (actions) => {
        const play = new Play();
        const states = [play.state()];
        for (const action of actions) {
          const entries = play.journal.length;
          play.run(action);
          if (play.journal.length > entries) states.push(play.state());
        }
        while (play.canUndo()) {
          expect(play.state()).toEqual(states.pop());
          play.run({ do: 'undo' });
        }
        expect(states).toHaveLength(1);
        expect(play.state()).toEqual(states[0]);
      }),
    );
  });

  it('and redo give the same state again, after any history', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 20 }), (actions) => {
        const play = playOf(actions);
        if (!play.canUndo()) return;
        const before = play.state();
        play.run({ do: 'undo' });
        expect(play.canRedo()).toBe(true);
        play.run({ do: 'redo' });
        expect(play.state()).toEqual(before);
      }),
    );
  });

  it('never crosses a finish', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 12 }), fc.nat(6), (actions, undos) => {
        const play = playOf([...actions, { do: 'finish' }]);
        const before = play.state();
        expect([play.canUndo(), play.canRedo()]).toEqual([false, false]);
        for (let i = 0; i < undos; i++) play.run({ do: 'undo' });
        expect(play.state()).toEqual(before);
      }),
    );
  });

  it('is not possible to redo after a new decision', () => {
    const tick = (note: string): Action => ({ do: 'edit', edits: [{ criterionId: 'c1', note }] });
    const play = playOf([tick('甲'), tick('乙'), { do: 'undo' }, tick('丙')]);
    expect(play.canRedo()).toBe(false);
    play.run({ do: 'undo' });
    expect(play.state().verdicts[0]?.note).toBe('甲');
  });

  it('leaves every picture linked to its criterion, and every verdict valid', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const play = playOf(actions);
        const linked = [...play.verdicts.values()].flatMap(({ evidenceIds }) => evidenceIds);
        expect([...linked].sort()).toEqual([...play.pictures].sort());
        for (const verdict of play.verdicts.values()) {
          expect(Verdict.safeParse(verdict).success).toBe(true);
          expect(verdict.status === 'hit' ? verdict.count >= 1 : verdict.count === 0).toBe(true);
          if (verdict.status !== 'hit') expect(verdict.amount).toBeUndefined();
        }
      }),
    );
  });

  it('keeps a picture taken after the tick that is undone', () => {
    const play = playOf([
      { do: 'edit', edits: [{ criterionId: 'c1', status: 'hit', note: '死链' }] },
      { do: 'picture', criterionId: 'c1' },
      { do: 'undo' },
    ]);
    expect(play.state().verdicts).toMatchObject([
      { criterionId: 'c1', status: 'untested', count: 0, note: '', evidenceIds: ['p1'] },
    ]);
    play.run({ do: 'redo' });
    expect(play.state().verdicts).toMatchObject([
      { status: 'hit', count: 1, note: '死链', evidenceIds: ['p1'] },
    ]);
  });
});
