// What a person fills in for a round, proposed from the day and the rounds there are: pure.
import type { RoundPlan } from '@/lib/desk/calls/rounds';
import type { SetRow } from '@/lib/desk/calls/sets';
import { quarterOf } from '@/lib/desk/quarter';
import type { SubjectKind } from '@/lib/model/primitives';
import type { Round, RoundSet } from '@/lib/model/round';

/** The proposal for a new round: the quarter of `now`, a set for each kind, compared with the latest closed round. */
export function proposedPlan(
  now: Date,
  rounds: readonly Round[],
  defaults: Record<SubjectKind, string>,
  sets: readonly SetRow[],
): RoundPlan {
  const quarter = quarterOf(now);
  const taken = new Set(rounds.map(({ name }) => name));
  let { name } = quarter;
  for (let number = 2; taken.has(name); number++) name = `${quarter.name}（${number}）`;
  const rules = (['website', 'new-media'] as const).flatMap((kind) => {
    const fitting = sets.filter(({ appliesTo }) => appliesTo === kind);
    const chosen = fitting.find(({ id }) => id === defaults[kind]) ?? fitting[0];
    return chosen ? [{ kind, setId: chosen.id }] : [];
  });
  return {
    name,
    startDay: quarter.startDay,
    endDay: quarter.endDay,
    dueDay: quarter.endDay,
    sets: rules,
    previousId: latestClosed(rounds)?.id ?? null,
  };
}

export function planOf(round: Round): RoundPlan {
  const { name, startDay, endDay, dueDay, sets = [], previousId = null } = round;
  return {
    name,
    ...(startDay && { startDay }),
    ...(endDay && { endDay }),
    ...(dueDay && { dueDay }),
    sets,
    previousId,
  };
}

/** The closed round that ended last; without days the one made last. */
export function latestClosed(rounds: readonly Round[]): Round | undefined {
  const key = ({ endDay, createdAt }: Round) => `${endDay ?? ''} ${createdAt}`;
  return rounds
    .filter(({ state }) => state === 'closed')
    .sort((a, b) => (key(a) === key(b) ? 0 : key(a) > key(b) ? -1 : 1))[0];
}

/** A further rule: the first kind and group without one. */
export function nextRule(rules: readonly RoundSet[], sets: readonly SetRow[]): RoundSet | undefined {
  const taken = new Set(rules.map(({ kind, group }) => `${kind} ${group ?? ''}`));
  for (const kind of ['website', 'new-media'] as const) {
    const setId = sets.find(({ appliesTo }) => appliesTo === kind)?.id;
    if (setId === undefined) continue;
    if (!taken.has(`${kind} `)) return { kind, setId };
    for (const group of ['district', 'department', 'own', 'other'] as const) {
      if (!taken.has(`${kind} ${group}`)) return { kind, group, setId };
    }
  }
  return undefined;
}
