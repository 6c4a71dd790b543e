// A function that stays the same object but always does what the latest drawing meant: for the sake of memo.
import { useCallback, useLayoutEffect, useRef } from 'react';

/** For event handlers only: the latest `handler` is known after the drawing is done. */
export function useStable<A extends unknown[], R>(handler: (...args: A) => R): (...args: A) => R {
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
