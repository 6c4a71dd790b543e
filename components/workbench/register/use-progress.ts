// Where every subject stands in the round that inspections are started in.
import { useCallback, useMemo } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { Round } from '@/lib/model/round';
import type { Progress } from './RegisterTable';

/** The newest open round, if any; per subject how far its inspection there is, and the session that says so. */
export function useProgress(): {
  round: Round | undefined;
  progress: ReadonlyMap<string, Progress>;
  finished: ReadonlyMap<string, string>;
} {
  const { desk } = useDeskClient();
  const askRounds = useCallback(() => desk.listRounds({}), [desk]);
  const rounds = useDeskQuery(askRounds, ({ what }) => what === 'rounds').value;
  const askSessions = useCallback(() => desk.listSessions({}), [desk]);
  const sessions = useDeskQuery(askSessions, ({ what }) => what === 'sessions').value;
  // As the desk chooses: of the open ones the newest.
  const round = rounds?.find(({ state }) => state === 'open');
  return useMemo(() => {
    const progress = new Map<string, Progress>();
    const finished = new Map<string, string>();
    for (const { session } of sessions ?? []) {
      if (session.roundId !== round?.id || session.doubleCheckOf !== undefined) continue;
      if (session.state !== 'finished') progress.set(session.subjectId, 'begun');
      else if (!progress.has(session.subjectId)) {
        progress.set(session.subjectId, 'finished');
        finished.set(session.subjectId, session.id);
      }
    }
    return { round, progress, finished };
  }, [round, sessions]);
}
