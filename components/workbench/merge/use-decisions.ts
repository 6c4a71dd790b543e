// Which contradictions the plan has, and what was chosen for each of them so far.
import { useCallback, useMemo, useState } from 'react';
import type { MergeDecisions } from '@/lib/client/workbench-files';
import type { PlannedFile } from '@/lib/merge/merge-plan';
import type { RepostChoice } from '@/lib/merge/merge-repost';
import type { MergeChoice } from '@/lib/merge/session-copy';

/** Choices are kept by a name made of file and place, and hold for one plan: `forget` them with it. */
export function useDecisions(plan: readonly PlannedFile[] | undefined) {
  const [choices, setChoices] = useState<ReadonlyMap<string, MergeChoice>>(new Map());
  const [repostChoices, setRepostChoices] = useState<ReadonlyMap<string, RepostChoice>>(new Map());
  const conflicts = useMemo(
    () =>
      (plan ?? []).flatMap((file, index) =>
        file.sessions.flatMap((session) =>
          session.conflicts.map((conflict) => ({
            name: JSON.stringify([index, session.sessionId, conflict.criterionId]),
            session,
            conflict,
          })),
        ),
      ),
    [plan],
  );
  const reposts = useMemo(
    () =>
      (plan ?? []).flatMap((file, index) =>
        file.reposts.map((repost) => ({
          name: JSON.stringify([index, repost.here.roundId, repost.here.itemId, repost.here.subjectId]),
          repost,
        })),
      ),
    [plan],
  );
  const choose = useCallback(
    (name: string, choice: MergeChoice) => setChoices((before) => new Map(before).set(name, choice)),
    [],
  );
  const chooseReposts = useCallback(
    (names: readonly string[], choice: RepostChoice) =>
      setRepostChoices((before) => new Map([...before, ...names.map((name) => [name, choice] as const)])),
    [],
  );
  const forget = useCallback(() => {
    setChoices(new Map());
    setRepostChoices(new Map());
  }, []);
  const decisions = (by: string): MergeDecisions => ({
    by,
    verdicts: conflicts.flatMap(({ name, session: { sessionId }, conflict }) => {
      const choice = choices.get(name);
      const { criterionId, here, file } = conflict;
      return choice ? [{ sessionId, conflict: { criterionId, here, file }, choice }] : [];
    }),
    reposts: reposts.flatMap(({ name, repost: { here, file } }) => {
      const choice = repostChoices.get(name);
      return choice ? [{ conflict: { here, file }, choice }] : [];
    }),
  });
  return {
    conflicts,
    choices,
    choose,
    reposts,
    repostChoices,
    chooseReposts,
    forget,
    decisions,
    undecided: {
      verdicts: conflicts.filter(({ name }) => !choices.has(name)).length,
      reposts: reposts.filter(({ name }) => !repostChoices.has(name)).length,
    },
  };
}
