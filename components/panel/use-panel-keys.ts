// Listens for the panel's keys in its whole window and hands commands on.
import { useEffect, useRef } from 'react';
import { commandFor, keyPlace, type PanelCommand } from './key-map';

/** @param onCommand returns false when the command has nothing to act on, so that the key keeps its usual meaning */
export function usePanelKeys(onCommand: (command: PanelCommand) => boolean): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const place = keyPlace(event.target);
      // Escape leaves a search field, so that keys work again.
      if (event.key === 'Escape' && place === 'typing' && event.target instanceof HTMLElement) {
        event.target.blur();
        return;
      }
      const command = commandFor(event, place);
      if (command && latest.current(command)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
