// Lets a check that proves something overrule the guess of another, so that one page never says two things.
import type { CheckResult } from '@/lib/model/finding';
import type { Check } from './define-check';

/**
 * The results of one page, each settled by its proving check when that has a result here. Pure and repeatable.
 * `pageUrl` is the address of the inspected page.
 */
export function settleResults(
  results: readonly CheckResult[],
  checks: ReadonlyMap<string, Check>,
  pageUrl: string,
): CheckResult[] {
  return results.map((result) => {
    const settledBy = checks.get(result.checkId)?.settledBy;
    const proof = results.find(({ checkId }) => checkId === settledBy?.check);
    if (!settledBy || !proof || proof.outcome === 'error' || result.outcome === 'error') return result;
    return settledBy.settle(result, proof, pageUrl);
  });
}

/** `ids` and those checks that one of them settles: a proof is put against fresh guesses. */
export function withSettled(ids: readonly string[], checks: ReadonlyMap<string, Check>): Set<string> {
  const wanted = new Set(ids);
  for (const { id, settledBy } of checks.values())
    if (settledBy && ids.includes(settledBy.check)) wanted.add(id);
  return wanted;
}
