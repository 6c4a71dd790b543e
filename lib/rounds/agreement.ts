// Compares two blind inspections of the same subject: where both inspectors decided alike, and where not.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Agreement, AgreementSide } from '@/lib/model/round-board';
import type { Verdict } from '@/lib/model/session';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';

/**
 * Compared are the criteria of the set that both inspectors decided (any status but untested). Two decisions agree
 * when the status is the same and, for problems, count and points decided by hand are too; notes and pictures do not
 * matter. What only one of them decided is listed and does not count in the share.
 */
export function agreementOf(
  set: IndicatorSet,
  first: readonly Verdict[],
  second: readonly Verdict[],
): Agreement {
  const left = latestVerdicts(first);
  const right = latestVerdicts(second);
  const differences: Agreement['differences'] = [];
  let compared = 0;
  let agreed = 0;
  for (const { indicator, criterion } of criteriaOf(set)) {
    const a = sideOf(left.get(criterion.id));
    const b = sideOf(right.get(criterion.id));
    const kind = differenceOf(a, b);
    if (a && b) compared += 1;
    if (a && b && !kind) agreed += 1;
    if (kind) {
      differences.push({
        criterionId: criterion.id,
        text: criterion.text,
        indicator: indicator.name,
        kind,
        first: a,
        second: b,
      });
    }
  }
  // Integers only: floor((agreed × 10000 + compared ÷ 2) ÷ compared) rounds half up.
  const share = compared === 0 ? null : Math.floor((agreed * 20_000 + compared) / (2 * compared));
  return { compared, agreed, share, differences };
}

function differenceOf(
  a: AgreementSide | null,
  b: AgreementSide | null,
): 'status' | 'count' | 'one-sided' | undefined {
  if (!a && !b) return undefined;
  if (!a || !b) return 'one-sided';
  if (a.status !== b.status) return 'status';
  const same = a.status !== 'hit' || (a.count === b.count && a.amount === b.amount);
  return same ? undefined : 'count';
}

function sideOf(verdict: Verdict | undefined): AgreementSide | null {
  if (!verdict || verdict.status === 'untested') return null;
  const { status, count, amount, note } = verdict;
  return { status, count, note, ...(amount === undefined ? {} : { amount }) };
}
