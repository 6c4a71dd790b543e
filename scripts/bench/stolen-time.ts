// How much of this computer's time its host gave to others meanwhile: explains why one run is slower than the next.
import { readFileSync } from 'node:fs';

const STOLEN_COLUMN = 7;

/**
 * Begins to count; the answer is the part of all processor time, in percent, that was taken away since. null where the
 * system does not tell (only Linux does; see "steal" in proc_stat(5)).
 */
export function watchStolenTime(): () => number | null {
  const before = readTimes();
  return () => {
    const after = readTimes();
    if (!before || !after) return null;
    const all = after.all - before.all;
    return all > 0 ? Math.round(((after.stolen - before.stolen) / all) * 1000) / 10 : 0;
  };
}

function readTimes(): { stolen: number; all: number } | undefined {
  try {
    // `cpu user nice system idle iowait irq softirq steal guest guest_nice`; the last two are in the first two already.
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
    const times = line
      .trim()
      .split(/\s+/)
      .slice(1, STOLEN_COLUMN + 2)
      .map(Number);
    return { stolen: times[STOLEN_COLUMN] ?? 0, all: times.reduce((sum, time) => sum + time, 0) };
  } catch {
    return undefined;
  }
}
