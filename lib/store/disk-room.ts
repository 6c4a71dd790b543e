// Refuses a write before the disk is full. One that finds no room in its middle damages the browser's database, and what is written
// after it takes the whole database along at the next start of the browser (seen in Chromium 156: every inspection gone).

/** Room that a write must find, in bytes: ample for the largest one, and for what else goes on meanwhile. */
export const ROOM = 200 * 1024 * 1024;

/** A disk with so many bytes left does not run full within a few seconds. */
const AMPLE = 10 * ROOM;
const AMPLE_FOR_MS = 3_000;
/** When ample room was last seen, by the clock of this page or worker. */
let ampleAt = Number.NEGATIVE_INFINITY;

/** Rejects with QuotaExceededError when too little is left; where nothing is told nothing is refused. */
export async function askForRoom(): Promise<void> {
  // A series of ticks need not wait for the disk each time.
  if (performance.now() - ampleAt < AMPLE_FOR_MS) return;
  const room = await roomOnDisk();
  if (room && room.left < ROOM) throw new DOMException('the disk has no room', 'QuotaExceededError');
  if (room && room.left > AMPLE) ampleAt = performance.now();
}

/**
 * Bytes that may still be written, and bytes that we use. With unlimited storage Chromium tells what the disk has at this moment (one to
 * six milliseconds); other browsers tell their own limit, or nothing: undefined.
 */
export async function roomOnDisk(): Promise<{ left: number; used: number } | undefined> {
  const { quota, usage: used = 0 } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
  return quota === undefined ? undefined : { left: quota - used, used };
}
