// How long a column may stay without news: the kind's own period (国办秘函〔2019〕19号 附件1), or the register's for one column.
import { z } from 'zod';
import type { ColumnEntry, ColumnKind } from '@/lib/model/columns';
import { addDays, addMonths } from '@/lib/text/days';

export const ColumnLimits = z.object({
  /** 动态要闻类: 2 weeks. */
  newsDays: z.int().min(1).default(14),
  /** 通知公告类 and 政策文件类: 6 months. */
  noticeMonths: z.int().min(1).default(6),
  policyMonths: z.int().min(1).default(6),
  /** Other columns have no common period; left out = only the register's own periods count. */
  otherDays: z.int().min(1).optional(),
});
export type ColumnLimits = z.infer<typeof ColumnLimits>;

export interface Limit {
  /** First day that still counts as updated in time. */
  since: string;
  /** Plain Chinese, e.g. “2 周”. */
  words: string;
}

/** undefined: nobody says how often the column must be updated. */
export function limitOf(
  kind: ColumnKind,
  entry: Pick<ColumnEntry, 'updateDays'> | undefined,
  limits: ColumnLimits,
  today: string,
): Limit | undefined {
  const inDays = (days: number): Limit => ({
    since: addDays(today, -days),
    words: days % 7 === 0 ? `${days / 7} 周` : `${days} 天`,
  });
  const inMonths = (months: number): Limit => ({ since: addMonths(today, -months), words: `${months} 个月` });
  if (entry?.updateDays !== undefined) return inDays(entry.updateDays);
  if (kind === 'news') return inDays(limits.newsDays);
  if (kind === 'notice') return inMonths(limits.noticeMonths);
  if (kind === 'policy') return inMonths(limits.policyMonths);
  return limits.otherDays === undefined ? undefined : inDays(limits.otherDays);
}
