// Official words for what the screens of a round show.
import type { RoundEvent } from '@/lib/model/round';
import type { BoardState } from '@/lib/rounds/board';

export const GROUP_WORD: Record<string, string> = {
  district: '区',
  department: '市级部门',
  own: '本级',
  other: '其他',
  '': '未分组',
};

export const KIND_WORD: Record<string, string> = { website: '政府网站', 'new-media': '政务新媒体' };

export const BOARD_WORD: Record<BoardState, string> = {
  untested: '未检',
  progress: '检查中',
  finished: '已完成',
  disputed: '有争议',
};

export const EVENT_WORD: Record<RoundEvent['kind'], string> = {
  create: '建立',
  update: '修改',
  draw: '确定对象',
  assign: '分配',
  'double-check': '安排复核',
  close: '结束',
  reopen: '重新开放',
  merge: '合并',
};

/** “政府网站（区）” from a board key such as `website district`. */
export function groupName(key: string): string {
  const [kind = '', group = ''] = key.split(' ');
  return `${KIND_WORD[kind] ?? kind}（${GROUP_WORD[group] ?? group}）`;
}

/** `2026-10-01 至 2026-12-31`; '' when neither day is known. */
export function daysText(startDay?: string, endDay?: string): string {
  if (!startDay && !endDay) return '';
  return `${startDay ?? '…'} 至 ${endDay ?? '…'}`;
}
