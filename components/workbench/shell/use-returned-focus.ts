// Keeps a keyboard user's place when a dialog that is drawn only while it is open goes away.
import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before the caller was drawn; a Modal that is taken away cannot do it. */
export function useReturnedFocus() {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
