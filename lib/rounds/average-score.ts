// The average of a group, its bands and its change: integers in hundredths, rounded once.
import type { BookEntry } from '@/lib/model/round-book';
import type { AverageScore, ScoreBand, Share } from '@/lib/model/round-numbers';
import { formatPoints } from '@/lib/scoring/format-points';
import { idsOf, isScored } from './counted-entries';

/**
 * Mean of the scores of all finished and scored sheets, each sheet once; null when there is none. Unfinished sheets and
 * those without a score (单项否决) are left out, they do not count as 0.
 */
export function averageScore(entries: readonly BookEntry[]): AverageScore | null {
  const scored = entries.filter(isScored);
  if (scored.length === 0) return null;
  const totals = scored.map(({ sheet }) => sheet.total);
  const sum = totals.reduce((all, one) => all + one, 0);
  return {
    points: divideHalfUp(sum, scored.length),
    sum,
    min: totals.reduce((least, one) => Math.min(least, one)),
    max: totals.reduce((most, one) => Math.max(most, one)),
    subjectIds: idsOf(scored),
  };
}

/** Change of an average as the bulletin prints it: the difference of the two rounded averages. Hundredths. */
export function averageDelta(now: AverageScore | null, before: AverageScore | null): number | null {
  return now && before ? now.points - before.points : null;
}

/** Distinct full scores of the sheets that make the average, ascending. Hundredths. */
export function fullScores(entries: readonly BookEntry[]): number[] {
  const full = entries.filter(isScored).flatMap(({ sheet }) => sheet.fullScore ?? []);
  return [...new Set(full)].sort((a, b) => a - b);
}

/** Lower bounds of the bands, highest first, hundredths. The pass line of the shipped sets is 60. */
const BANDS = [10_500, 10_000, 9_500, 9_000, 8_000, 6_000];

/** Scored sheets by band, highest first; bands that no full score here reaches are left out. */
export function scoreBands(entries: readonly BookEntry[]): ScoreBand[] {
  const scored = entries.filter(isScored);
  const most = scored.reduce((all, { sheet }) => Math.max(all, sheet.total, sheet.fullScore ?? 0), 10_000);
  const bounds = BANDS.filter((from) => from <= most);
  return [...bounds, undefined].map((from, index) => {
    const below = bounds[index - 1];
    const inside = scored.filter(
      ({ sheet: { total } }) =>
        (from === undefined || total >= from) && (below === undefined || total < below),
    );
    return {
      ...(from === undefined ? {} : { from }),
      ...(below === undefined ? {} : { below }),
      subjectIds: idsOf(inside),
    };
  });
}

/** A share with its percentage to two decimals, rounded half up from the exact fraction. */
export function shareOf(part: number, whole: number): Share {
  return { part, whole, text: whole === 0 ? null : `${formatPoints(divideHalfUp(part * 10_000, whole))}%` };
}

/** Nearest integer to `sum / count`, halves up; exact, because nothing is divided before the sum is complete. */
function divideHalfUp(sum: number, count: number): number {
  return Math.floor((2 * sum + count) / (2 * count));
}
