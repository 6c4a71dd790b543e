// The register (台账): what is known of a website or new-media account besides its inspections.
import { z } from 'zod';
import { Day } from './primitives';

/** Platforms as the quarterly bulletin counts them. */
export const Platform = z.enum(['wechat', 'weibo', 'wechat-video', 'toutiao', 'douyin', 'app', 'other']);
export type Platform = z.infer<typeof Platform>;

export const SubjectGroup = z.enum(['district', 'department', 'own', 'other']);
export type SubjectGroup = z.infer<typeof SubjectGroup>;

/** Filing (备案) of a new-media account or site as the register has it. */
export const Filing = z.object({
  state: z.enum(['filed', 'unfiled', 'change-unfiled', 'closed', 'unknown']),
  openedDay: Day.optional(),
  changedDay: Day.optional(),
  closedDay: Day.optional(),
});
export type Filing = z.infer<typeof Filing>;

/** Fields of a subject that only the register has; all optional, so that an ad-hoc subject needs none. */
export const registerFields = {
  /** Only of new-media accounts. */
  platform: Platform.optional(),
  /** Account name or id on the platform; with the platform it identifies an account. */
  account: z.string().optional(),
  sponsor: z.string().optional(),
  filing: Filing.optional(),
  contact: z.string().optional(),
  note: z.string().optional(),
};
