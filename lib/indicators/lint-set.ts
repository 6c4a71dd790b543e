// The judge of indicator sets: whatever would make a set wrong or misleading is said in Chinese before it is used.
import type { IndicatorSet } from '@/lib/model/indicator-set';
import { checkParams, type KnownChecks } from './lint/check-params';
import { checkPoints } from './lint/points';
import { reportOn } from './lint/report';
import { checkShape } from './lint/shape';
import { checkStructure } from './lint/structure';
import { checkTexts } from './lint/texts';
import type { SetProblem } from './set-problem';

export type { KnownChecks } from './lint/check-params';
export type { SetProblem } from './set-problem';

/**
 * Checks any value as an indicator set. `set` is given when there is no error (warnings may remain); it holds the known
 * fields only. Problems come in a fixed order, errors first. `knownChecks` holds the checks that exist.
 * Nothing is thrown.
 */
export function lintSet(
  candidate: unknown,
  knownChecks: KnownChecks,
): { set?: IndicatorSet; problems: SetProblem[] } {
  const report = reportOn(candidate);
  const set = checkShape(candidate, report);
  if (set !== undefined) {
    checkStructure(set, knownChecks, report);
    checkParams(set, knownChecks, report);
    checkPoints(set, report);
    checkTexts(set, report);
  }
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const problems = [...errors, ...report.problems.filter(({ severity }) => severity === 'warning')];
  return set !== undefined && errors.length === 0 ? { set, problems } : { problems };
}
