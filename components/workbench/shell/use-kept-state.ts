// State that outlives a screen, so that coming back from a detail finds list, filter and scroll as they were left.
import { useCallback, useState } from 'react';

const kept = new Map<string, unknown>();

/** Like useState, but remembered under `key` until the tab is closed or reloaded. */
export function useKeptState<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const set = useCallback(
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, set];
}
