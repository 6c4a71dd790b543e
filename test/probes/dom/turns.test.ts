// One slice at a time for all who work in a document, in order, and the page's timers between them.
import { describe, expect, it } from 'vitest';
import { createTurns } from '@/lib/probes/dom/turns';

describe('turns', () => {
  it('serves those who wait one by one and in order, each with a whole slice', async () => {
    let now = 0;
    const turns = createTurns(() => now);
    const seen: string[] = [];
    const worker = async (name: string) => {
      for (let step = 0; step < 3; step++) {
        await turns.rest();
        expect(turns.due()).toBe(false);
        seen.push(name);
        // Whoever comes next must not find this slice used up.
        now += 20;
        expect(turns.due()).toBe(true);
      }
    };
    await Promise.all([worker('a'), worker('b'), worker('c')]);
    expect(seen.join('')).toBe('abcabcabc');
  });

  it('does not keep the others waiting for one who waits for something else in its slice', async () => {
    const turns = createTurns(() => performance.now());
    let free: () => void = () => undefined;
    const stuck = turns.rest().then(() => new Promise<void>((resolve) => (free = resolve)));
    await turns.rest();
    await turns.rest();
    free();
    await stuck;
  });

  it('lets the timers of others run between slices', async () => {
    const turns = createTurns(() => performance.now());
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    // As many turns as a busy machine may need; turns that starve timers would never get there.
    const giveUp = performance.now() + 4_000;
    while (ticks < 3 && performance.now() < giveUp) await turns.rest();
    clearInterval(timer);
    expect(ticks).toBeGreaterThanOrEqual(3);
  });
});
