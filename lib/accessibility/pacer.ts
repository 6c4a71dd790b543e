// Cuts long work into slices, so that the page paints and answers between them.

/** Longest stretch of work before the page gets its turn, in milliseconds. */
const SLICE_MS = 12;

export class Pacer {
  private readonly end: number;
  private sliceEnd = 0;
  private readonly channel = new MessageChannel();
  private resume: (() => void) | undefined;

  /** `windowMs`: after so many milliseconds `expired` is true. `now`: milliseconds, monotonic. */
  constructor(
    windowMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.end = this.now() + windowMs;
    this.channel.port1.onmessage = () => this.resume?.();
    this.sliceEnd = this.now() + SLICE_MS;
  }

  /** The current slice is used up. */
  due(): boolean {
    return this.now() >= this.sliceEnd;
  }

  expired(): boolean {
    return this.now() >= this.end;
  }

  /** Milliseconds until the end, never negative. */
  remaining(): number {
    return Math.max(0, this.end - this.now());
  }

  /** Gives the page its turn. A message, not `scheduler.yield`, which would starve the page's timers. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.resume = resolve;
      this.channel.port2.postMessage(null);
    });
    this.sliceEnd = this.now() + SLICE_MS;
  }

  /** A rest when one is due, else nothing to wait for. */
  breathe(): Promise<void> | undefined {
    return this.due() ? this.rest() : undefined;
  }

  close(): void {
    this.channel.port1.close();
  }
}
