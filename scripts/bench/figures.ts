// How the bench sums up what it measured.

export interface Summary {
  count: number;
  p50Ms: number;
  p95Ms: number;
  maxMs: number;
}

/** Times in milliseconds, to a tenth. */
export function summary(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10;
  return { count: sorted.length, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}

/** The middle one; of an even number the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
}

/** To three places. */
export function ratio(a: number, b: number): number {
  return Math.round((a / b) * 1_000) / 1_000;
}
