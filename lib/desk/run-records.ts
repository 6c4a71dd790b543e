// How runs are kept: the latest of each page in full, of earlier ones only what a verdict or decision rests on.
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { PageFacts } from '@/lib/model/page-facts';
import type { Run } from '@/lib/model/session';
import { namedFindingKeys } from '@/lib/session/journal';
import type { Work } from './work';

/** The latest run of each page, newest first. */
export function latestRuns(runs: readonly Run[]): Run[] {
  const newestFirst = [...runs].sort((a, b) =>
    a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at > b.at ? -1 : 1,
  );
  const seen = new Set<string>();
  return newestFirst.filter((run) => {
    const page = pageOf(run);
    if (seen.has(page)) return false;
    seen.add(page);
    return true;
  });
}

/**
 * Of earlier runs of the page keeps only findings that a verdict or decision has ever named: undo may need them.
 * @param runs all runs of the session that are stored: read once by the caller, because they are large
 * @returns those that stay stored, without `run` itself
 */
export async function replaceEarlier(work: Work, run: Run, runs: readonly Run[]): Promise<Run[]> {
  const page = pageOf(run);
  const earlier = runs.filter((other) => pageOf(other) === page);
  if (earlier.length === 0) return [...runs];
  const staying = runs.filter((other) => pageOf(other) !== page);
  const named = namedFindingKeys(await work.tables.journal.ofSession(run.sessionId));
  for (const old of earlier) {
    await work.tables.facts.delete(old.id);
    const results = old.results
      .map((result) => ({
        ...result,
        findings: result.findings.filter(({ key, siteKey }) => named.has(key) || named.has(siteKey)),
      }))
      .filter(({ findings }) => findings.length > 0);
    if (results.length === 0) await work.tables.runs.delete(old.id);
    else {
      const kept = { ...old, results };
      await work.tables.runs.put(kept);
      staying.push(kept);
    }
  }
  return staying;
}

/** The facts kept of the page's run before this one, if any. */
export async function earlierFacts(
  work: Work,
  run: Run,
  runs: readonly Run[],
): Promise<PageFacts | undefined> {
  for (const old of runs.filter((other) => pageOf(other) === pageOf(run))) {
    const found = await work.tables.facts.get(old.id);
    if (found) return found.facts;
  }
  return undefined;
}

/** Runs with the same answer are of the same page. */
export function pageOf(run: Run): string {
  return normalisePage(run.finalUrl || run.url);
}
