// Slices end when they should, rests let other tasks run, and the end comes when it was set.
import { describe, expect, it } from 'vitest';
import { Pacer } from '@/lib/accessibility/pacer';

describe('Pacer', () => {
  it('is due after a slice, starts anew after a rest, and expires at the end of its window', async () => {
    let now = 100;
    const pacer = new Pacer(50, () => now);
    expect(pacer.breathe()).toBeUndefined();
    now += 13;
    expect(pacer.due()).toBe(true);
    expect(pacer.expired()).toBe(false);
    await pacer.breathe();
    expect(pacer.due()).toBe(false);
    now = 150;
    expect(pacer.expired()).toBe(true);
    pacer.close();
  });

  it('lets the timers of others run during rests', async () => {
    const pacer = new Pacer(60_000);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    // As many rests as a busy machine may need; a pacer that starves timers would never get there.
    const giveUp = performance.now() + 4_000;
    while (ticks < 3 && performance.now() < giveUp) await pacer.rest();
    clearInterval(timer);
    pacer.close();
    expect(ticks).toBeGreaterThanOrEqual(3);
  });
});
