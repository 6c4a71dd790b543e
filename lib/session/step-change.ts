// Takes a journaled change back or applies it again, leaving picture links where later events put them.
import type { Change, Decision, Verdict } from '@/lib/model/session';
import { type Author, untestedVerdict } from './edit-verdict';

/** What is stored now for the verdicts and decisions that a change names. */
export interface Present {
  verdict(criterionId: string): Verdict | null;
  /** Pictures that still exist; links to removed ones do not come back. */
  evidenceExists(id: string): boolean;
}

/** Records to write; those in `remove…` have no record any more. */
export interface Writes {
  verdicts: Verdict[];
  removeVerdicts: string[];
  decisions: Decision[];
  removeDecisions: { criterionId: string; findingKey: string }[];
}

/**
 * The writes that undo or redo a change. Verdicts and decisions get exactly their earlier records; only the links to
 * pictures are kept as they are now, save for links that the change itself added or took away.
 */
export function stepChange(
  change: Change,
  direction: 'undo' | 'redo',
  present: Present,
  author: Author,
): Writes {
  const writes: Writes = { verdicts: [], removeVerdicts: [], decisions: [], removeDecisions: [] };
  const pick = <T>(pair: { before: T | null; after: T | null }) =>
    direction === 'undo' ? { from: pair.after, to: pair.before } : { from: pair.before, to: pair.after };
  for (const pair of change.verdicts) {
    const { from, to } = pick(pair);
    const criterionId = (from ?? to)?.criterionId;
    if (criterionId === undefined) continue;
    const evidenceIds = linksAfter(from, to, present.verdict(criterionId), present.evidenceExists);
    if (to) writes.verdicts.push({ ...to, evidenceIds });
    else if (evidenceIds.length === 0) writes.removeVerdicts.push(criterionId);
    else writes.verdicts.push({ ...untestedVerdict(criterionId, author), evidenceIds });
  }
  for (const pair of change.decisions) {
    const { from, to } = pick(pair);
    if (to) writes.decisions.push(to);
    else if (from)
      writes.removeDecisions.push({ criterionId: from.criterionId, findingKey: from.findingKey });
  }
  return writes;
}

function linksAfter(
  from: Verdict | null,
  to: Verdict | null,
  now: Verdict | null,
  exists: (id: string) => boolean,
): string[] {
  const earlier = from?.evidenceIds ?? [];
  const wanted = to?.evidenceIds ?? [];
  const addedByStep = new Set(wanted.filter((id) => !earlier.includes(id)));
  const removedByStep = new Set(earlier.filter((id) => !wanted.includes(id)));
  const current = now?.evidenceIds ?? [];
  const keep = (id: string) =>
    exists(id) && (addedByStep.has(id) || (current.includes(id) && !removedByStep.has(id)));
  return [...wanted.filter(keep), ...current.filter((id) => !wanted.includes(id) && keep(id))];
}
