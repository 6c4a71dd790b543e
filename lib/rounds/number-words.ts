// How the numbers of a round are said: groups, platforms, score bands and changes, in the words of the bulletin.
import type { NumbersGroup, RoundNumbers, ScopeNumbers } from '@/lib/model/round-numbers';
import { formatPoints } from '@/lib/scoring/format-points';
import { GROUP_WORD } from '@/lib/text/subject-words';

export const NUMBERS_GROUP_WORD: Record<NumbersGroup, string> = {
  all: '合计',
  ...GROUP_WORD,
  none: '未分组',
};

/** “100 至 105 分”, “105 分及以上”, “60 分以下”. The lower bound belongs to the band, the upper does not. */
export function bandText({ from, below }: { from?: number | undefined; below?: number | undefined }): string {
  if (from === undefined) return below === undefined ? '全部' : `${formatPoints(below)}分以下`;
  if (below === undefined) return `${formatPoints(from)}分及以上`;
  return `${formatPoints(from)}～${formatPoints(below)}分`;
}

/** The change of an average: “较上季度提升0.41分”; where there is nothing to compare it says why. */
export function deltaText(scope: ScopeNumbers, previous: RoundNumbers['previous']): string {
  if (!previous) return '没有上一轮次，不作比较';
  if (scope.delta === null) {
    return scope.average ? '上一轮次没有平均分，不作比较' : '尚无平均分，不作比较';
  }
  const before = previous.name.includes('季度') ? '上季度' : '上一轮次';
  const caution = sameScale(scope) ? '' : '（满分不同，仅供参考）';
  if (scope.delta === 0) return `与${before}持平${caution}`;
  const word = scope.delta > 0 ? '提升' : '下降';
  return `较${before}${word}${formatPoints(Math.abs(scope.delta))}分${caution}`;
}

/** Whether the averages of both rounds come from sheets with one and the same full score. */
function sameScale({ fullScores, previousFullScores }: ScopeNumbers): boolean {
  return fullScores.join() === previousFullScores.join();
}
