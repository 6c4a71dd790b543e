// Hands out the document's time: one slice of our work, whoever waits for it, then the page's turn.

/** Longest stretch of work before the page gets its turn, in milliseconds: one frame of a screen. */
const SLICE_MS = 16;
/** On a page that is never idle we go on after so many milliseconds all the same. */
const LONGEST_PAUSE_MS = 40;

/** The turns of one document. Whoever works there asks the same ones, so that slices never follow each other at once. */
export interface Turns {
  /** The current slice is used up. */
  due(): boolean;
  /** Gives the page its turn, then resolves with a new slice; those who wait are served one by one, in order. */
  rest(): Promise<void>;
}

declare global {
  /** Shared by all scripts of ours in this document. */
  var __gsiTurns: Turns | undefined;
}

/** The turns of this document. */
export function turnsHere(): Turns {
  globalThis.__gsiTurns ??= createTurns(() => performance.now());
  return globalThis.__gsiTurns;
}

/** A rest when one is due, else nothing to wait for. Afterwards the page may have changed. */
export function breathe(): Promise<void> | undefined {
  const turns = turnsHere();
  return turns.due() ? turns.rest() : undefined;
}

/** `now`: milliseconds, monotonic. */
export function createTurns(now: () => number): Turns {
  const waiting: (() => void)[] = [];
  let sliceEnd = 0;
  /** When the page's turn began; undefined while nobody waits. */
  let asked: number | undefined;
  let watch: ReturnType<typeof setInterval> | undefined;

  function ask(): void {
    asked = now();
    const mine = asked;
    afterThePage(() => asked === mine && serve());
    watch ??= setInterval(look, LONGEST_PAUSE_MS);
  }

  function look(): void {
    if (asked === undefined) {
      clearInterval(watch);
      watch = undefined;
    } else if (now() - Math.max(asked, sliceEnd) >= LONGEST_PAUSE_MS) serve();
  }

  function serve(): void {
    asked = undefined;
    sliceEnd = now() + SLICE_MS;
    waiting.shift()?.();
    // Each in a turn of its own: how much of the slice the first one leaves is not known yet.
    if (waiting.length > 0) ask();
  }

  return {
    due: () => now() >= sliceEnd,
    rest: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (asked === undefined) ask();
      }),
  };
}

/**
 * Runs `work` when the page has nothing of its own to do: its timers, messages, input and drawing come first. (A message to
 * oneself would come before timers that fell due meanwhile, `scheduler.yield` before nearly everything.)
 */
function afterThePage(work: () => void): void {
  const { scheduler } = globalThis as {
    scheduler?: { postTask(work: () => void, options: { priority: 'background' }): Promise<void> };
  };
  // Rejects only in a document that is gone.
  if (scheduler) scheduler.postTask(work, { priority: 'background' }).catch(() => undefined);
  else setTimeout(work);
}
