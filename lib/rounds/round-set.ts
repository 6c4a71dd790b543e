// Which indicator set a round has for a subject.
import type { RoundSet } from '@/lib/model/round';
import type { Subject } from '@/lib/model/session';

/** The rule for the subject's kind and group, else the one for its kind in all groups; undefined when there is none. */
export function setRuleFor(
  sets: readonly RoundSet[],
  { kind, group }: Pick<Subject, 'kind' | 'group'>,
): RoundSet | undefined {
  const fitting = sets.filter((rule) => rule.kind === kind);
  return (
    fitting.find((rule) => rule.group !== undefined && rule.group === group) ??
    fitting.find((rule) => rule.group === undefined)
  );
}

/** The first kind and group that has more than one rule, if any. */
export function doubledRule(sets: readonly RoundSet[]): RoundSet | undefined {
  const seen = new Set<string>();
  return sets.find(({ kind, group }) => {
    const name = `${kind} ${group ?? ''}`;
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  });
}
