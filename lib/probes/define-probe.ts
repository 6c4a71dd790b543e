// The contract of a probe: reads one frame's DOM, changes nothing, returns JSON.
import type { z } from 'zod';
import type { Skip } from '@/lib/model/primitives';

/** What a probe gets; everything else it reads from the frame's own `document`. */
export interface ProbeContext {
  document: Document;
  /** Elements of the extension itself: leave out whatever lies inside. */
  isOwn(element: Element): boolean;
  /** Unique CSS selector of an element now (see ./dom/selector). */
  selectorOf(element: Element): string;
  /**
   * Call it once per step of a loop and await what it gives: nothing while the slice lasts, else the page's turn.
   * Afterwards the page may have changed.
   */
  breathe(): Promise<void> | undefined;
  /** Waits in the page; a probe that waits does it in small steps and within `deadline` (performance.now() ms). */
  sleep(ms: number): Promise<void>;
  deadline: number;
}

export interface ProbeAnswer<F> {
  facts: F;
  skipped: Skip[];
}

export interface Probe<F> {
  /** Equal to the file name and to the key in FactsByProbe. */
  name: string;
  /** Left out when the receiver checks with FactsByProbe: a schema here puts zod into every frame. */
  schema?: z.ZodType<F>;
  gather(context: ProbeContext): ProbeAnswer<F> | Promise<ProbeAnswer<F>>;
}

export function defineProbe<F>(probe: Probe<F>): Probe<F> {
  return probe;
}
