// The one-click check as the screen lives it: start, progress, cancel, one check again.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { sentenceOf, useClient } from '@/components/client';
import type { CheckProgress } from '@/lib/checks/engine/run-checks';
import type { LinkVariant } from '@/lib/client/check-links';
import type { SessionView } from '@/lib/desk/protocol';
import type { Run } from '@/lib/model/session';
import { useSay } from './notice';

export interface CheckRun {
  running: boolean;
  /** Of the checks that run now; empty otherwise. */
  progress: CheckProgress[];
  /**
   * All checks, or those named, started in the given way (`variant`: see the check's wording). Does nothing while running.
   * Resolves with the stored run, if any.
   */
  start(checkIds?: readonly string[], variant?: string): Promise<Run | undefined>;
  cancel(): void;
}

function isLinkVariant(variant: string | undefined): variant is LinkVariant {
  return variant === 'visited' || variant === 'recheck' || variant === 'recheck-visited';
}

const LOAD_CHECKS_AFTER_MS = 1_000;
/** Not part of the panel's first picture. */
const loadChecks = () => import('@/lib/client/inspect-page');

/** @param onStored called once the desk has stored the run, with all runs that are new by it */
export function useCheckRun(
  view: SessionView | undefined,
  onStored: (runs: readonly Run[]) => void,
): CheckRun {
  const client = useClient();
  const say = useSay();
  const [progress, setProgress] = useState<CheckProgress[]>([]);
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController>(undefined);
  const viewRef = useRef(view);
  viewRef.current = view;
  const storedRef = useRef(onStored);
  storedRef.current = onStored;

  const start = useCallback(
    async (checkIds?: readonly string[], variant?: string) => {
      if (abort.current || !viewRef.current) return undefined;
      const control = new AbortController();
      abort.current = control;
      setRunning(true);
      setProgress([]);
      try {
        const { inspectPage } = await loadChecks();
        const runs = await inspectPage(client, viewRef.current, {
          signal: control.signal,
          onProgress: setProgress,
          ...(checkIds ? { checkIds } : {}),
          ...(isLinkVariant(variant) ? { linkVariant: variant } : {}),
        });
        // In one drawing with the end of the check: nothing says finished before the results are there.
        storedRef.current(runs);
        return runs[0];
      } catch (error) {
        say('problem', control.signal.aborted ? '检查已取消，未保存本次结果。' : sentenceOf(error));
        return undefined;
      } finally {
        abort.current = undefined;
        setRunning(false);
        setProgress([]);
      }
    },
    [client, say],
  );

  // So that the click need not wait for it; not at once, because the first moments belong to the first ticks. A failure shows when
  // it is needed.
  useEffect(() => {
    let idle = 0;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => void loadChecks().catch(() => undefined));
    }, LOAD_CHECKS_AFTER_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, []);

  const cancel = useCallback(() => abort.current?.abort(), []);
  // Leaving the session ends what runs for it.
  useEffect(() => () => abort.current?.abort(), []);
  return useMemo(() => ({ running, progress, start, cancel }), [running, progress, start, cancel]);
}
