// The column register of a site: which columns it has, how often each must be updated, and when each was last seen.
import { z } from 'zod';
import { Day, Id } from './primitives';

/** What a column is, as far as the indicators tell columns apart: 动态要闻, 通知公告, 政策文件, others. */
export const ColumnKind = z.enum(['news', 'notice', 'policy', 'other']);
export type ColumnKind = z.infer<typeof ColumnKind>;

export const ColumnEntry = z.object({
  /** Normalised address of the column's page; `name:` and the name as long as the address is not known. */
  key: z.string().min(1),
  name: z.string().min(1),
  url: z.string().optional(),
  kind: ColumnKind,
  /** The column's own period in days; left out = the period of its kind, if that has one. */
  updateDays: z.int().min(1).max(3660).optional(),
  /** true: need not be updated (不要求更新) or is no column. */
  excluded: z.boolean().optional(),
  /** Who last corrected name, kind, period or exclusion: from then on the machine changes none of them. */
  correctedBy: z.string().optional(),
  /** What was seen last: day of the inspection, newest date of the list when it has dates, number of rows. */
  lastSeen: z.object({ day: Day, newest: Day.optional(), rows: z.int().min(0) }),
});
export type ColumnEntry = z.infer<typeof ColumnEntry>;

/** One per subject; columns sorted by key. */
export const ColumnRegister = z.object({ subjectId: Id, columns: z.array(ColumnEntry) });
export type ColumnRegister = z.infer<typeof ColumnRegister>;

/** What an inspector corrects in one column; left-out fields stay as they are, `updateDays: null` = no own period. */
export const ColumnCorrection = z.object({
  name: z.string().trim().min(1, '请填写栏目名称。').max(60, '栏目名称不能超过 60 字。').optional(),
  kind: ColumnKind.optional(),
  updateDays: z
    .int('更新期限应为整天数。')
    .min(1, '更新期限至少 1 天。')
    .max(3660, '更新期限不能超过 3660 天。')
    .nullable()
    .optional(),
  excluded: z.boolean().optional(),
});
export type ColumnCorrection = z.infer<typeof ColumnCorrection>;
