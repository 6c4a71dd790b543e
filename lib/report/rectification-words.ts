// Official words for the states of rectification, and what a unit is called in its tables.
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import type { RectificationEvent, RectificationState } from '@/lib/model/rectification';

export const MENDING_WORD: Record<RectificationState, string> = {
  open: '待通知',
  notified: '已通知',
  responded: '已反馈',
  rechecked: '已复查',
  closed: '已销号',
  reopened: '重新整改',
};

/** Who counts as what; shown on the board and printed with the export. */
export const MENDING_NOTES: readonly string[] = [
  '整改事项：已完成检查中每个认定的疑似问题一项，人工认定的问题每个评分点一项；加分项和复核检查不列入。检查重新打开、修改并再次完成后，重新生成只补充新的事项。',
  '逾期：过了整改期限，单位仍未反馈（待通知、已通知、重新整改）。已反馈、已复查和已销号的不算逾期。',
  '销号率：已销号事项占全部事项的比例，四舍五入到两位小数。',
];

/** The unit that has to act: the register's, else the subject's own name. */
export function unitOf({ subject }: Pick<RectificationRow, 'subject'>): string {
  return subject.unit || subject.name;
}

/** One line of the history in words. */
export function eventText({ from, to, text, recheck }: RectificationEvent): string {
  const head = from === null ? '列入整改' : from === to && to !== 'rechecked' ? '记录' : MENDING_WORD[to];
  const proposal = recheck ? `（建议：${recheck.proposal === 'closed' ? '销号' : '重新整改'}）` : '';
  return `${head}${proposal}${text ? `：${text}` : ''}`;
}

/** Hundredths of a percent as “66.67%”. */
export function percentText(rate: number): string {
  return `${(rate / 100).toFixed(2)}%`;
}
