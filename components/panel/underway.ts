// How many steps are on their way to the desk, known at once to the one mark that must not say “saved” then; nothing else is drawn for it.

export interface Underway {
  begin(): void;
  end(): void;
  any(): boolean;
  /** Returns the unsubscriber. */
  subscribe(listener: () => void): () => void;
}

export function createUnderway(): Underway {
  let steps = 0;
  const listeners = new Set<() => void>();
  const change = (by: 1 | -1) => {
    steps += by;
    for (const listener of listeners) listener();
  };
  return {
    begin: () => change(1),
    end: () => change(-1),
    any: () => steps > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
