// One session on screen: what the desk has stored, what is on its way there, and the truth about “saved”.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { InspectionClient } from '@/lib/client/client';
import { DeskError } from '@/lib/desk/desk-error';
import type { SessionView } from '@/lib/desk/protocol';
import type { Run } from '@/lib/model/session';
import {
  applyOp,
  keepUnchanged,
  type SessionOp,
  type Stamp,
  showsAtOnce,
  withHeldRuns,
  withStoredRuns,
} from './session-ops';
import { createUnderway, type Underway } from './underway';
import { useShowSoon } from './use-show-soon';

/** 'saved' is said only after the desk has answered: a change on screen that is not stored yet is 'saving'. */
export type SaveState =
  | { state: 'saved'; at: string }
  | { state: 'saving' }
  | { state: 'failed'; sentence: string; op: SessionOp };

export interface OpenSession {
  /** As it will be once everything pending is stored. */
  view: SessionView;
  save: SaveState;
  /** Steps whose answer is still to come; `save` tells of them a moment later, because a step is drawn a moment after it was made. */
  underway: Pick<Underway, 'show' | 'isShown' | 'subscribe'>;
  /** Resolves true when stored; false when refused, after the change was taken back on screen. */
  act(op: SessionOp): Promise<boolean>;
  retry(): void;
  reload(): Promise<void>;
  /** Shows runs that the desk has just stored; what else follows from them is read soon after. */
  showRuns(stored: readonly Run[]): void;
}

interface Pending {
  op: SessionOp;
  stamp: Stamp;
  /** What the step made of a view: once stored it looks as it did while pending, and nothing is worked out or drawn anew. */
  shown?: { on: SessionView; as: SessionView };
}

/** The view with a pending step on it; the same object whenever asked about the same view. */
function shownOn(view: SessionView, step: Pending): SessionView {
  if (step.shown?.on !== view) step.shown = { on: view, as: applyOp(view, step.op, step.stamp) };
  return step.shown.as;
}

/** Changes told by the desk come in bursts (our own among them); one reading serves them all. */
const RELOAD_DELAY_MS = 120;

/**
 * Opens a session and keeps it in step with the other windows.
 * @param known a light view of it that was read just now, shown until the next reading
 * @param by name recorded with every step; '' = the inspector named in the session
 * @returns `session` undefined while loading or when it cannot be read (`error` says why); `gone` true: there is no such
 *   session any more, or it is closed to this inspector now, whatever is still on screen
 */
export function useSession(
  sessionId: string,
  by: string,
  onRefused: (sentence: string) => void,
  known?: SessionView,
): { session: OpenSession | undefined; error: string | undefined; gone: boolean; reload(): Promise<void> } {
  const client = useClient();
  const [stored, setStored] = useState(known);
  const [error, setError] = useState<string>();
  const [gone, setGone] = useState(false);
  const [pending, setPending] = useState<Pending[]>([]);
  const [save, setSave] = useState<SaveState | undefined>(
    known && { state: 'saved', at: known.session.updatedAt },
  );
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const [underway] = useState(createUnderway);
  const reading = useRef(0);
  const ownInspector = useRef(known?.session.inspector ?? '');
  const shown = useRef(known !== undefined);

  /** The runs, by far the largest part, are read only when there are new ones: how many were told of, and shown. */
  const runsTold = useRef(1);
  const runsShown = useRef(0);
  const runsHeld = useRef<Run[]>([]);
  runsHeld.current = stored?.runs ?? [];

  const read = useCallback(
    async (light: boolean) => {
      const mine = ++reading.current;
      const told = runsTold.current;
      const held = light ? [] : runsHeld.current;
      try {
        const answer = await client.desk.sessionView({ sessionId, light, held: held.map(({ id }) => id) });
        const fresh = withHeldRuns(answer, held);
        if (mine !== reading.current) return;
        ownInspector.current = fresh.session.inspector;
        if (!light) runsShown.current = told;
        setStored((old) => keepUnchanged(old, light ? withRunsOf(old, fresh) : fresh));
        setSave((now) => now ?? { state: 'saved', at: fresh.session.updatedAt });
        setError(undefined);
        setGone(false);
      } catch (failure) {
        if (mine !== reading.current) return;
        setError(sentenceOf(failure));
        setGone(failure instanceof DeskError && ['not-found', 'blind'].includes(failure.code));
      }
    },
    [client, sessionId],
  );

  const reload = useCallback(async () => {
    // What is small is on screen first.
    if (!shown.current) await read(true);
    shown.current = true;
    await read(runsShown.current === runsTold.current);
  }, [read]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const reloadSoon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void reload(), RELOAD_DELAY_MS);
  }, [reload]);

  useEffect(() => {
    void reload();
    const leave = client.onDeskChange((change) => {
      const mine =
        change.sessionId === undefined
          ? change.what === 'subjects' || change.what === 'rounds'
          : change.sessionId === sessionId;
      if (mine && change.what === 'runs') runsTold.current++;
      if (mine) reloadSoon();
    });
    return () => {
      clearTimeout(timer.current);
      leave();
    };
  }, [client, sessionId, reload, reloadSoon]);

  const showRuns = useCallback(
    (runs: readonly Run[]) => {
      // A reading that is under way was asked before them.
      reading.current++;
      runsTold.current++;
      setStored((old) => old && withStoredRuns(old, runs));
      reloadSoon();
    },
    [reloadSoon],
  );

  const showSoon = useShowSoon();
  const act = useCallback(
    (op: SessionOp): Promise<boolean> => {
      const author = by || ownInspector.current;
      const item: Pending = { op, stamp: { by: author, at: client.now().toISOString() } };
      const forget = () => setPending((list) => list.filter((other) => other !== item));
      const start = () => send(client, sessionId, op, author);
      // One after the other: the desk must see the steps in the order in which they were made.
      const sent = waiting.current === 0 ? start() : queue.current.then(start);
      waiting.current++;
      underway.begin();
      const takeBack = showSoon(() => {
        setPending((list) => [...list, item]);
        setSave({ state: 'saving' });
      });
      const answer = (async () => {
        try {
          await sent.finally(takeBack);
        } catch (failure) {
          waiting.current--;
          const sentence = sentenceOf(failure);
          forget();
          setSave({ state: 'failed', sentence, op });
          underway.end();
          onRefused(sentence);
          void reload();
          return false;
        }
        waiting.current--;
        if (waiting.current === 0) setSave({ state: 'saved', at: client.now().toISOString() });
        underway.end();
        if (showsAtOnce(op)) {
          // A reading that is under way was asked before this step: what it brings would undo the step on screen.
          reading.current++;
          setStored((old) => old && shownOn(old, item));
          reloadSoon();
        } else {
          await reload();
        }
        forget();
        return true;
      })();
      queue.current = answer;
      return answer;
    },
    [client, sessionId, by, onRefused, reload, reloadSoon, showSoon, underway],
  );

  const view = useMemo(() => stored && pending.reduce(shownOn, stored), [stored, pending]);

  const session = useMemo<OpenSession | undefined>(() => {
    if (!view || !save) return undefined;
    return {
      view,
      save,
      underway,
      act,
      reload,
      showRuns,
      retry: () => {
        if (save.state === 'failed') void act(save.op);
      },
    };
  }, [view, save, underway, act, reload, showRuns]);

  return { session, error, gone, reload };
}

/** A light reading with the runs that are on screen already. */
function withRunsOf(old: SessionView | undefined, light: SessionView): SessionView {
  if (old?.session.id !== light.session.id) return light;
  return { ...light, runs: old.runs, earlierFindings: old.earlierFindings };
}

async function send(
  client: InspectionClient,
  sessionId: string,
  op: SessionOp,
  by: string,
): Promise<unknown> {
  const { desk } = client;
  switch (op.type) {
    case 'verdicts': {
      const { type: _type, ...input } = op;
      return desk.setVerdicts({ sessionId, by, ...input });
    }
    case 'decide': {
      const { type: _type, ...input } = op;
      return desk.decideSuggestions({ sessionId, by, ...input });
    }
    case 'undo':
      return desk.undo({ sessionId, by });
    case 'redo':
      return desk.redo({ sessionId, by });
    case 'finish':
      return desk.finishSession({ sessionId, by });
    case 'reopen':
      return desk.reopenSession({ sessionId, by, reason: op.reason });
    case 'add-evidence':
      return desk.addEvidence({ evidence: op.evidence, image: op.image, by });
    case 'update-evidence': {
      const { type: _type, ...input } = op;
      return desk.updateEvidence(input);
    }
    case 'remove-evidence':
      return desk.removeEvidence({ id: op.id, by });
  }
}
