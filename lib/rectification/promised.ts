// What an earlier round promised for a subject, held against what this round sees.
import type { Finding } from '@/lib/model/finding';
import type { Rectification } from '@/lib/model/rectification';
import type { Round } from '@/lib/model/round';
import type { Verdict } from '@/lib/model/session';
import { byCodePoint } from '@/lib/text/order';

/** Seen again by the machine or a person; not seen although the inspector decided or the check ran; or nothing known. */
export type Again = 'found' | 'not-found' | 'unknown';

/** What the present inspection knows. */
export interface PresentView {
  verdicts: readonly Verdict[];
  findings: readonly Finding[];
  /** Pages that were checked, with the checks that ran on them without an error. */
  checked: readonly { url: string; checkIds: readonly string[] }[];
  /** Text of each criterion of the present set. */
  criterionText: ReadonlyMap<string, string>;
  /** Equal for addresses of the same page. */
  samePage: (a: string, b: string) => boolean;
}

/**
 * Items of earlier rounds that a session of `round` has to look at: all of the round before (the one it names as
 * previous, else the latest made before it), and older ones that are not closed. Newest round first, then by id.
 */
export function promisedIn(
  items: readonly Rectification[],
  rounds: readonly Round[],
  round: Pick<Round, 'id' | 'createdAt' | 'previousId'>,
): Rectification[] {
  const earlier = rounds
    .filter(
      ({ id, createdAt }) => id !== round.id && (id === round.previousId || createdAt < round.createdAt),
    )
    .sort((a, b) => byCodePoint(b.createdAt, a.createdAt) || byCodePoint(a.id, b.id));
  const previous = round.previousId ?? earlier[0]?.id;
  const rank = new Map(earlier.map(({ id }, index) => [id, index]));
  return items
    .filter(({ roundId, state }) => roundId === previous || (rank.has(roundId) && state !== 'closed'))
    .sort(
      (a, b) =>
        (rank.get(a.roundId) ?? 0) - (rank.get(b.roundId) ?? 0) ||
        byCodePoint(a.url ?? '', b.url ?? '') ||
        byCodePoint(a.id, b.id),
    );
}

/** Whether the same problem is there again: by the finding's key, for problems found by hand by criterion and words. */
export function seenAgain(item: Rectification, now: PresentView): Again {
  const { findingKey: key, checkId } = item;
  if (key !== undefined) {
    const found = now.findings.some((finding) => finding.key === key || finding.siteKey === key);
    if (found || now.verdicts.some((v) => v.status === 'hit' && v.findingKeys.includes(key))) return 'found';
    const ran = now.checked.some(
      ({ url, checkIds }) =>
        checkId !== undefined && checkIds.includes(checkId) && now.samePage(url, item.url ?? ''),
    );
    return ran ? 'not-found' : 'unknown';
  }
  const verdict = now.verdicts.find(({ criterionId }) => criterionId === item.criterionId);
  const text = now.criterionText.get(item.criterionId);
  // Another set may use the same id for something else.
  if (!verdict || text === undefined || !item.problem.startsWith(text)) return 'unknown';
  if (verdict.status === 'hit') return 'found';
  return verdict.status === 'ok' ? 'not-found' : 'unknown';
}
