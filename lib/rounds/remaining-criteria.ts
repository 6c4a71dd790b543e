// What one key decides for a clean account: every criterion that nobody has decided yet.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Subject, Verdict, VerdictEdit } from '@/lib/model/session';

/** Criteria that only mobile applications can meet or miss; the shipped sets name them so. */
const APP_ONLY = new Set(['veto-app-download']);

/** 合格 for each untested criterion; 不适用 where it is about applications and the account is known to be something else. */
export function remainingCriteria(
  set: IndicatorSet,
  verdicts: readonly Pick<Verdict, 'criterionId' | 'status'>[],
  { platform }: Pick<Subject, 'platform'>,
): VerdictEdit[] {
  const decided = new Set(
    verdicts.filter(({ status }) => status !== 'untested').map(({ criterionId }) => criterionId),
  );
  const noApp = platform !== undefined && platform !== 'app';
  return criteriaOf(set)
    .filter(({ criterion }) => !decided.has(criterion.id))
    .map(({ criterion }) => ({
      criterionId: criterion.id,
      status: noApp && APP_ONLY.has(criterion.id) ? 'na' : 'ok',
    }));
}
