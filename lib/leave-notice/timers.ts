// Knows the timers that a click started, so that a late one cannot leave the page after the watch has ended.
import type { Patches } from './patches';

/** Shorter ones are steps of animations: stopping those would leave a page's animations dead. */
const LATE_MS = 200;

type Handler = string | ((...given: unknown[]) => void);

export class Timers {
  #depth = 0;
  #started: { id: number; late: boolean }[] = [];
  /** The browser's own, for our waiting. */
  readonly #later: (handler: Handler, ms?: number, ...given: unknown[]) => number;
  readonly #clear: (id: number) => void;

  constructor(patches: Patches) {
    const { setTimeout, setInterval, clearTimeout } = window;
    this.#later = setTimeout.bind(window) as never;
    this.#clear = clearTimeout.bind(window) as never;
    for (const [name, native] of [
      ['setTimeout', setTimeout],
      ['setInterval', setInterval],
    ] as const)
      patches.replace(window, name, (handler: Handler, ms?: number, ...given: unknown[]) =>
        this.#start(native as never, handler, ms, given),
      );
  }

  /** Resolves after so many milliseconds. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#later(() => resolve(), ms);
    });
  }

  /** What `work` starts, now or in promises of the same turn, counts as started by the click. */
  async during(work: () => void): Promise<void> {
    this.#depth += 1;
    try {
      work();
      await this.sleep(0);
    } finally {
      this.#depth -= 1;
    }
  }

  /** Stops what the click started and has not run yet. */
  stopLate(): void {
    for (const { id, late } of this.#started) if (late) this.#clear(id);
    this.#started = [];
  }

  #start(
    native: (handler: Handler, ms?: number, ...given: unknown[]) => number,
    handler: Handler,
    ms: number | undefined,
    given: unknown[],
  ): number {
    if (this.#depth === 0) return Reflect.apply(native, window, [handler, ms, ...given]);
    const tracked =
      typeof handler === 'function'
        ? (...more: unknown[]) => {
            this.#depth += 1;
            try {
              Reflect.apply(handler, window, more);
            } finally {
              this.#depth -= 1;
            }
          }
        : handler;
    const id = Reflect.apply(native, window, [tracked, ms, ...given]);
    this.#started.push({ id, late: Number(ms) >= LATE_MS });
    return id;
  }
}
