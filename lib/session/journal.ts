// Reads a session's journal: what can be undone and redone now, without ever crossing a finish.
import type { Decision, JournalEntry, Verdict } from '@/lib/model/session';

/** `seq` of the verdict entry that the next undo and the next redo would act on; undefined = nothing to do. */
export interface UndoState {
  undo: number | undefined;
  redo: number | undefined;
}

/**
 * Folds the entries of one session (in order of `seq`). Only 'verdict' entries are steps; 'evidence', 'account' and 'good-practice' entries are
 * passed over; every other kind (finish, reopen, …) is a wall that undo and redo do not cross.
 */
export function foldJournal(entries: readonly JournalEntry[]): UndoState {
  let undo: number[] = [];
  let redo: number[] = [];
  for (const entry of entries) {
    switch (entry.kind) {
      case 'verdict':
        undo.push(entry.seq);
        redo = [];
        break;
      case 'undo':
        if (undo.at(-1) === entry.target) redo.push(undo.pop() as number);
        break;
      case 'redo':
        if (redo.at(-1) === entry.target) undo.push(redo.pop() as number);
        break;
      case 'evidence':
      case 'account':
      case 'good-practice':
        break;
      default:
        undo = [];
        redo = [];
    }
  }
  return { undo: undo.at(-1), redo: redo.at(-1) };
}

/** Every finding key that a verdict or decision of the journal has ever named. */
export function namedFindingKeys(entries: readonly JournalEntry[]): Set<string> {
  const keys = new Set<string>();
  const addVerdict = (verdict: Verdict | null) => {
    for (const key of verdict?.findingKeys ?? []) keys.add(key);
  };
  const addDecision = (decision: Decision | null) => {
    if (decision?.decision === 'accepted') keys.add(decision.findingKey);
  };
  for (const { change } of entries) {
    for (const { before, after } of change?.verdicts ?? []) {
      addVerdict(before);
      addVerdict(after);
    }
    for (const { before, after } of change?.decisions ?? []) {
      addDecision(before);
      addDecision(after);
    }
  }
  return keys;
}
