// Official words that only the workbench shows; those of the sheet come from lib/report/words.
import type { PartKind } from '@/lib/model/indicator-set';
import type { JournalEntry } from '@/lib/model/session';

export const PART_KIND: Record<PartKind, string> = { veto: '单项否决', deduction: '扣分', bonus: '加分' };

export const JOURNAL_KIND: Record<JournalEntry['kind'], string> = {
  verdict: '认定',
  evidence: '取证',
  undo: '撤销',
  redo: '恢复',
  start: '开始检查',
  finish: '完成检查',
  reopen: '重新打开',
  'set-change': '更换指标体系',
  import: '导入',
  account: '账号情况',
  'good-practice': '典型做法',
};
