// The contract of a check over the whole site: pure judgement over the latest results of the pages inspected so far.
import type { ColumnEntry } from '@/lib/model/columns';
import type { CheckResult } from '@/lib/model/finding';
import type { AccountNotes, Repost } from '@/lib/model/new-media';
import type { Filing } from '@/lib/model/register';
import { type CheckAnswer, completeFinding } from './define-check';
import { outcomeOf } from './run-checks';

/** One inspected page and what its checks said. */
export interface PageResults {
  url: string;
  title: string;
  /** Instant of the run, UTC. */
  at: string;
  results: readonly CheckResult[];
}

/** What people noted of a new-media account. */
export interface AccountSeen {
  notes: AccountNotes;
  /** Day (Asia/Shanghai) on which the notes were made. */
  day: string;
  /** As the register has it. */
  filing?: Filing | undefined;
  /** '' when it has none. */
  address: string;
  /** Required items of the round that somebody looked at. */
  reposts: readonly { itemId: string; title: string; source: string; state: Repost['state'] }[];
}

export interface SiteContext {
  columns: readonly ColumnEntry[];
  /** Left out: the subject is no new-media account. */
  account?: AccountSeen | undefined;
}

export interface SiteCheck {
  /** Equal to the file name in `lib/checks/site`. */
  id: string;
  /** undefined: no page has been inspected that it could speak of. */
  run(pages: readonly PageResults[], context: SiteContext): CheckAnswer | undefined;
}

/** Identity function that types a site check; the catalogue finds the file by its place. */
export function defineSiteCheck(check: SiteCheck): SiteCheck {
  return check;
}

/** What a site check says, as a result of the page that stands for the whole site. */
export function siteResult(
  check: SiteCheck,
  sitePage: string,
  pages: readonly PageResults[],
  context: SiteContext,
): CheckResult | undefined {
  const answer = check.run(pages, context);
  if (!answer) return undefined;
  return {
    checkId: check.id,
    outcome: outcomeOf(answer),
    findings: answer.findings.map((draft) => completeFinding(check.id, sitePage, draft)),
    skipped: answer.skipped ?? [],
    ms: 0,
    ...(answer.summary === undefined ? {} : { summary: answer.summary as CheckResult['summary'] }),
  };
}
