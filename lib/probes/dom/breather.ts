// Cuts a probe's long loops into slices, so that the page answers between them.
import type { ProbeContext } from '../define-probe';

/** Longest stretch of work before the page gets its turn, in milliseconds. */
const SLICE_MS = 12;

/**
 * Call the returned function once per step of a loop and await what it gives: nothing while the slice lasts, else the
 * page's turn. Afterwards the page may have changed.
 */
export function breather({ sleep }: Pick<ProbeContext, 'sleep'>): () => Promise<void> | undefined {
  let sliceEnd = performance.now() + SLICE_MS;
  return () => {
    if (performance.now() < sliceEnd) return undefined;
    return sleep(0).then(() => {
      sliceEnd = performance.now() + SLICE_MS;
    });
  };
}
