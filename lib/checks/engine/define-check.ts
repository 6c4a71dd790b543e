// The contract of a check: pure judgement over facts, one file per check, found by glob.
import type { z } from 'zod';
import type { ColumnEntry } from '@/lib/model/columns';
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { PageFacts, ProbeName } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { Subject } from '@/lib/model/session';
import type { WordList } from '@/lib/model/word-list';
import { findingKeys } from './finding-key';

/** What a check may know besides the facts. */
export interface CheckContext<P> {
  params: P;
  /** Suffixes the user counts as government hosts, lower case, without leading dot. */
  governmentHosts: string[];
  /** The user's word lists that are switched on; left out = none. */
  wordLists?: readonly WordList[];
  /** The site's column register; left out = none yet. */
  columns?: readonly ColumnEntry[];
  /** The inspected subject, when there is one. */
  subject?: Pick<Subject, 'name' | 'host' | 'aliases' | 'siteIdCode'> &
    Partial<Pick<Subject, 'adHoc' | 'unit'>>;
}

export interface CheckAnswer {
  /** Left out: 'fail' when a finding fails, else 'review' when one needs a look, else 'pass'. */
  outcome?: 'inapplicable';
  findings: FindingDraft[];
  skipped?: Skip[];
  /** Check-specific JSON, see lib/model/summary. */
  summary?: unknown;
}

/** A finding before its keys and check id are filled in. */
export type FindingDraft = Omit<Finding, 'key' | 'siteKey' | 'checkId'>;

export interface Check<P = unknown> {
  /** Equal to the file name. A noun in the failing state. */
  id: string;
  /** Facts that it needs; without any of them it is not run ('error'), never failed. */
  probes: ProbeName[];
  /** Where its findings are judged: on each page or once for the site. */
  scope: 'page' | 'site';
  /**
   * Not part of the one-click check but started by a button of its own, because it takes minutes, needs access to
   * further hosts or acts on the page. Left out = part of one click.
   */
  onDemand?: true;
  /**
   * Another check that proves what this one can only guess. Once that has run on the page, `settle` (pure, repeatable)
   * puts its word in place of the guess; starting it runs this one as well.
   */
  settledBy?: { check: string; settle(own: CheckResult, proof: CheckResult, pageUrl: string): CheckResult };
  params: z.ZodType<P>;
  run(facts: PageFacts, context: CheckContext<P>): CheckAnswer;
}

/** Identity function that types a check; the catalogue finds the file by its place. */
export function defineCheck<P>(check: Check<P>): Check<P> {
  return check;
}

/** Fills in the keys of a draft. `pageUrl` is the address of the inspected page. */
export function completeFinding(checkId: string, pageUrl: string, draft: FindingDraft): Finding {
  return { ...draft, checkId, ...findingKeys(checkId, pageUrl, draft.kind, draft.item) };
}
