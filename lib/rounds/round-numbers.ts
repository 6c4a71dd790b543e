// The numbers of a round: the book of the round and of the one before it in, one record per kind and group out.
// Who counts where stands in counted-entries.ts, and for people in number-definitions.ts.
import { SubjectKind } from '@/lib/model/primitives';
import { type Platform, Platform as Platforms } from '@/lib/model/register';
import type { BookEntry, RoundBook } from '@/lib/model/round-book';
import {
  NumbersGroup,
  type PlatformTally,
  type RoundNumbers,
  type ScopeNumbers,
  type Unqualified,
} from '@/lib/model/round-numbers';
import { byCodePoint } from '@/lib/text/order';
import { averageDelta, averageScore, fullScores, scoreBands, shareOf } from './average-score';
import { type FinishedEntry, idsOf, isFinished, isInspected } from './counted-entries';
import { problemTallies } from './problem-tally';

/** What the numbers are made from: the round and one entry per subject, in any order. */
export type CountedBook = Pick<RoundBook, 'round' | 'entries'>;

/**
 * All numbers of a round. The order of entries does not matter.
 * @param previous the book that deltas are counted against; left out = no deltas.
 */
export function roundNumbers(book: CountedBook, previous?: CountedBook): RoundNumbers {
  return {
    roundId: book.round.id,
    roundName: book.round.name,
    previous: previous ? { id: previous.round.id, name: previous.round.name } : null,
    scopes: SubjectKind.options.flatMap((kind) =>
      NumbersGroup.options.flatMap((group) => {
        const entries = book.entries.filter((entry) => isIn(entry, kind, group));
        if (entries.length === 0) return [];
        const before = previous?.entries.filter((entry) => isIn(entry, kind, group)) ?? [];
        return [scopeNumbers(kind, group, entries, before)];
      }),
    ),
  };
}

/** The numbers of one kind and group; undefined when the round has no such subject. */
export function scopeOf(
  numbers: RoundNumbers,
  kind: SubjectKind,
  group: NumbersGroup,
): ScopeNumbers | undefined {
  return numbers.scopes.find((scope) => scope.kind === kind && scope.group === group);
}

function isIn({ subject }: BookEntry, kind: SubjectKind, group: NumbersGroup): boolean {
  return subject.kind === kind && (group === 'all' || (subject.group ?? 'none') === group);
}

function scopeNumbers(
  kind: SubjectKind,
  group: NumbersGroup,
  entries: readonly BookEntry[],
  before: readonly BookEntry[],
): ScopeNumbers {
  const inspected = entries.filter(isInspected);
  const finished = entries.filter(isFinished);
  const average = averageScore(finished);
  const previousAverage = averageScore(before);
  const counts = inspected.flatMap(({ sheet }) => sheet?.counts ?? []);
  return {
    kind,
    group,
    assigned: idsOf(entries),
    inspected: idsOf(inspected),
    finished: idsOf(finished),
    unfinished: idsOf(entries.filter((entry) => entry.session && !isFinished(entry))),
    incomplete: idsOf(finished.filter(({ sheet }) => !sheet.complete)),
    unqualified: bySubject(finished.filter(({ sheet }) => sheet.result === 'unqualified')).map(unqualifiedOf),
    undetermined: idsOf(finished.filter(({ sheet }) => sheet.result === 'undetermined')),
    unscored: idsOf(finished.filter(({ sheet }) => sheet.total === null)),
    average,
    previousAverage,
    delta: averageDelta(average, previousAverage),
    fullScores: fullScores(finished),
    previousFullScores: fullScores(before),
    bands: scoreBands(finished),
    problems: problemTallies(finished),
    goodPractice: bySubject(finished).flatMap(({ subject, session, goodPractice }) =>
      goodPractice ? [{ subjectId: subject.id, sessionId: session.id, ...goodPractice }] : [],
    ),
    coverage: shareOf(idsOf(inspected).length, idsOf(entries).length),
    completeness: shareOf(
      counts.reduce((sum, { total, untested }) => sum + total - untested, 0),
      counts.reduce((sum, { total }) => sum + total, 0),
    ),
    platforms: kind === 'new-media' ? platformTallies(entries) : [],
  };
}

/** Reasons as the inspector hit them: every veto by name, or none when the score is below the pass line. */
function unqualifiedOf({ subject, sheet, problems }: FinishedEntry): Unqualified {
  return {
    subjectId: subject.id,
    vetoes: problems
      .filter(({ part }) => part === 'veto')
      .map(({ criterionId, indicator, text, note }) => ({ criterionId, indicator, text, note }))
      .sort((a, b) => byCodePoint(a.criterionId, b.criterionId)),
    total: sheet.total,
  };
}

function platformTallies(entries: readonly BookEntry[]): PlatformTally[] {
  const of = (platform: Platform | undefined): PlatformTally => {
    const here = entries.filter(({ subject }) => subject.platform === platform);
    return {
      ...(platform === undefined ? {} : { platform }),
      assigned: idsOf(here),
      inspected: idsOf(here.filter(isInspected)),
    };
  };
  const unknown = of(undefined);
  return [...Platforms.options.map(of), ...(unknown.assigned.length > 0 ? [unknown] : [])];
}

function bySubject<E extends BookEntry>(entries: readonly E[]): E[] {
  return [...entries].sort((a, b) => byCodePoint(a.subject.id, b.subject.id));
}
