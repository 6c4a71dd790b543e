// Tells a line of a page's foot from text that only talks about such things: sentences, annual reports, lists of other sites.
import type { IdentityFacts, IdentityLine } from '@/lib/model/facts/identity';
import { findIcpNumbers } from '@/lib/text/filing-numbers';
import { isSentence } from '@/lib/text/sentences';
import { isYearlyReport, yearlyReportRow } from '@/lib/text/yearly-report';
import type { Candidate, FrameView } from './candidate';

const spans = new WeakMap<IdentityFacts, { from: number; to: number } | null>();

/**
 * Orders of the first and the last row of a yearly report on a government site (网站工作年度报表), which prints the same
 * items in a table; null when none stands on the page.
 */
function reportSpan(facts: IdentityFacts): { from: number; to: number } | null {
  const known = spans.get(facts);
  if (known !== undefined) return known;
  const rows = facts.lines.flatMap(({ text, order }) => {
    const row = yearlyReportRow(text);
    return row < 0 ? [] : [{ row, order }];
  });
  const orders = rows.map(({ order }) => order);
  const span = isYearlyReport(rows.map(({ row }) => row))
    ? { from: Math.min(...orders), to: Math.max(...orders) }
    : null;
  spans.set(facts, span);
  return span;
}

/**
 * May the line speak for the site? What is called foot, and a small frame, always may. Other stretches may not when the
 * line is a sentence or a row of a report; inside an article only when the article swallowed the foot.
 */
export function speaks(view: FrameView, line: IdentityLine): boolean {
  const { facts } = view;
  const report = reportSpan(facts);
  if (report && line.order >= report.from && line.order <= report.to) return false;
  const region = facts.regions[line.region];
  if (region && !region.inArticle && region.kind !== 'evidence') return true;
  if (isSentence(line.text)) return false;
  if (!region) return !line.inArticle;
  return !region.inArticle || isSwallowedFoot(view, line.region);
}

/** An article that was never closed holds the foot too: nothing else looks like one, and the site's own number stands there. */
function isSwallowedFoot({ facts }: FrameView, region: number): boolean {
  if (facts.regions.some(({ inArticle }) => !inArticle)) return false;
  const lines = facts.lines.filter((line) => line.region === region && !isSentence(line.text));
  return lines.some(({ text }) => findIcpNumbers(text).some(({ wellFormed }) => wellFormed));
}

/** So many different numbers in one stretch are a list of other sites. */
const LIST = 3;
const FOOT_SIGN = /主\s*办|承\s*办|版权|copyright|©|标识码|公网安备|技术支持/i;

/**
 * Candidates with the positions of their lines, without the numbers of other sites: of a stretch with a list of them only
 * what stands in or beside a line of a foot may be this site's own.
 */
export function withoutLists(
  { facts }: FrameView,
  found: { candidate: Candidate; position: number }[],
): Candidate[] {
  const regionOf = (position: number) => facts.lines[position]?.region ?? -1;
  const numbers = new Map<number, Set<string>>();
  for (const { candidate, position } of found) {
    const region = regionOf(position);
    const own = numbers.get(region) ?? new Set();
    numbers.set(region, own.add(candidate.canonical.replace(/-\w+$/, '')));
  }
  const isFoot = (position: number) =>
    [position - 1, position, position + 1].some((at) => FOOT_SIGN.test(facts.lines[at]?.text ?? ''));
  const isListed = (one: (typeof found)[number]) =>
    one.candidate.rank > 0 && (numbers.get(regionOf(one.position))?.size ?? 0) >= LIST;
  // The foot comes last: a list's last row may stand beside it too.
  const last = (region: number) =>
    found.findLast(({ position }) => regionOf(position) === region && isFoot(position))?.position;
  return found
    .filter((one) => !isListed(one) || one.position === last(regionOf(one.position)))
    .map(({ candidate }) => candidate);
}
