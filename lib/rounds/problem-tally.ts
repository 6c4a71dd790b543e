// Which problems are most frequent: finished sheets of a group counted by indicator and criterion.
import type { BookProblem } from '@/lib/model/round-book';
import type { CriterionTally, ProblemTally } from '@/lib/model/round-numbers';
import type { Sheet } from '@/lib/model/sheet';
import { byCodePoint } from '@/lib/text/order';
import { type FinishedEntry, idsOf } from './counted-entries';

interface Seen {
  entry: FinishedEntry;
  problem: BookProblem;
}

/**
 * Problems of the veto and deduction parts by indicator, most subjects first, then most occurrences, most points, id.
 * An indicator is the same in two sets when id and name are; its points are what the sheets really lost, after its cap.
 */
export function problemTallies(entries: readonly FinishedEntry[]): ProblemTally[] {
  const groups = new Map<string, Seen[]>();
  for (const entry of entries)
    for (const problem of entry.problems) {
      if (problem.part === 'bonus') continue;
      const key = JSON.stringify([problem.part, problem.indicatorId, problem.indicator]);
      const seen = groups.get(key);
      if (seen) seen.push({ entry, problem });
      else groups.set(key, [{ entry, problem }]);
    }
  const points = new Map(entries.map((entry) => [entry, indicatorPoints(entry.sheet)]));
  return [...groups.values()]
    .flatMap((seen) => tallyOf(seen, points))
    .sort(
      (a, b) =>
        moreFrequent(a, b) ||
        b.points - a.points ||
        byCodePoint(a.indicatorId, b.indicatorId) ||
        byCodePoint(a.indicator, b.indicator),
    );
}

function tallyOf(
  seen: readonly Seen[],
  points: ReadonlyMap<FinishedEntry, ReadonlyMap<string, number>>,
): ProblemTally[] {
  const [first] = seen;
  if (!first || first.problem.part === 'bonus') return [];
  const { indicatorId, indicator, part } = first.problem;
  const affected = [...new Set(seen.map(({ entry }) => entry))];
  return [
    {
      indicatorId,
      indicator,
      part,
      subjectIds: idsOf(affected),
      occurrences: occurrencesOf(seen),
      points: affected.reduce((sum, entry) => sum + (points.get(entry)?.get(indicatorId) ?? 0), 0),
      criteria: criterionTallies(seen),
    },
  ];
}

function criterionTallies(seen: readonly Seen[]): CriterionTally[] {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) {
    const key = JSON.stringify([one.problem.criterionId, one.problem.text]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { criterionId, text } = first.problem;
      return [
        {
          criterionId,
          text,
          subjectIds: idsOf(group.map(({ entry }) => entry)),
          occurrences: occurrencesOf(group),
        },
      ];
    })
    .sort(
      (a, b) =>
        moreFrequent(a, b) || byCodePoint(a.criterionId, b.criterionId) || byCodePoint(a.text, b.text),
    );
}

/** A hit without a count is one occurrence, as in the score. */
function occurrencesOf(seen: readonly Seen[]): number {
  return seen.reduce((sum, { problem }) => sum + Math.max(1, problem.count), 0);
}

function moreFrequent(a: CriterionTally | ProblemTally, b: CriterionTally | ProblemTally): number {
  return b.subjectIds.length - a.subjectIds.length || b.occurrences - a.occurrences;
}

function indicatorPoints(sheet: Sheet): Map<string, number> {
  return new Map(
    sheet.parts
      .filter(({ kind }) => kind === 'deduction')
      .flatMap(({ categories }) => categories.flatMap(({ indicators }) => indicators))
      .map(({ id, points }) => [id, points]),
  );
}
