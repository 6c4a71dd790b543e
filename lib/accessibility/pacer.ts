// Cuts the accessibility run into slices that take their turn with the other observations, and ends it in time.
import { type Turns, turnsHere } from '@/lib/probes/dom/turns';

export class Pacer {
  private readonly end: number;

  /** `windowMs`: after so many milliseconds `expired` is true. `now`: milliseconds, monotonic. */
  constructor(
    windowMs: number,
    private readonly turns: Turns = turnsHere(),
    private readonly now: () => number = () => performance.now(),
  ) {
    this.end = this.now() + windowMs;
  }

  /** The current slice is used up. */
  due(): boolean {
    return this.turns.due();
  }

  expired(): boolean {
    return this.now() >= this.end;
  }

  /** Milliseconds until the end, never negative. */
  remaining(): number {
    return Math.max(0, this.end - this.now());
  }

  /** Gives the page its turn. */
  rest(): Promise<void> {
    return this.turns.rest();
  }

  /** A rest when one is due, else nothing to wait for. */
  breathe(): Promise<void> | undefined {
    return this.due() ? this.rest() : undefined;
  }
}
