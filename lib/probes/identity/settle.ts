// Waits for late scripts: until the frame has been quiet for a while, never longer than needed.
import type { ProbeContext } from '../define-probe';

/** Milliseconds without a new element that count as quiet, and the longest wait. */
const QUIET = 400;
const LONGEST = 2500;
const STEP = 50;

export interface Settled {
  settled: boolean;
  waitedMs: number;
  /** Elements were added meanwhile: what was gathered before is out of date. */
  changed: boolean;
}

/** Resolves when nothing was added for a while and the document has loaded, at `deadline`, or after 2.5 s. */
export async function settle(context: ProbeContext, clock: () => number): Promise<Settled> {
  const started = clock();
  const end = Math.min(started + LONGEST, context.deadline - 100);
  let lastChange = started;
  let changed = false;
  const observer = observe(context, () => {
    lastChange = clock();
    changed = true;
  });
  try {
    for (;;) {
      const now = clock();
      const quiet = now - lastChange >= QUIET;
      if (quiet && context.document.readyState !== 'loading' && (loaded(context) || now - started >= 1500))
        return { settled: true, waitedMs: Math.round(now - started), changed };
      if (now >= end) return { settled: quiet, waitedMs: Math.round(now - started), changed };
      await context.sleep(STEP);
    }
  } finally {
    observer?.disconnect();
  }
}

function loaded(context: ProbeContext): boolean {
  return context.document.readyState === 'complete';
}

function observe(context: ProbeContext, onAdded: () => void): MutationObserver | null {
  try {
    const observer = new MutationObserver((records) => {
      for (const record of records) {
        for (const node of record.addedNodes) {
          if (node.nodeType === 1 && !context.isOwn(node as Element)) {
            onAdded();
            return;
          }
        }
      }
    });
    observer.observe(context.document, { childList: true, subtree: true });
    return observer;
  } catch {
    return null;
  }
}
