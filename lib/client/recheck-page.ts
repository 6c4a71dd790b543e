// Rechecks one problem on the page in front of the inspector; the finished inspection and its runs stay untouched.
import { checks } from '@/lib/checks/engine/catalogue';
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { CheckProgress } from '@/lib/checks/engine/run-checks';
import { settleResults } from '@/lib/checks/engine/settle';
import type { RectificationView } from '@/lib/desk/calls/rectification';
import type { Desk } from '@/lib/desk/protocol';
import { judgeRecheck, type RecheckOutcome } from '@/lib/rectification/judge-recheck';
import { type Capture, type InspectionClient, PageError } from './client';
import { type CheckedView, checkPage } from './inspect-page';

export interface Recheck extends RecheckOutcome {
  /** The page as it is now: the spot when the problem was seen again, else what is in view. */
  picture?: Capture;
  /** The page that was looked at. */
  url: string;
}

/** true when the address is the page where the problem was seen. */
export function isPageOf({ item }: Pick<RectificationView, 'item'>, url: string): boolean {
  return item.url !== undefined && normalisePage(item.url) === normalisePage(url);
}

/**
 * Runs the check that had found the problem, and takes the new picture. What no check found is for the inspector's eyes:
 * only the picture is taken. Rejects with PageError, and with DeskError when the inspection cannot be read.
 */
export async function recheckPage(
  client: InspectionClient,
  { item }: Pick<RectificationView, 'item'>,
  options: { signal: AbortSignal; onProgress(progress: CheckProgress[]): void },
): Promise<Recheck> {
  const outcome =
    item.checkId === undefined || item.findingKey === undefined
      ? judgeRecheck(item, [])
      : judgeRecheck(item, await resultsOf(client, item.sessionId, item.checkId, options));
  const { url } = await client.page.describe();
  if (options.signal.aborted) throw new PageError('cancelled', '复查已取消。');
  const locator = outcome.finding?.locator;
  const picture = await client.page
    .capture(locator?.selector ? { locator } : {})
    .catch(() => client.page.capture({}))
    .catch(() => undefined);
  return { ...outcome, url, ...(picture ? { picture } : {}) };
}

async function resultsOf(
  client: InspectionClient,
  sessionId: string,
  checkId: string,
  options: { signal: AbortSignal; onProgress(progress: CheckProgress[]): void },
) {
  const view: CheckedView = await client.desk.sessionView({ sessionId, light: true });
  const { page, answer } = await checkPage(askingAnew(client), view, { ...options, checkIds: [checkId] });
  return settleResults(answer.results, checks, page.url);
}

/** The same client for a look that leaves no trace: links are asked anew, and their answers are not kept. */
function askingAnew(client: InspectionClient): InspectionClient {
  return {
    ...client,
    // By inheritance: a desk behind messages has no list of its calls.
    desk: Object.assign(Object.create(client.desk) as Desk, {
      linkStatuses: async () => [],
      recordLinkStatuses: async () => ({}),
      knownLinks: async () => ({ pages: [], targets: [], left: 0 }),
    } satisfies Partial<Desk>),
  };
}
