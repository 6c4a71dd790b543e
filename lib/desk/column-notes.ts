// Enters into a site's column register what an inspection saw of its columns, leaving alone what a person corrected.
import { columnKey, entryOf } from '@/lib/checks/judge/columns/column-key';
import type { ColumnEntry } from '@/lib/model/columns';
import type { Run, Session } from '@/lib/model/session';
import { type ColumnSeen, ColumnsSummary } from '@/lib/model/summary';
import type { Work } from './work';

/** A site with more columns than this is read wrongly. */
const MOST = 1000;

/** Columns of the register after the run. */
export async function noteColumns(work: Work, session: Session, run: Run): Promise<ColumnEntry[]> {
  const known = (await work.tables.columnRegisters.get(session.subjectId))?.columns ?? [];
  const result = run.results.find(({ checkId }) => checkId === 'stale-columns');
  const summary = ColumnsSummary.safeParse(result?.summary);
  if (!summary.success) return known;
  const { day, columns } = summary.data;
  const register = columns.reduce((entries, seen) => withSeen(entries, seen, day), known);
  if (register === known) return known;
  const sorted = [...register].sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MOST);
  await work.tables.columnRegisters.put({ subjectId: session.subjectId, columns: sorted });
  work.changed({ what: 'columns' });
  return sorted;
}

/** A column without an address is entered only from its own page: headings of blocks are often none. */
function withSeen(entries: readonly ColumnEntry[], seen: ColumnSeen, day: string): ColumnEntry[] {
  if (seen.state === 'paged') return entries as ColumnEntry[];
  const known = entryOf(entries, seen.key, seen.name);
  if (!known && !seen.own && !seen.url) return entries as ColumnEntry[];
  const isNewer = !known?.lastSeen.newest || (seen.newest ?? '') > known.lastSeen.newest;
  const newest = seen.own || isNewer ? seen.newest : known?.lastSeen.newest;
  const rows = seen.own || !known ? seen.rows : known.lastSeen.rows;
  const url = known?.url ?? seen.url;
  const named = known && (known.correctedBy || !seen.own) ? known : seen;
  const entry: ColumnEntry = {
    ...known,
    key: known && !known.key.startsWith('name:') ? known.key : columnKey(url, named.name),
    name: named.name,
    ...(url && { url }),
    kind: named.kind,
    lastSeen: { day, ...(newest && { newest }), rows },
  };
  return [...entries.filter((other) => other !== known && other.key !== entry.key), entry];
}
