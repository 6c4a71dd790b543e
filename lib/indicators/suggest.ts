// What the machine saw, put against a set: per criterion and check one open suggestion of sure findings, one of doubtful ones. It proposes; people decide.
import type { Finding } from '@/lib/model/finding';
import type { CheckLink, IndicatorSet } from '@/lib/model/indicator-set';
import type { Decision, Run } from '@/lib/model/session';
import type { Suggestion } from '@/lib/model/suggestion';
import { type CriterionPlace, criteriaOf } from './criteria';
import { pointsFor } from './criterion-points';
import { suggestionReason } from './suggestion-reason';

/** An undecided finding and the pages it was seen on. */
export interface SeenFinding {
  finding: Finding;
  pages: string[];
}

/**
 * Open suggestions of a session: for each criterion and each check it is linked to, the findings that nobody has decided on.
 * Page-scope criteria count by `Finding.key`; site-scope ones by `Finding.siteKey`, so a fault seen on many pages counts
 * once. A key accepted or rejected for the criterion never comes back. `runs` holds the latest run of each page. Sorted in
 * the set's order, then by check.
 */
export function suggest(
  set: IndicatorSet,
  runs: readonly Pick<Run, 'url' | 'results'>[],
  decisions: readonly Decision[],
): Suggestion[] {
  const findings = findingsByCheck(runs);
  const decided = new Set(decisions.map((decision) => pairOf(decision.criterionId, decision.findingKey)));
  return criteriaOf(set).flatMap((place) => {
    const checkIds = [...new Set(place.criterion.checks.map((link) => link.check))].sort();
    return checkIds.flatMap((checkId) => {
      const links = place.criterion.checks.filter((link) => link.check === checkId);
      const open = [...openFindings(place, links, findings.get(checkId) ?? [], decided)];
      // Apart, so that accepting what is sure never counts what a person has yet to look at.
      return (['fail', 'review'] as const).flatMap((outcome) => {
        const alike = new Map(open.filter(([, { finding }]) => finding.outcome === outcome));
        return alike.size === 0 ? [] : [suggestion(place, checkId, outcome, alike)];
      });
    });
  });
}

interface PageFinding {
  page: string;
  finding: Finding;
}

function findingsByCheck(runs: readonly Pick<Run, 'url' | 'results'>[]): Map<string, PageFinding[]> {
  const byCheck = new Map<string, PageFinding[]>();
  for (const run of runs) {
    for (const result of run.results) {
      const list = byCheck.get(result.checkId) ?? [];
      list.push(...result.findings.map((finding) => ({ page: run.url, finding })));
      byCheck.set(result.checkId, list);
    }
  }
  return byCheck;
}

/** Undecided findings by the key that the criterion's scope asks for, sorted by key. */
function openFindings(
  { criterion }: CriterionPlace,
  links: readonly CheckLink[],
  findings: readonly PageFinding[],
  decided: ReadonlySet<string>,
): Map<string, SeenFinding> {
  const open = new Map<string, SeenFinding>();
  for (const { page, finding } of findings) {
    if (!links.some((link) => speaksOf(link, finding))) continue;
    const key = criterion.scope === 'page' ? finding.key : finding.siteKey;
    if (decided.has(pairOf(criterion.id, key))) continue;
    const seen = open.get(key);
    if (seen === undefined) {
      open.set(key, { finding, pages: [page] });
      continue;
    }
    if (!seen.pages.includes(page)) seen.pages.push(page);
    if (isMoreTelling(finding, seen.finding)) seen.finding = finding;
  }
  return new Map([...open].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of findings with one key: the sure one before the doubtful, then by wording, so that run order never shows. */
function isMoreTelling(a: Finding, b: Finding): boolean {
  if (a.outcome !== b.outcome) return a.outcome === 'fail';
  return a.message < b.message;
}

function suggestion(
  place: CriterionPlace,
  checkId: string,
  outcome: Suggestion['outcome'],
  open: ReadonlyMap<string, SeenFinding>,
): Suggestion {
  const { criterion } = place;
  const seen = [...open.values()];
  const pages = [...new Set(seen.flatMap((one) => one.pages))].sort();
  const count = criterion.per === 'once' ? 1 : open.size;
  const points = pointsFor(criterion, count);
  return {
    id: `${criterion.id}:${checkId}${outcome === 'review' ? ':review' : ''}`,
    criterionId: criterion.id,
    checkId,
    findingKeys: [...open.keys()],
    count,
    points,
    outcome,
    why: suggestionReason(place, outcome, seen, pages, count, points),
    pages,
  };
}

function speaksOf(link: CheckLink, finding: Finding): boolean {
  return (
    allows(link.kinds, finding.kind) &&
    allows(link.items, finding.item) &&
    allows(link.outcomes, finding.outcome)
  );
}

function allows(list: readonly string[] | undefined, value: string): boolean {
  return list === undefined || list.length === 0 || list.includes(value);
}

function pairOf(criterionId: string, findingKey: string): string {
  return JSON.stringify([criterionId, findingKey]);
}
