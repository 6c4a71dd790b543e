// Keeps out of the first picture what it can do without, so that the panel can be used sooner.
import { useDeferredValue } from 'react';

/** false while the component is drawn for the first time, true one paint later. */
export function useDrawn(): boolean {
  return useDeferredValue(true, false);
}
