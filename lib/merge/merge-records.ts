// Pictures, runs, visits and link answers of two copies: all of both, less what is superseded.
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { Evidence, JournalEntry } from '@/lib/model/session';
import { namedFindingKeys } from '@/lib/session/journal';
import { canonicalJson } from '@/lib/text/canonical-json';
import { byCodePoint } from '@/lib/text/order';
import type { SessionCopy } from './session-copy';

/**
 * Pictures of both sides but those that either removed, by number. Two pictures that were taken with the same number
 * keep it for the earlier; the other goes to the end. The numbers follow from the pictures alone, so that the order of
 * merging does not matter.
 */
export function mergeEvidence(
  older: readonly Evidence[],
  newer: readonly Evidence[],
  journal: readonly JournalEntry[],
): Evidence[] {
  const removed = new Set(journal.flatMap(({ removedEvidence = [] }) => removedEvidence));
  const all = new Map([...older, ...newer].map((one) => [one.id, one]));
  const first = ({ firstNumber, number }: Evidence) => firstNumber ?? number;
  const sorted = [...all.values()]
    .filter(({ id }) => !removed.has(id))
    .sort((a, b) => first(a) - first(b) || byCodePoint(a.at, b.at) || byCodePoint(a.id, b.id));
  let next = Math.max(0, ...sorted.map(first));
  const taken = new Set<number>();
  return sorted
    .map((picture) => {
      const { firstNumber: _, ...rest } = picture;
      const wanted = first(picture);
      if (taken.has(wanted)) return { ...rest, number: ++next, firstNumber: wanted };
      taken.add(wanted);
      return { ...rest, number: wanted };
    })
    .sort((a, b) => a.number - b.number);
}

/**
 * Runs of both sides, sorted by id: the latest of each page in full, of earlier ones only findings that the journal
 * names.
 */
export function mergeRuns(
  here: SessionCopy['runs'],
  file: SessionCopy['runs'],
  journal: readonly JournalEntry[],
): SessionCopy['runs'] {
  const all = unite([...here, ...file], ({ id }) => id, fuller);
  const latest = new Map<string, SessionCopy['runs'][number]>();
  for (const run of all) {
    const page = pageOf(run);
    const known = latest.get(page);
    if (!known || known.at < run.at || (known.at === run.at && known.id > run.id)) latest.set(page, run);
  }
  const named = namedFindingKeys(journal);
  return all.flatMap((run) => {
    if (latest.get(pageOf(run)) === run) return run;
    const results = run.results
      .map((result) => ({
        ...result,
        findings: result.findings.filter(({ key, siteKey }) => named.has(key) || named.has(siteKey)),
      }))
      .filter(({ findings }) => findings.length > 0);
    return results.length === 0 ? [] : { ...run, results };
  });
}

/** Ids of the runs that keep their facts. */
export function runsWithFacts(runs: SessionCopy['runs']): Set<string> {
  const latest = new Map<string, { id: string; at: string }>();
  for (const run of runs) {
    const known = latest.get(pageOf(run));
    if (!known || known.at < run.at || (known.at === run.at && known.id > run.id))
      latest.set(pageOf(run), run);
  }
  return new Set([...latest.values()].map(({ id }) => id));
}

/** By address, the latest of each. */
export function mergeByAddress<T extends { url: string; at: string }>(
  here: readonly T[],
  file: readonly T[],
): T[] {
  return unite([...here, ...file], ({ url }) => url, laterOf);
}

function unite<T>(list: readonly T[], keyOf: (one: T) => string, pick: (a: T, b: T) => T): T[] {
  const all = new Map<string, T>();
  for (const one of list) {
    const known = all.get(keyOf(one));
    all.set(keyOf(one), known === undefined ? one : pick(known, one));
  }
  return [...all].sort(([a], [b]) => byCodePoint(a, b)).map(([, one]) => one);
}

function laterOf<T extends { at: string }>(a: T, b: T): T {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

/** Of two copies of one run the one with more findings left. */
function fuller<T extends { results: readonly { findings: readonly unknown[] }[] }>(a: T, b: T): T {
  const size = (run: T) =>
    run.results.reduce((sum, { findings }) => sum + findings.length, run.results.length);
  if (size(a) !== size(b)) return size(a) > size(b) ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}

function pageOf({ finalUrl, url }: { finalUrl: string; url: string }): string {
  return normalisePage(finalUrl || url);
}
