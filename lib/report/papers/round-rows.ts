// The rows that annex tables and the round's workbook share: ranking, problems by indicator, accounts by unit.
import type { BookEntry } from '@/lib/model/round-book';
import { averageScore } from '@/lib/rounds/average-score';
import { isFinished } from '@/lib/rounds/counted-entries';
import { unitOf } from '@/lib/rounds/unit-history';
import { byCodePoint, byName } from '@/lib/text/order';
import { RESULT_WORD } from '../words';

export interface RankRow {
  entry: BookEntry;
  /** Equal scores share a rank (1, 2, 2, 4); null for sheets that are not finished or have no score. */
  rank: number | null;
  /** Hundredths. */
  total: number | null;
  /** Against the same subject's finished sheet of the previous round; null when one of them has no score. */
  delta: number | null;
  result: string;
}

/** Highest score first, then finished sheets without a score, then unfinished ones; equal ones by name. */
export function ranking(entries: readonly BookEntry[], before: readonly BookEntry[]): RankRow[] {
  const earlier = new Map(before.map((entry) => [entry.subject.id, totalOf(entry)]));
  const rows = entries.map((entry) => {
    const total = totalOf(entry);
    const past = earlier.get(entry.subject.id) ?? null;
    return {
      entry,
      total,
      delta: total === null || past === null ? null : total - past,
      result: isFinished(entry) ? RESULT_WORD[entry.sheet.result] : entry.session ? '未完成' : '未检查',
    };
  });
  rows.sort(
    (a, b) =>
      place(a.entry) - place(b.entry) ||
      (b.total ?? 0) - (a.total ?? 0) ||
      byName(a.entry.subject.name, b.entry.subject.name) ||
      byCodePoint(a.entry.subject.id, b.entry.subject.id),
  );
  return rows.map((row) => ({
    ...row,
    rank: row.total === null ? null : rows.findIndex(({ total }) => total === row.total) + 1,
  }));
}

/** Score of a finished sheet, hundredths; null when it has none. */
export function totalOf(entry: BookEntry): number | null {
  return isFinished(entry) ? entry.sheet.total : null;
}

export interface MediaUnitRow {
  unit: string;
  accounts: number;
  finished: number;
  unqualified: number;
  /** Hundredths; null when nothing is finished and scored. */
  average: number | null;
}

/** New-media accounts by unit, sorted by unit. */
export function mediaByUnit(entries: readonly BookEntry[]): MediaUnitRow[] {
  const units = byUnit(entries.filter(({ subject }) => subject.kind === 'new-media'));
  return units.map(([unit, own]) => ({
    unit,
    accounts: own.length,
    finished: own.filter(isFinished).length,
    unqualified: own.filter((one) => isFinished(one) && one.sheet.result === 'unqualified').length,
    average: averageScore(own)?.points ?? null,
  }));
}

/** Entries of each unit, units sorted; the entries stay in order. */
export function byUnit(entries: readonly BookEntry[]): [unit: string, entries: BookEntry[]][] {
  const units = new Map<string, BookEntry[]>();
  for (const entry of entries) {
    const unit = unitOf(entry.subject);
    const own = units.get(unit);
    if (own) own.push(entry);
    else units.set(unit, [entry]);
  }
  return [...units].sort(([a], [b]) => byName(a, b));
}

function place(entry: BookEntry): number {
  if (!isFinished(entry)) return entry.session ? 2 : 3;
  return entry.sheet.total === null ? 1 : 0;
}
