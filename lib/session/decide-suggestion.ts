// What accepting or rejecting a suggestion does to the verdict of its criterion.
import type { Decision, Verdict } from '@/lib/model/session';
import { type Author, unique, untestedVerdict } from './edit-verdict';

export interface SuggestionAnswer {
  decision: 'accepted' | 'rejected';
  criterionId: string;
  findingKeys: readonly string[];
  /** Occurrences the accepted findings stand for; left out = so many as there are new keys. */
  count?: number;
  note?: string;
  /** The criterion's rule: with 'once' further findings add no occurrence. */
  per: 'occurrence' | 'once';
}

/**
 * The verdict after accepting or rejecting. Accepting makes it a hit and adds keys and occurrences; a hit ticked by
 * hand without findings is taken to be the same occurrences, so nothing is counted twice. Rejecting leaves the verdict
 * alone unless it rests on the rejected keys: they are taken out with one occurrence each, and a verdict that came
 * from suggestions alone is untested again when none is left.
 */
export function decideSuggestion(
  before: Verdict | null,
  answer: SuggestionAnswer,
  author: Author,
): Verdict | null {
  return answer.decision === 'accepted' ? accept(before, answer, author) : reject(before, answer, author);
}

/** Decision records for the keys of an answer, without repetitions. */
export function decisionsOf(answer: SuggestionAnswer, author: Author): Decision[] {
  return unique(answer.findingKeys).map((findingKey) => ({
    sessionId: author.sessionId,
    criterionId: answer.criterionId,
    findingKey,
    decision: answer.decision,
    by: author.by,
    at: author.at,
  }));
}

function accept(before: Verdict | null, answer: SuggestionAnswer, author: Author): Verdict {
  const old = before ?? untestedVerdict(answer.criterionId, author);
  const fresh = unique(answer.findingKeys).filter((key) => !old.findingKeys.includes(key));
  return {
    ...old,
    status: 'hit',
    count: acceptedCount(old, answer, fresh.length),
    note: joinNotes(old.note, answer.note),
    findingKeys: [...old.findingKeys, ...fresh],
    by: author.by,
    at: author.at,
    from: 'suggestion',
  };
}

function acceptedCount(old: Verdict, answer: SuggestionAnswer, fresh: number): number {
  const earlier = old.status === 'hit' ? old.count : 0;
  const added = answer.count ?? (answer.per === 'once' ? 1 : fresh);
  if (fresh === 0) return Math.max(1, answer.count ?? earlier);
  if (answer.per === 'once' || old.findingKeys.length === 0) return Math.max(1, earlier, added);
  return Math.max(1, earlier + added);
}

function reject(before: Verdict | null, answer: SuggestionAnswer, author: Author): Verdict | null {
  if (!before) return null;
  const rejected = new Set(answer.findingKeys);
  const findingKeys = before.findingKeys.filter((key) => !rejected.has(key));
  const removed = before.findingKeys.length - findingKeys.length;
  if (removed === 0) return before;
  const changed: Verdict = { ...before, findingKeys, by: author.by, at: author.at };
  if (before.status !== 'hit') return changed;
  if (findingKeys.length === 0 && before.from === 'suggestion') {
    const { amount: _, ...rest } = changed;
    return { ...rest, status: 'untested', count: 0, from: 'manual' };
  }
  const count = answer.per === 'once' ? before.count : before.count - removed;
  return { ...changed, count: Math.max(1, count) };
}

function joinNotes(old: string, added: string | undefined): string {
  if (!added || old.includes(added)) return old;
  return old ? `${old}；${added}` : added;
}
