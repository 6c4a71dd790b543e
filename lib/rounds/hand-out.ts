// Hands the subjects of a round out to its inspectors.
import type { Assignment } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';

/** A subject of the round and its assignment as it stands. */
export interface ToHandOut {
  subject: Pick<Subject, 'id' | 'kind'>;
  assignment: Assignment;
}

/**
 * The assignments that change when `chosen` are handed out evenly: each goes to the inspector with the fewest subjects
 * of that kind so far (a website is far more work than an account), of equal ones to the first named. What other
 * inspectors have counts as it is.
 * @param all every subject of the round, in the order to hand out.
 * @param inspectors none = take the chosen ones back.
 * @param keep true: subjects that somebody has stay with him.
 */
export function handOut(
  all: readonly ToHandOut[],
  chosen: ReadonlySet<string>,
  inspectors: readonly string[],
  keep: boolean,
): Assignment[] {
  const free = all.filter(
    ({ subject, assignment }) => chosen.has(subject.id) && !(keep && assignment.inspector !== ''),
  );
  const moving = new Set(free.map(({ subject }) => subject.id));
  const load = new Map<string, number>();
  const name = (inspector: string, kind: string) => `${kind} ${inspector}`;
  const add = (key: string) => load.set(key, (load.get(key) ?? 0) + 1);
  for (const { subject, assignment } of all) {
    if (!moving.has(subject.id)) add(name(assignment.inspector, subject.kind));
  }
  return free.flatMap(({ subject, assignment }) => {
    const loadOf = (inspector: string) => load.get(name(inspector, subject.kind)) ?? 0;
    const inspector = inspectors.reduce(
      (least, one) => (loadOf(one) < loadOf(least) ? one : least),
      inspectors[0] ?? '',
    );
    add(name(inspector, subject.kind));
    return inspector === assignment.inspector ? [] : [{ ...assignment, inspector }];
  });
}
