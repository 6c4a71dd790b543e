// Brings an import of citizen reports together with the stored ones: new, changed or the same, linked where one site fits.
import type { CitizenReport, ImportedReport } from '@/lib/model/citizen-report';
import type { CitizenLink } from './citizen-links';

export interface CitizenMerge {
  /** Records to store; those that stay the same are not among them. */
  records: CitizenReport[];
  added: number;
  changed: number;
  same: number;
}

/** Looks a message up in the register; see citizenLinker. */
export type FindSubject = (report: CitizenReport) => CitizenLink;

/**
 * By number. Fields without a column in the file stay as stored; what a person linked by hand stays linked. Merging the
 * same import again changes nothing.
 */
export function mergeReports(
  roundId: string,
  stored: readonly CitizenReport[],
  imported: readonly ImportedReport[],
  find: FindSubject,
): CitizenMerge {
  const before = new Map(stored.map((one) => [one.number, one]));
  const after = new Map<string, CitizenReport>();
  for (const one of imported) {
    after.set(one.number, merged(roundId, after.get(one.number) ?? before.get(one.number), one));
  }
  const merge: CitizenMerge = { records: [], added: 0, changed: 0, same: 0 };
  for (const [number, record] of after) {
    const linked = relinked(record, find);
    const known = before.get(number);
    if (!known) merge.added++;
    else if (sameReport(known, linked)) {
      merge.same++;
      continue;
    } else merge.changed++;
    merge.records.push(linked);
  }
  return merge;
}

/** The message with the subject that fits now; one that a person decided on stays as it is. */
export function relinked(report: CitizenReport, find: FindSubject): CitizenReport {
  if (report.linkedByHand) return report;
  const { subjectId: _, ...rest } = report;
  const { subjectId } = find(report);
  return subjectId === undefined ? rest : { ...rest, subjectId };
}

/** true: nothing is different; the order of fields does not matter. */
export function sameReport(a: CitizenReport, b: CitizenReport): boolean {
  const filled = (report: CitizenReport) => Object.entries(report).filter(([, value]) => value !== undefined);
  const other = new Map<string, unknown>(filled(b));
  const own = filled(a);
  return own.length === other.size && own.every(([key, value]) => other.get(key) === value);
}

function merged(roundId: string, known: CitizenReport | undefined, row: ImportedReport): CitizenReport {
  const base = known ?? { roundId, number: row.number, unit: '', site: '', kind: '', state: '' };
  const next = { ...base, roundId };
  for (const field of ['unit', 'site', 'kind', 'state'] as const) next[field] = row[field] ?? base[field];
  for (const field of ['siteIdCode', 'url', 'content'] as const) put(next, field, row[field]);
  for (const field of ['submittedDay', 'dueDay', 'answeredDay', 'group'] as const)
    put(next, field, row[field]);
  return next;
}

/** undefined = the file has no such column, null and '' = it is empty there. */
function put<K extends keyof CitizenReport>(
  report: CitizenReport,
  field: K,
  value: CitizenReport[K] | null | undefined,
): void {
  if (value === undefined) return;
  if (value === null || value === '') delete report[field];
  else report[field] = value;
}
