// Holds a set that is being edited: undo and redo, and a copy in the tab's session storage against accidents.
import { useCallback, useEffect, useState } from 'react';
import { IndicatorSet } from '@/lib/model/indicator-set';

interface History {
  past: IndicatorSet[];
  present: IndicatorSet;
  future: IndicatorSet[];
  /** What the latest change was about; typing on in one field is one step. */
  about: string;
}

export interface Draft {
  set: IndicatorSet;
  changed: boolean;
  /** true: an earlier draft of this tab was found and taken up. */
  recovered: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** @param about changes about the same thing in a row are undone together; '' = a step of its own */
  update(change: (set: IndicatorSet) => IndicatorSet, about: string): void;
  undo(): void;
  redo(): void;
  /** Back to the first state; forgets the copy. */
  discard(): void;
  /** Forgets the copy, e.g. after saving. */
  forget(): void;
}

const MOST_STEPS = 200;

/** @param key names the draft within the tab; `first` is used when there is no earlier draft under it */
export function useDraft(key: string, first: IndicatorSet): Draft {
  const storageKey = `set-draft:${key}`;
  const [earlier] = useState(() => readDraft(storageKey));
  const [recovered, setRecovered] = useState(earlier !== undefined);
  const [history, setHistory] = useState<History>({
    past: earlier ? [first] : [],
    present: earlier ?? first,
    future: [],
    about: '',
  });
  const changed = history.present !== first;

  useEffect(() => {
    if (changed) writeDraft(storageKey, history.present);
    else sessionStorage.removeItem(storageKey);
  }, [storageKey, changed, history.present]);

  const update = useCallback((change: (set: IndicatorSet) => IndicatorSet, about: string) => {
    setHistory((h) => {
      const present = change(h.present);
      if (present === h.present) return h;
      const goesOn = about !== '' && about === h.about && h.past.length > 0;
      const past = goesOn ? h.past : [...h.past, h.present].slice(-MOST_STEPS);
      return { past, present, future: [], about };
    });
  }, []);
  const undo = useCallback(
    () =>
      setHistory((h) => {
        const present = h.past.at(-1);
        return present
          ? { past: h.past.slice(0, -1), present, future: [h.present, ...h.future], about: '' }
          : h;
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setHistory((h) => {
        const [present, ...future] = h.future;
        return present ? { past: [...h.past, h.present], present, future, about: '' } : h;
      }),
    [],
  );
  const forget = useCallback(() => {
    sessionStorage.removeItem(storageKey);
    setRecovered(false);
  }, [storageKey]);
  const discard = useCallback(() => {
    forget();
    setHistory({ past: [], present: first, future: [], about: '' });
  }, [forget, first]);

  return {
    set: history.present,
    changed,
    recovered,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    update,
    undo,
    redo,
    discard,
    forget,
  };
}

/** A draft may break rules (that is what the linter is for) but must have the shape of a set, empty texts allowed. */
function readDraft(key: string): IndicatorSet | undefined {
  const text = sessionStorage.getItem(key);
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isSetShaped(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Written by this very module, so only gross damage is looked for. */
function isSetShaped(value: unknown): value is IndicatorSet {
  return (
    typeof value === 'object' &&
    value !== null &&
    'parts' in value &&
    IndicatorSet.shape.schema.safeParse((value as { schema?: unknown }).schema).success
  );
}

function writeDraft(key: string, set: IndicatorSet) {
  try {
    sessionStorage.setItem(key, JSON.stringify(set));
  } catch {
    // A full storage costs only the safety copy, not the draft on screen.
  }
}
