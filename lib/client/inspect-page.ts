// The one-click check of the page in front of the inspector: run, then record on the desk.
import { checks } from '@/lib/checks/engine/catalogue';
import { normalisePage } from '@/lib/checks/engine/finding-key';
import { keptFacts } from '@/lib/checks/engine/kept-facts';
import {
  type CheckProgress,
  type GatheredFrames,
  type GatherFailure,
  type RunPorts,
  runChecks,
  uniqueSkips,
} from '@/lib/checks/engine/run-checks';
import { settleResults, withSettled } from '@/lib/checks/engine/settle';
import type { SessionView } from '@/lib/desk/protocol';
import type { CheckResult } from '@/lib/model/finding';
import type { ProbeName } from '@/lib/model/page-facts';
import type { Run } from '@/lib/model/session';
import { gatherLinkStatus, type LinkVariant } from './check-links';
import { type Capture, type InspectionClient, PageError } from './client';
import { collectingPictures, storePictures } from './keep-pictures';

/** How a page is checked. */
export interface CheckOptions {
  signal: AbortSignal;
  onProgress(progress: CheckProgress[]): void;
  /** Left out = all checks of one click. */
  checkIds?: readonly string[];
  /** How the link check is meant, when it is among them. */
  linkVariant?: LinkVariant;
}

/** The part of a session that checks need to know. */
export type CheckedView = Pick<SessionView, 'session' | 'subject' | 'set'>;

/**
 * Runs all checks of one click (or those named) on the target page and stores the run; the stored run replaces earlier ones of the
 * same page. When only some checks are repeated, or some are
 * cancelled, the others keep their results of the earlier run.
 * Rejects with PageError when the page cannot be reached at all, with DeskError when the run could not be stored.
 * Resolves with the runs as they are stored now: the page's, and after it that of the whole site, if any.
 */
export async function inspectPage(
  client: InspectionClient,
  view: SessionView,
  options: CheckOptions,
): Promise<[Run, ...Run[]]> {
  const { page, at, answer, pictures } = await checkPage(client, view, options);
  const earlier = view.runs.find((run) => normalisePage(run.finalUrl) === normalisePage(page.url));
  const results = settleResults(mergeResults(earlier?.results ?? [], answer.results), checks, page.url);
  const run: Omit<Run, 'id'> = {
    sessionId: view.session.id,
    url: page.url,
    finalUrl: page.url,
    title: page.title,
    at,
    durationMs: answer.durationMs,
    results,
    skipped: uniqueSkips([...answer.facts.skipped, ...results.flatMap(({ skipped }) => skipped)]),
  };
  const { id, site } = await client.desk.recordRun({ ...run, facts: keptFacts(answer.facts) });
  await storePictures(client, view, results, pictures);
  return [{ ...run, id }, ...(site ? [site] : [])];
}

/** Runs the checks on the target page and stores nothing but link answers. Rejects with PageError as `inspectPage` does. */
export async function checkPage(client: InspectionClient, view: CheckedView, options: CheckOptions) {
  const at = client.now().toISOString();
  const pictures: Capture[] = [];
  // The page reads our scripts while the rest is asked for.
  if (!options.checkIds) client.page.prepare().catch(() => undefined);
  const [page, settings, wordLists, { columns }] = await Promise.all([
    client.page.describe(),
    client.desk.getSettings({}),
    client.desk.activeWordLists({}),
    client.desk.columnRegister({ subjectId: view.subject.id }),
  ]);
  const wanted = options.checkIds && withSettled(options.checkIds, checks);
  const chosen = [...checks.values()].filter(({ id, onDemand }) => (wanted ? wanted.has(id) : !onDemand));
  const answer = await runChecks(
    chosen,
    {
      schema: 1,
      url: page.url,
      title: page.title,
      at,
      viewport: page.viewport,
      ...(page.browser === undefined ? {} : { browser: page.browser }),
      ...(page.contentWidth === undefined ? {} : { contentWidth: page.contentWidth }),
    },
    {
      governmentHosts: settings.governmentHosts,
      subject: view.subject,
      wordLists,
      columns,
      checkParams: view.set.checkParams,
    },
    {
      gather: gatherer(collectingPictures(client, pictures), view, page.url, options.linkVariant),
      explainFailure,
      clock: () => performance.now(),
      signal: options.signal,
      onProgress: options.onProgress,
    },
  );
  return { page, at, answer, pictures };
}

/** Probes by name, each run once; what servers say is asked by the extension, all the rest is seen in the page. */
function gatherer(
  client: InspectionClient,
  view: CheckedView,
  pageUrl: string,
  linkVariant: LinkVariant | undefined,
): RunPorts['gather'] {
  const seen = new Map<ProbeName, Promise<GatheredFrames>>();
  const gather: RunPorts['gather'] = (probe, options) => {
    const known = seen.get(probe);
    if (known) return known;
    const inPage = (name: ProbeName) => gather(name, { ...options, timeoutMs: IN_PAGE_MS });
    const answer =
      probe === 'linkStatus'
        ? gatherLinkStatus(client, view, pageUrl, inPage, linkVariant, options)
        : client.page.gather(probe, options);
    seen.set(probe, answer);
    return answer;
  };
  return gather;
}

/** Longest time for the page's own probes that the link check rests on. */
const IN_PAGE_MS = 20_000;

/**
 * The new results, and the earlier ones of checks that did not run now or were cancelled: stopping a repeat must not
 * throw away what was known.
 */
export function mergeResults(earlier: readonly CheckResult[], now: readonly CheckResult[]): CheckResult[] {
  const merged = new Map(earlier.map((result) => [result.checkId, result]));
  for (const result of now) {
    const cancelled = result.error?.code === 'cancelled';
    if (!cancelled || !merged.has(result.checkId)) merged.set(result.checkId, result);
  }
  return [...merged.values()].sort((a, b) => (a.checkId < b.checkId ? -1 : 1));
}

function explainFailure(error: unknown): GatherFailure {
  if (error instanceof PageError) {
    const code = error.code === 'timeout' || error.code === 'cancelled' ? error.code : 'failed';
    return { code, message: error.message };
  }
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) };
}
