// When the disk is asked for its room before a write: each time, but for a while after ample room was seen.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const MEGABYTE = 1024 * 1024;
let estimates = 0;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ['performance'] });
  estimates = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function left(megabytes: number): void {
  vi.stubGlobal('navigator', {
    storage: {
      estimate: async () => {
        estimates += 1;
        return { usage: MEGABYTE, quota: (megabytes + 1) * MEGABYTE };
      },
    },
  });
}

it('is not asked again for three seconds after ample room was seen, then it is', async () => {
  const { askForRoom } = await import('@/lib/store/disk-room');
  left(2_001);
  await askForRoom();
  vi.advanceTimersByTime(2_900);
  left(100);
  await askForRoom();
  expect(estimates).toBe(1);
  vi.advanceTimersByTime(200);
  await expect(askForRoom()).rejects.toMatchObject({ name: 'QuotaExceededError' });
});

it('is asked before each write while there is less', async () => {
  const { askForRoom } = await import('@/lib/store/disk-room');
  left(1_999);
  await askForRoom();
  left(199);
  await expect(askForRoom()).rejects.toMatchObject({ name: 'QuotaExceededError' });
  left(201);
  await askForRoom();
  expect(estimates).toBe(3);
});
