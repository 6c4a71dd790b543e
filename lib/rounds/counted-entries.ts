// Says which sheets of a round count where: the one place for “who is in this number”.
import type { BookEntry } from '@/lib/model/round-book';
import type { Sheet } from '@/lib/model/sheet';
import { byCodePoint } from '@/lib/text/order';

/** An entry whose inspection is finished: only these have results, scores, problems and good practice. */
export type FinishedEntry = BookEntry & Required<Pick<BookEntry, 'session' | 'sheet'>>;

/** An entry that is finished and has a score: only these make an average. */
export type ScoredEntry = FinishedEntry & { sheet: Sheet & { total: number } };

export function isFinished(entry: BookEntry): entry is FinishedEntry {
  return entry.session?.state === 'finished' && entry.sheet !== undefined;
}

export function isScored(entry: BookEntry): entry is ScoredEntry {
  return isFinished(entry) && entry.sheet.total !== null;
}

/** Inspected (已检查): finished, or with at least one decided criterion. A merely opened sheet is not inspected yet. */
export function isInspected(entry: BookEntry): boolean {
  if (isFinished(entry)) return true;
  return entry.sheet !== undefined && entry.sheet.counts.total > entry.sheet.counts.untested;
}

/** Subject ids of the entries, by code point. */
export function idsOf(entries: readonly BookEntry[]): string[] {
  return [...new Set(entries.map(({ subject }) => subject.id))].sort(byCodePoint);
}
