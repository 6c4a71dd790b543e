// Slices are those of the document, and the end comes when it was set.
import { describe, expect, it } from 'vitest';
import { Pacer } from '@/lib/accessibility/pacer';
import { createTurns } from '@/lib/probes/dom/turns';

describe('Pacer', () => {
  it('takes its slices from the turns of the document, and expires at the end of its window', async () => {
    let now = 100;
    const clock = () => now;
    const turns = createTurns(clock);
    const pacer = new Pacer(50, turns, clock);
    await turns.rest();
    expect(pacer.breathe()).toBeUndefined();
    now += 17;
    expect(pacer.due()).toBe(true);
    expect(pacer.expired()).toBe(false);
    await pacer.breathe();
    expect(pacer.due()).toBe(false);
    expect(pacer.remaining()).toBe(33);
    now = 150;
    expect(pacer.expired()).toBe(true);
  });
});
