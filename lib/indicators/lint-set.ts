// The judge of indicator sets: whatever would make a set wrong or misleading is said in Chinese before it is used.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { checkPoints } from './lint/points';
import { reportOn } from './lint/report';
import { checkShape } from './lint/shape';
import { checkStructure } from './lint/structure';
import { checkTexts } from './lint/texts';
import type { SetProblem } from './set-problem';

export type { SetProblem } from './set-problem';

/**
 * Checks any value as an indicator set. `set` is given when there is no error (warnings may remain); it holds the known
 * fields only. Problems come in a fixed order, errors first. `knownChecks` holds the ids of the checks that exist.
 * Nothing is thrown.
 */
export function lintSet(
  candidate: unknown,
  knownChecks: ReadonlySet<string>,
): { set?: IndicatorSet; problems: SetProblem[] } {
  const report = reportOn(candidate);
  const set = checkShape(candidate, report);
  if (set !== undefined) {
    checkStructure(set, knownChecks, report);
    checkPoints(set, report);
    checkTexts(set, report);
  }
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const problems = [...errors, ...report.problems.filter(({ severity }) => severity === 'warning')];
  return set !== undefined && errors.length === 0 ? { set, problems } : { problems };
}
