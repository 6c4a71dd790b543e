// One unit from round to round: its sites and accounts, their results and averages.
import type { Round } from '@/lib/model/round';
import type { BookEntry } from '@/lib/model/round-book';
import type { HistoryEntry, HistoryRound, UnitHistory } from '@/lib/model/round-numbers';
import type { Subject } from '@/lib/model/session';
import { byCodePoint, byName } from '@/lib/text/order';
import { averageScore } from './average-score';
import { isFinished } from './counted-entries';
import type { CountedBook } from './round-numbers';

/** The unit that a subject belongs to: the register's, else the subject stands for itself. */
export function unitOf(subject: Subject): string {
  return subject.unit?.trim() || subject.name;
}

/**
 * The unit's history, oldest round first; rounds in which it has no subject are left out. Averages follow the rule of
 * the groups: finished and scored sheets only.
 */
export function unitHistory(unit: string, books: readonly CountedBook[]): UnitHistory {
  const rounds = [...books]
    .sort((a, b) => byCodePoint(beginOf(a.round), beginOf(b.round)) || byCodePoint(a.round.id, b.round.id))
    .map(({ round, entries }) =>
      historyRound(
        round,
        entries.filter(({ subject }) => unitOf(subject) === unit),
      ),
    )
    .filter(({ entries }) => entries.length > 0);
  return { unit, rounds };
}

function historyRound(round: Round, entries: readonly BookEntry[]): HistoryRound {
  const lines = entries
    .map(historyEntry)
    .sort(
      (a, b) =>
        byCodePoint(b.kind, a.kind) || byName(a.name, b.name) || byCodePoint(a.subjectId, b.subjectId),
    );
  const averageOf = (kind: Subject['kind']) =>
    averageScore(entries.filter(({ subject }) => subject.kind === kind))?.points ?? null;
  return {
    roundId: round.id,
    roundName: round.name,
    closed: round.state === 'closed',
    websiteAverage: averageOf('website'),
    newMediaAverage: averageOf('new-media'),
    unqualified: lines.filter(({ state, result }) => state === 'finished' && result === 'unqualified').length,
    problems: lines.reduce((sum, line) => sum + line.problems, 0),
    entries: lines,
  };
}

function historyEntry(entry: BookEntry): HistoryEntry {
  const { subject, session } = entry;
  const base = {
    subjectId: subject.id,
    name: subject.name,
    kind: subject.kind,
    ...(session ? { sessionId: session.id } : {}),
  };
  if (!isFinished(entry)) {
    return { ...base, state: session ? 'unfinished' : 'absent', total: null, fullScore: null, problems: 0 };
  }
  const { sheet, problems } = entry;
  return {
    ...base,
    state: 'finished',
    result: sheet.result,
    total: sheet.total,
    fullScore: sheet.fullScore,
    problems: problems.filter(({ part }) => part !== 'bonus').length,
  };
}

/** Rounds without a first day stand where they were made. */
function beginOf({ startDay, createdAt }: Round): string {
  return startDay ?? createdAt;
}
