// Keeps a keyboard user's place when a dialog goes away.
import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before the caller was drawn; a Modal that is taken away cannot do it. */
export function useReturnedFocus() {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => void requestAnimationFrame(() => returnFocus(opener)), [opener]);
}

/** Focuses what opened a dialog, unless the user has gone on to something else meanwhile. */
export function returnFocus(opener: Element | null): void {
  const now = document.activeElement;
  const lost = now === null || now === document.body || now.closest('[role="dialog"]') !== null;
  if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}
