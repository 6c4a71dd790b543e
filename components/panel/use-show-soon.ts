// Draws a step together with the desk's answer to it: drawing it before would take the computer away from saving it.
import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

/** A step whose answer takes longer is drawn without it: nobody takes so short a while for a delay. */
const PATIENCE_MS = 30;

/** What a person does next; what it acts on must be on screen. */
const INPUTS = ['keydown', 'pointerdown', 'click'] as const;

/**
 * Returns a function that runs `show` soon: when the patience is over, or before the next input reaches the screen, whichever is
 * first. Its answer takes that back, because what it would have shown is drawn otherwise.
 */
export function useShowSoon(): (show: () => void) => () => void {
  const waiting = useRef(new Set<() => void>()).current;

  useEffect(() => {
    const showAll = () => {
      if (waiting.size === 0) return;
      flushSync(() => {
        for (const run of [...waiting]) run();
      });
    };
    for (const input of INPUTS) window.addEventListener(input, showAll, { capture: true });
    return () => {
      for (const input of INPUTS) window.removeEventListener(input, showAll, { capture: true });
    };
  }, [waiting]);

  return useCallback(
    (show) => {
      const takeBack = () => {
        clearTimeout(timer);
        waiting.delete(run);
      };
      const run = () => {
        takeBack();
        show();
      };
      const timer = setTimeout(run, PATIENCE_MS);
      waiting.add(run);
      return takeBack;
    },
    [waiting],
  );
}
