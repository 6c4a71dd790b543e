// What a recheck of one problem proposes: pure, from the results of the check that had found it.
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { Rectification } from '@/lib/model/rectification';

/** `unsure`: the machine cannot say; a person must look. `reasons` are plain Chinese. */
export interface RecheckOutcome {
  outcome: 'found' | 'gone' | 'unsure';
  /** The finding, when it was seen again. */
  finding?: Finding;
  reasons: string[];
}

/**
 * Looks for the same finding in the check's new result. It counts as gone only when the check ran to its end and left
 * nothing out: a wrong “gone” would close what is still broken.
 */
export function judgeRecheck(
  item: Pick<Rectification, 'findingKey' | 'checkId'>,
  results: readonly CheckResult[],
): RecheckOutcome {
  const { findingKey: key, checkId } = item;
  if (key === undefined || checkId === undefined)
    return { outcome: 'unsure', reasons: ['该问题由人工认定，没有可重复的自动检查，请对照原图核对'] };
  const finding = results
    .flatMap(({ findings }) => findings)
    .find((one) => one.key === key || one.siteKey === key);
  if (finding) return { outcome: 'found', finding, reasons: [] };
  const result = results.find((one) => one.checkId === checkId);
  if (!result)
    return { outcome: 'unsure', reasons: ['发现该问题的自动检查不能在单个页面上重做，请人工核对'] };
  if (result.error) return { outcome: 'unsure', reasons: [`自动检查未能完成：${result.error.detail}`] };
  if (result.outcome === 'inapplicable')
    return { outcome: 'unsure', reasons: ['页面上已没有该项检查的内容，请核对是否另有安排'] };
  if (result.skipped.length > 0)
    return {
      outcome: 'unsure',
      reasons: result.skipped.map(({ what, why }) => `未检查：${what}（${why}）`),
    };
  return { outcome: 'gone', reasons: [] };
}
