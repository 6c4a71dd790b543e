// Keeps the panel's per-tab memory: read once before the first paint of a list, written soon after every change.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '@/components/client';
import { EMPTY_UI_STATE, parseUiState, type UiState } from './ui-state';

/** A navigation ends the dock's frame without warning: at most this much of the last change is lost. */
const WRITE_DELAY_MS = 100;

export type ChangeUiState = (change: Partial<UiState> | ((state: UiState) => UiState)) => void;

/** State (`known`, or undefined until read) and the way to change it. Scroll offsets go in by `quietly`: nothing is drawn again. */
export function useUiState(known: UiState | undefined): {
  ui: UiState | undefined;
  change: ChangeUiState;
  quietly: (change: (state: UiState) => UiState) => void;
} {
  const client = useClient();
  const [ui, setUi] = useState(known);
  const latest = useRef(known ?? EMPTY_UI_STATE);
  const read = useRef(known !== undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    // Losing it costs a fold or a scroll position, never inspection data.
    void client.page.writeUiState(latest.current).catch(() => {});
  }, [client]);
  const writeSoon = useCallback(() => {
    timer.current ??= setTimeout(write, WRITE_DELAY_MS);
  }, [write]);

  useEffect(() => {
    let gone = false;
    if (!read.current) {
      client.page
        .readUiState()
        .catch(() => undefined)
        .then((stored) => {
          if (gone) return;
          latest.current = parseUiState(stored);
          setUi(latest.current);
        });
    }
    const flush = () => {
      if (timer.current !== undefined) write();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      gone = true;
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [client, write]);

  const change = useCallback<ChangeUiState>(
    (part) => {
      latest.current = typeof part === 'function' ? part(latest.current) : { ...latest.current, ...part };
      setUi(latest.current);
      writeSoon();
    },
    [writeSoon],
  );
  const quietly = useCallback(
    (next: (state: UiState) => UiState) => {
      latest.current = next(latest.current);
      writeSoon();
    },
    [writeSoon],
  );
  return { ui, change, quietly };
}
