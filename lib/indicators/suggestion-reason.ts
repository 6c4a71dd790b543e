// The one sentence that tells an inspector why a suggestion is made: how many, for example what, where, and what it would cost.
import type { Finding } from '@/lib/model/finding';
import type { CriterionPlace } from './criteria';
import { uncappedPointsFor } from './criterion-points';
import { formatPoints } from './points-text';

const EXAMPLES = 3;
const PAGES = 2;
const LONGEST_EXAMPLE = 60;

/**
 * One plain Chinese sentence, e.g. “在 2 个页面发现 3 项疑似问题（如：……），涉及页面 ……，每处扣 0.1 分，建议扣 0.3 分。”
 * Text from pages stays text; long pieces are cut with “…”. `seen` is sorted by key, `pages` by address.
 */
export function suggestionReason(
  place: CriterionPlace,
  outcome: Finding['outcome'],
  seen: readonly { finding: Finding }[],
  pages: readonly string[],
  count: number,
  points: number,
): string {
  const clauses = [
    `在 ${pages.length} 个页面发现 ${seen.length} 项疑似问题（如：${examplesOf(seen)}）`,
    `涉及页面 ${pagesOf(pages)}`,
    priceOf(place, count, points),
  ];
  if (outcome === 'review') clauses.push('需人工核实');
  return `${clauses.join('，')}。`;
}

/** Examples in the order of their wording; the same wording is named once. */
function examplesOf(seen: readonly { finding: Finding }[]): string {
  const messages = new Set(seen.map(({ finding }) => finding.message));
  const wordings = [...new Set([...messages].map(asClause))].sort();
  const shown = wordings.slice(0, EXAMPLES).join('；');
  return wordings.length > EXAMPLES ? `${shown}等` : shown;
}

function pagesOf(pages: readonly string[]): string {
  const shown = pages.slice(0, PAGES).join('、');
  return pages.length > PAGES ? `${shown} 等 ${pages.length} 个` : shown;
}

function priceOf({ part, criterion }: CriterionPlace, count: number, points: number): string {
  if (part.kind === 'veto') return '属单项否决情形，请慎重认定';
  const verb = part.kind === 'bonus' ? '加' : '扣';
  const once = criterion.per === 'once';
  const price = once
    ? `本评分点只${verb}一次`
    : `每处${verb} ${formatPoints(criterion.points)} 分 × ${count} 处`;
  const cap = uncappedPointsFor(criterion, count) > points ? `，按评分点封顶 ${formatPoints(points)} 分` : '';
  return `${price}${cap}，建议${verb} ${formatPoints(points)} 分`;
}

/** A message as part of a longer sentence: one line, without its full stop, cut when long. */
function asClause(message: string): string {
  const line = message
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[。．.！!；;]+$/u, '')
    .replaceAll('。', '，');
  if (line.length <= LONGEST_EXAMPLE) return line;
  // No letter takes more than two places.
  const letters = Array.from(line.slice(0, 2 * LONGEST_EXAMPLE + 2));
  return letters.length > LONGEST_EXAMPLE ? `${letters.slice(0, LONGEST_EXAMPLE).join('')}…` : line;
}
