// Which moves a problem may make until it is closed, and how a move is written down.
import type { Rectification, RectificationEvent, RectificationState } from '@/lib/model/rectification';

/** Open = not told to the unit yet. A recheck may be repeated; what is closed comes back only by being reopened. */
const MOVES: Record<RectificationState, readonly RectificationState[]> = {
  open: ['notified', 'rechecked', 'closed'],
  notified: ['responded', 'rechecked', 'closed'],
  responded: ['rechecked', 'closed', 'reopened'],
  rechecked: ['rechecked', 'closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['notified', 'responded', 'rechecked', 'closed'],
};

/** Moves that need a reason or an answer in words. */
const NEEDS_TEXT: ReadonlySet<RectificationState> = new Set(['responded', 'closed', 'reopened']);

/** What is written down with a move; `at` is an instant. */
export type MoveNote = Pick<RectificationEvent, 'at' | 'by' | 'text'> &
  Partial<Pick<RectificationEvent, 'fileIds' | 'recheck'>>;

/** The states that an item may move to, in the order of the work. */
export function movesFrom(state: RectificationState): readonly RectificationState[] {
  return MOVES[state];
}

export function mayMove(from: RectificationState, to: RectificationState): boolean {
  return MOVES[from].includes(to);
}

/** true when a move to this state must say something: an answer, or a reason. */
export function needsText(to: RectificationState): boolean {
  return NEEDS_TEXT.has(to);
}

/**
 * The item after the move; its earlier events stay as they are. undefined when the state does not allow the move, words
 * are missing, or a recheck comes without its outcome.
 */
export function moveItem(
  item: Rectification,
  to: RectificationState,
  note: MoveNote,
): Rectification | undefined {
  if (!mayMove(item.state, to)) return undefined;
  if (needsText(to) && note.text.trim() === '') return undefined;
  if ((to === 'rechecked') !== (note.recheck !== undefined)) return undefined;
  return withEvent(item, to, note);
}

/** The item with a remark: an event that leaves the state as it is (a new due day, a further file). */
export function remark(item: Rectification, note: MoveNote): Rectification {
  const { recheck: _, ...plain } = note;
  return withEvent(item, item.state, plain);
}

/** The first event of an item. */
export function firstEvent(note: MoveNote): RectificationEvent {
  return { at: note.at, by: note.by, from: null, to: 'open', text: note.text, fileIds: note.fileIds ?? [] };
}

/**
 * The state that the events lead to; undefined when they are no lawful history: it must begin with the making of the
 * item, every event must start where the one before ended, and every move must be allowed.
 */
export function replay(events: readonly RectificationEvent[]): RectificationState | undefined {
  let state: RectificationState | null = null;
  for (const { from, to } of events) {
    if (from !== state) return undefined;
    const lawful = from === null ? to === 'open' : from === to || mayMove(from, to);
    if (!lawful) return undefined;
    state = to;
  }
  return state ?? undefined;
}

function withEvent(item: Rectification, to: RectificationState, note: MoveNote): Rectification {
  const event: RectificationEvent = {
    at: note.at,
    by: note.by,
    from: item.state,
    to,
    text: note.text.trim(),
    fileIds: note.fileIds ?? [],
    ...(note.recheck ? { recheck: note.recheck } : {}),
  };
  return { ...item, state: to, events: [...item.events, event], updatedAt: note.at };
}
