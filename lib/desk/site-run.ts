// Keeps a session's run of the whole site in step with its pages' runs and the column register.
import { siteChecks } from '@/lib/checks/engine/catalogue';
import { siteResult } from '@/lib/checks/engine/define-site-check';
import type { ColumnEntry } from '@/lib/model/columns';
import type { CheckResult } from '@/lib/model/finding';
import type { Run, Session } from '@/lib/model/session';
import { latestRuns, replaceEarlier } from './run-records';
import type { Work } from './work';

/** Stands in the place of an address: the run is of no page. */
export const SITE_PAGE = '全站汇总';

/**
 * Runs the site checks over the session's latest runs and stores the result in place of the one before.
 * @param stored all runs of the session that are stored
 * @returns the run of the whole site as it is now, if any
 */
export async function renewSiteRun(
  work: Work,
  session: Session,
  columns: readonly ColumnEntry[],
  stored: readonly Run[],
): Promise<Run | undefined> {
  const runs = latestRuns(stored);
  const pages = runs
    .filter(({ scope }) => scope !== 'site')
    .map(({ finalUrl, url, title, at, results }) => ({ url: finalUrl || url, title, at, results }));
  const before = runs.find(({ scope }) => scope === 'site');
  const results: CheckResult[] = [...siteChecks.values()].flatMap(
    (check) => siteResult(check, SITE_PAGE, pages, { columns }) ?? [],
  );
  if (results.length === 0 && !before) return undefined;
  const run: Run = {
    id: work.newId(),
    sessionId: session.id,
    url: SITE_PAGE,
    finalUrl: SITE_PAGE,
    title: SITE_PAGE,
    at: work.at,
    durationMs: 0,
    results,
    skipped: results.flatMap(({ skipped }) => skipped),
    scope: 'site',
  };
  await replaceEarlier(work, run, stored);
  await work.tables.runs.add(run);
  work.changed({ what: 'runs', sessionId: session.id });
  return run;
}
