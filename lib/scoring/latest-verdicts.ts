// One verdict per criterion, whatever order they come in.
import type { Verdict } from '@/lib/model/session';

/** Verdicts by criterion. Of several for one criterion the latest counts; of equally late ones always the same. */
export function latestVerdicts(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
  const latest = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const known = latest.get(verdict.criterionId);
    if (known === undefined || isLater(verdict, known)) latest.set(verdict.criterionId, verdict);
  }
  return latest;
}

function isLater(a: Verdict, b: Verdict): boolean {
  if (a.at !== b.at) return a.at > b.at;
  return JSON.stringify(a) > JSON.stringify(b);
}
