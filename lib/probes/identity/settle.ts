// Waits for late scripts: until the frame has been quiet for a while, never longer than needed.
import type { ProbeContext } from '../define-probe';

/** Milliseconds without a new element that count as quiet, and the longest wait. */
const QUIET = 400;
const LONGEST = 2500;
const STEP = 50;

export interface Settled {
  settled: boolean;
  waitedMs: number;
  /** Elements were added since the watching began: what was gathered meanwhile is out of date. */
  changed: boolean;
}

/** Watches a frame for elements that are added. */
export class Settling {
  private lastChange = 0;
  private changed = false;
  private readonly observer: MutationObserver | null;

  /** Watches from now until `stop`. */
  constructor(
    private readonly context: ProbeContext,
    private readonly clock: () => number,
  ) {
    this.observer = observe(context, () => {
      this.lastChange = clock();
      this.changed = true;
    });
  }

  stop(): void {
    this.observer?.disconnect();
  }

  /** Resolves when nothing was added for a while and the document has loaded, at `deadline`, or after 2.5 s. */
  async wait(): Promise<Settled> {
    const started = this.clock();
    const end = Math.min(started + LONGEST, this.context.deadline - 100);
    for (;;) {
      const now = this.clock();
      const quiet = now - Math.max(started, this.lastChange) >= QUIET;
      const ready =
        this.context.document.readyState !== 'loading' && (loaded(this.context) || now - started >= 1500);
      if ((quiet && ready) || now >= end)
        return { settled: quiet, waitedMs: Math.round(now - started), changed: this.changed };
      await this.context.sleep(STEP);
    }
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
