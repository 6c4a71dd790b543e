// Steps on their way to the desk, for the mark that must not say “saved” beside a verdict which is on screen before its step is drawn.

export interface Underway {
  begin(): void;
  end(): void;
  /** What is under way is on screen now: a clicked radio is checked at once, while after a key nothing changes yet. */
  show(): void;
  /** true from `show` to the end of the last step under way. */
  isShown(): boolean;
  /** Returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

export function createUnderway(): Underway {
  let steps = 0;
  let shown = false;
  const listeners = new Set<() => void>();
  const showAs = (next: boolean) => {
    if (shown === next) return;
    shown = next;
    for (const listener of listeners) listener();
  };
  return {
    begin() {
      steps++;
    },
    end() {
      steps--;
      if (steps === 0) showAs(false);
    },
    show: () => showAs(steps > 0),
    isShown: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
