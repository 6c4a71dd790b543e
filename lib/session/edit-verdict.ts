// The rules of a verdict: what an edit makes of it, so that count and status never contradict each other.
import type { Verdict, VerdictEdit } from '@/lib/model/session';

/** Who decides, when, in which session. `at` is an instant. */
export interface Author {
  sessionId: string;
  by: string;
  at: string;
}

/**
 * The verdict after an edit; `before` null = no record yet. A hit counts at least 1, everything else 0 and has no
 * amount of its own. Returns `before` itself when the edit changes nothing, so that no empty step is journaled.
 */
export function editVerdict(before: Verdict | null, edit: VerdictEdit, author: Author): Verdict | null {
  const old = before ?? untestedVerdict(edit.criterionId, author);
  const status = edit.status ?? ((edit.count ?? 0) > 0 ? 'hit' : old.status);
  const hit = status === 'hit';
  const amount = edit.amount === undefined ? old.amount : (edit.amount ?? undefined);
  const after = withAmount(
    {
      ...old,
      status,
      count: hit ? Math.max(1, edit.count ?? old.count) : 0,
      note: edit.note ?? old.note,
      findingKeys: unique(edit.findingKeys ?? old.findingKeys),
      evidenceIds: unique(edit.evidenceIds ?? old.evidenceIds),
    },
    hit ? amount : undefined,
  );
  if (sameContent(old, after)) return before;
  const decided = after.status !== old.status || after.count !== old.count || after.amount !== old.amount;
  return { ...after, by: author.by, at: author.at, from: decided ? 'manual' : old.from };
}

/**
 * The verdict with other picture links. Who decided, and when, stays: taking a picture decides nothing. null when
 * nothing is left to record.
 */
export function linkEvidence(
  before: Verdict | null,
  criterionId: string,
  evidenceIds: readonly string[],
  author: Author,
): Verdict | null {
  const empty = untestedVerdict(criterionId, author);
  const after = { ...(before ?? empty), evidenceIds: unique(evidenceIds) };
  return sameContent(after, empty) ? null : after;
}

/** A record that says nothing yet. */
export function untestedVerdict(criterionId: string, author: Author): Verdict {
  return {
    sessionId: author.sessionId,
    criterionId,
    status: 'untested',
    count: 0,
    note: '',
    findingKeys: [],
    evidenceIds: [],
    by: author.by,
    at: author.at,
    from: 'manual',
  };
}

/** true when two verdicts say the same, whoever said it and when. */
export function sameContent(a: Verdict, b: Verdict): boolean {
  return (
    a.status === b.status &&
    a.count === b.count &&
    a.amount === b.amount &&
    a.note === b.note &&
    sameList(a.findingKeys, b.findingKeys) &&
    sameList(a.evidenceIds, b.evidenceIds)
  );
}

/** The values without repetitions, first occurrence kept. */
export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function withAmount(verdict: Verdict, amount: number | undefined): Verdict {
  const { amount: _, ...rest } = verdict;
  return amount === undefined ? rest : { ...rest, amount };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
