// The columns of a site as the table shows them: the register put against what this inspection has seen. Pure.
import { ColumnLimits, limitOf } from '@/lib/checks/judge/columns/limits';
import type { ColumnEntry, ColumnKind } from '@/lib/model/columns';
import type { Run } from '@/lib/model/session';
import { ColumnTallySummary } from '@/lib/model/summary';
import { daysBetween } from '@/lib/text/days';
import { byName } from '@/lib/text/order';

export interface ColumnRow {
  key: string;
  name: string;
  kind: ColumnKind;
  /** The column's page; '' when not known. */
  url: string;
  /** Page of this inspection that shows the state; '' = not seen in this inspection. */
  page: string;
  newest: string;
  /** Days from the newest date to `today`. */
  days?: number;
  /** Period in words; '' = none. */
  limit: string;
  updateDays?: number;
  excluded: boolean;
  state: 'fresh' | 'stale' | 'empty' | 'undated' | 'unlimited' | 'excluded' | 'unseen';
  /** false: to be looked at. */
  certain: boolean;
  /** false: not in the register, so nothing can be corrected. */
  known: boolean;
  correctedBy: string;
}

/** What needs attention first: stale and empty, then columns still to visit, then the rest; by name within. */
const ORDER: ColumnRow['state'][] = ['stale', 'empty', 'unseen', 'undated', 'unlimited', 'fresh', 'excluded'];

/** @param today day of the inspection when nothing was seen yet. */
export function columnRows(
  entries: readonly ColumnEntry[],
  runs: readonly Run[],
  today: string,
): { rows: ColumnRow[]; summary: ColumnTallySummary | undefined } {
  const result = runs
    .filter(({ scope }) => scope === 'site')
    .flatMap(({ results }) => results)
    .find(({ checkId }) => checkId === 'column-tally');
  const summary = ColumnTallySummary.safeParse(result?.summary).data;
  const day = summary?.day ?? today;
  const seen = new Map(summary?.columns.map((column) => [column.key, column]));
  const rows: ColumnRow[] = entries.map((entry) => {
    const now = seen.get(entry.key);
    seen.delete(entry.key);
    const newest = now?.newest ?? (now ? undefined : entry.lastSeen.newest);
    return {
      key: entry.key,
      name: entry.name,
      kind: entry.kind,
      url: entry.url ?? '',
      page: now?.page ?? '',
      newest: newest ?? '',
      ...(newest && { days: daysBetween(newest, day) }),
      limit: limitOf(entry.kind, entry, ColumnLimits.parse({}), day)?.words ?? '',
      ...(entry.updateDays && { updateDays: entry.updateDays }),
      excluded: entry.excluded ?? false,
      state: entry.excluded ? 'excluded' : now && now.state !== 'paged' ? now.state : 'unseen',
      certain: now?.certain ?? true,
      known: true,
      correctedBy: entry.correctedBy ?? '',
    };
  });
  for (const column of seen.values())
    rows.push({
      key: column.key,
      name: column.name,
      kind: column.kind,
      url: column.url ?? '',
      page: column.page,
      newest: column.newest ?? '',
      ...(column.days !== undefined && { days: column.days }),
      limit: limitOf(column.kind, undefined, ColumnLimits.parse({}), day)?.words ?? '',
      excluded: false,
      state: column.state === 'paged' ? 'unseen' : column.state,
      certain: column.certain,
      known: false,
      correctedBy: '',
    });
  const place = (row: ColumnRow) => ORDER.indexOf(row.state);
  rows.sort((a, b) => place(a) - place(b) || byName(a.name, b.name) || (a.key < b.key ? -1 : 1));
  return { rows, summary };
}
