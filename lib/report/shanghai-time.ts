// Instants as the office reads them: Beijing time, whatever the computer's zone. China has had one fixed offset since 1991.

const OFFSET_MS = 8 * 3600 * 1000;

/** `2026-11-23T06:25:00Z` → `2026-11-23 14:25`. */
export function shanghaiMinute(instant: string | Date): string {
  return shifted(instant).slice(0, 16).replace('T', ' ');
}

/** `2026-11-23T06:25:00Z` → `20261123`, for file names. */
export function shanghaiDay(instant: string | Date): string {
  return shifted(instant).slice(0, 10).replaceAll('-', '');
}

function shifted(instant: string | Date): string {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString();
}
