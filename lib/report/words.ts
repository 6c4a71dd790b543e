// Official words for states and outcomes, as the sheet prints them.
import type { CheckOutcome } from '@/lib/model/finding';
import type { Criterion, PartKind } from '@/lib/model/indicator-set';
import type { SubjectKind } from '@/lib/model/primitives';
import type { Session, VerdictStatus } from '@/lib/model/session';
import type { SheetResult } from '@/lib/model/sheet';
import { formatPoints } from '@/lib/scoring/format-points';

export const VERDICT_WORD: Record<VerdictStatus, string> = {
  untested: '未检',
  ok: '合格',
  hit: '有问题',
  na: '不适用',
  disputed: '有争议',
};

export const RESULT_WORD: Record<SheetResult, string> = {
  qualified: '合格',
  unqualified: '不合格',
  undetermined: '待定',
};

export const OUTCOME_WORD: Record<CheckOutcome, string> = {
  pass: '未发现问题',
  fail: '发现疑似问题',
  review: '需人工核实',
  inapplicable: '不适用',
  error: '未能完成',
};

export const STATE_WORD: Record<Session['state'], string> = {
  open: '检查中',
  finished: '已完成',
  reopened: '重新检查',
};

export const SUBJECT_WORD: Record<SubjectKind, string> = { website: '政府网站', 'new-media': '政务新媒体' };

export const PART_WORD: Record<PartKind, string> = { veto: '单项否决', deduction: '扣分', bonus: '加分' };

/** The note that every number without confirmation by the source carries. */
export const UNCONFIRMED = '权重未经原文核对';

/** In the bonus part a hit is an achievement, not a fault. */
export function verdictWord(part: PartKind, status: VerdictStatus): string {
  return part === 'bonus' && status === 'hit' ? '得分' : VERDICT_WORD[status];
}

/** How a criterion counts, e.g. “每处扣 1 分，最多扣 3 分”, “加 2 分”, “单项否决”. */
export function countingRule(part: PartKind, criterion: Criterion): string {
  if (part === 'veto') return '单项否决';
  const verb = part === 'bonus' ? '加' : '扣';
  const each = criterion.per === 'occurrence' ? '每处' : '';
  const most =
    criterion.cap === undefined || criterion.per === 'once'
      ? ''
      : `，最多${verb} ${formatPoints(criterion.cap)} 分`;
  return `${each}${verb} ${formatPoints(criterion.points)} 分${most}`;
}
