// What every field of the set editor shares: the draft, how to change it, and what the linter says about each field.
import { createContext, useContext } from 'react';
import type { Path } from '@/lib/indicators/set-problem';
import type { IndicatorSet } from '@/lib/model/indicator-set';

export interface Editor {
  set: IndicatorSet;
  /** @param about see Draft.update */
  update(change: (set: IndicatorSet) => IndicatorSet, about: string): void;
  /** First error at exactly this path. */
  errorAt(path: Path): string | undefined;
  /** Errors at or below this path. */
  errorsWithin(path: Path): number;
  isOpen(indicatorId: string): boolean;
  setOpen(indicatorId: string, open: boolean): void;
  /** Moves the keyboard to the field or button that carries this `data-path`, once it is there. */
  focusOn(dataPath: string): void;
}

const EditorContext = createContext<Editor | null>(null);

export const EditorProvider = EditorContext;

/** The editor; throws when no EditorProvider is above. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it');
  return editor;
}
