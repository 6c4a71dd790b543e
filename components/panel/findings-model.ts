// Findings as the screen shows them: by check and group, searched and filtered, as one flat list of rows. Pure.

import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { CheckResult, Finding } from '@/lib/model/finding';
import type { Decision, Run } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import { searchWords } from './checklist-model';
import type { OutcomeFilter } from './ui-state';

/** Groups with more findings than this start folded. */
export const OPEN_UP_TO = 20;

export type FindingRowModel =
  | { type: 'check'; id: string; checkId: string; fails: number; reviews: number }
  | {
      type: 'group';
      id: string;
      checkId: string;
      title: string;
      fails: number;
      reviews: number;
      open: boolean;
    }
  | {
      type: 'finding';
      id: string;
      finding: Finding /** On the page in front of the inspector. */;
      here: boolean;
    };

/** The latest run of the page at `url`, whatever its fragment or index file. */
export function runOfPage(runs: readonly Run[], url: string): Run | undefined {
  const page = normalisePage(url);
  return runs.find((run) => normalisePage(run.finalUrl) === page);
}

export interface FindingsInput {
  runs: readonly Run[];
  /** Address of the page in front of the inspector. */
  pageUrl: string;
  pages: 'this' | 'all';
  query: string;
  outcome: OutcomeFilter;
  /** '' = all checks. */
  checkId: string;
  open: Readonly<Record<string, boolean>>;
}

/** Rows in order: checks by id, groups with certain problems first, findings as the check gave them. */
export function findingRows(input: FindingsInput): FindingRowModel[] {
  const here = runOfPage(input.runs, input.pageUrl);
  const runs = input.pages === 'all' ? input.runs : here ? [here] : [];
  const words = searchWords(input.query);
  const checks = new Map<string, Map<string, { finding: Finding; here: boolean }[]>>();
  for (const run of runs) {
    for (const result of run.results) {
      if (input.checkId !== '' && result.checkId !== input.checkId) continue;
      for (const finding of result.findings) {
        if (input.outcome !== 'all' && finding.outcome !== input.outcome) continue;
        if (!mentions(finding, words)) continue;
        const groups = entry(
          checks,
          result.checkId,
          () => new Map<string, { finding: Finding; here: boolean }[]>(),
        );
        entry(groups, finding.group, () => []).push({ finding, here: run === here });
      }
    }
  }
  const rows: FindingRowModel[] = [];
  for (const [checkId, groups] of [...checks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const all = [...groups.values()].flat();
    rows.push({ type: 'check', id: checkId, checkId, ...tally(all) });
    const ordered = [...groups].sort(
      ([, a], [, b]) => Number(tally(b).fails > 0) - Number(tally(a).fails > 0),
    );
    for (const [title, list] of ordered) {
      const id = `${checkId}/${title}`;
      // A search opens what it finds, unless folded by hand.
      const open = input.open[id] ?? (words.length > 0 || list.length <= OPEN_UP_TO);
      rows.push({ type: 'group', id, checkId, title, ...tally(list), open });
      if (!open) continue;
      list.forEach(({ finding, here: onPage }, index) => {
        rows.push({ type: 'finding', id: `${finding.key}#${index}`, finding, here: onPage });
      });
    }
  }
  return rows;
}

/** Findings of one page in list order, that can be pointed at: what “mark all” numbers. */
export function markable(run: Run | undefined): Finding[] {
  if (!run) return [];
  return [...run.results]
    .sort((a, b) => (a.checkId < b.checkId ? -1 : 1))
    .flatMap((result) => result.findings)
    .filter(({ locator }) => locator.selector !== '');
}

/** Number of findings by outcome in one check's result. */
export function countFindings(result: CheckResult): { fails: number; reviews: number } {
  return tally(result.findings.map((finding) => ({ finding })));
}

function tally(list: readonly { finding: Finding }[]): { fails: number; reviews: number } {
  const fails = list.filter(({ finding }) => finding.outcome === 'fail').length;
  return { fails, reviews: list.length - fails };
}

function mentions(finding: Finding, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { message, group, found, expected, item, locator } = finding;
  const text = [message, group, found, expected, item, locator.text, locator.url].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** What was decided, or can be, about one finding. */
export interface FindingDecisions {
  /** Open suggestions that rest on it, cut down to this finding: criterion and the key the criterion counts by. */
  open: { criterionId: string; findingKey: string }[];
  accepted: number;
  rejected: number;
}

/** Looks up decisions by either key of a finding. */
export function decisionIndex(
  suggestions: readonly Suggestion[],
  decisions: readonly Decision[],
): (finding: Finding) => FindingDecisions {
  const open = new Map<string, FindingDecisions['open']>();
  for (const { criterionId, findingKeys } of suggestions)
    for (const findingKey of findingKeys) entry(open, findingKey, () => []).push({ criterionId, findingKey });
  const made = new Map<string, { accepted: number; rejected: number }>();
  for (const { findingKey, decision } of decisions)
    entry(made, findingKey, () => ({ accepted: 0, rejected: 0 }))[decision]++;
  return ({ key, siteKey }) => {
    const counts = [made.get(key), made.get(siteKey)];
    return {
      open: [...(open.get(key) ?? []), ...(open.get(siteKey) ?? [])],
      accepted: counts.reduce((sum, item) => sum + (item?.accepted ?? 0), 0),
      rejected: counts.reduce((sum, item) => sum + (item?.rejected ?? 0), 0),
    };
  };
}
