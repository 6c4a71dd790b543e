// Puts the records of a round together into its book: one entry per subject, with the sheet and the problems in words.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Finding } from '@/lib/model/finding';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Assignment } from '@/lib/model/round';
import type { BookEntry, BookProblem } from '@/lib/model/round-book';
import type { Session, Subject, Verdict } from '@/lib/model/session';
import type { Sheet, SheetCriterion } from '@/lib/model/sheet';
import { latestVerdicts } from '@/lib/scoring/latest-verdicts';
import { scoreSheet } from '@/lib/scoring/score';
import { byCodePoint, byName } from '@/lib/text/order';

/** What is known of one session. */
export interface BookSession {
  session: Session;
  set: IndicatorSet;
  verdicts: readonly Verdict[];
  /** Findings that verdicts name. */
  findings: readonly Finding[];
  /** The sheet as it was frozen when the round was closed. */
  frozen?: Sheet | undefined;
}

/**
 * The entry of one subject. Of several sessions a double check never counts; a finished one comes before an unfinished
 * one, then the one changed last, then the lower id: the same records always give the same entry.
 */
export function bookEntry(
  subject: Subject,
  assignment: Assignment | undefined,
  sessions: readonly BookSession[],
): BookEntry {
  const base = { subject, ...(assignment ? { assignment } : {}) };
  const counted = [...sessions]
    .filter(({ session }) => session.doubleCheckOf === undefined)
    .sort((a, b) => compareSessions(a.session, b.session))[0];
  if (!counted) return { ...base, verdicts: [], problems: [] };
  const { session, set, verdicts, frozen } = counted;
  const sheet = frozen ?? scoreSheet(set, verdicts, subject);
  return {
    ...base,
    session: {
      id: session.id,
      inspector: session.inspector,
      state: session.state,
      setId: set.id,
      setVersion: set.version,
      setTitle: set.title,
    },
    sheet,
    verdicts: [...latestVerdicts(verdicts).values()].sort((a, b) =>
      byCodePoint(a.criterionId, b.criterionId),
    ),
    problems: problemsOf(counted, sheet),
    ...(session.goodPractice ? { goodPractice: session.goodPractice } : {}),
  };
}

/** Entries by group, then name, then id. */
export function sortEntries<E extends Pick<BookEntry, 'subject'>>(entries: readonly E[]): E[] {
  const order = ['district', 'department', 'own', 'other'];
  const rank = ({ subject }: E) => (subject.group ? order.indexOf(subject.group) : order.length);
  return [...entries].sort(
    (a, b) =>
      rank(a) - rank(b) || byName(a.subject.name, b.subject.name) || byCodePoint(a.subject.id, b.subject.id),
  );
}

function problemsOf({ set, verdicts, findings }: BookSession, sheet: Sheet): BookProblem[] {
  const latest = latestVerdicts(verdicts);
  const scored = new Map(sheetCriteria(sheet).map((criterion) => [criterion.id, criterion]));
  return criteriaOf(set).flatMap(({ part, indicator, criterion }) => {
    const verdict = latest.get(criterion.id);
    if (verdict?.status !== 'hit') return [];
    const keys = new Set(verdict.findingKeys);
    const urls = findings
      .filter(({ key, siteKey }) => keys.has(key) || keys.has(siteKey))
      .map(({ locator }) => locator.url);
    return [
      {
        criterionId: criterion.id,
        indicatorId: indicator.id,
        indicator: indicator.name,
        text: criterion.text,
        part: part.kind,
        count: verdict.count,
        points: scored.get(criterion.id)?.points ?? 0,
        note: verdict.note,
        urls: [...new Set(urls)].sort(byCodePoint),
        evidenceIds: [...verdict.evidenceIds],
      },
    ];
  });
}

function sheetCriteria(sheet: Sheet): SheetCriterion[] {
  return sheet.parts.flatMap((part) =>
    part.categories.flatMap((category) => category.indicators.flatMap(({ criteria }) => criteria)),
  );
}

/** Of several sessions of a subject the one that counts comes first; double checks never count. */
export function compareSessions(a: Session, b: Session): number {
  const unfinished = (session: Session) => Number(session.state !== 'finished');
  return unfinished(a) - unfinished(b) || byCodePoint(b.updatedAt, a.updatedAt) || byCodePoint(a.id, b.id);
}
