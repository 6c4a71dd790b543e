// What the interaction probe saw in one frame: lists and records of messages and surveys, personal data masked.
import { z } from 'zod';

/** What the page says about itself; each at most 200 characters, '' when it says nothing. */
export const PageContext = z.object({
  title: z.string(),
  /** Headings of the first two levels, at most 6. */
  headings: z.array(z.string()),
  /** The trail “首页 > 互动交流 > 留言选登”. */
  trail: z.string(),
  columnName: z.string(),
  columnType: z.string(),
});
export type PageContext = z.infer<typeof PageContext>;

export const InteractionLink = z.object({ text: z.string(), address: z.string() });
export type InteractionLink = z.infer<typeof InteractionLink>;

export const InteractionRow = z.object({
  /** Texts in reading order; in a group with heads one per column, '' for an empty cell. At most 200 characters each. */
  cells: z.array(z.string()),
  /** At most 8. */
  links: z.array(InteractionLink),
  selector: z.string(),
});
export type InteractionRow = z.infer<typeof InteractionRow>;

/** Rows that belong together: a table, a list, a stack of cards. */
export const InteractionGroup = z.object({
  /** The nearest heading before or around it; '' = none. */
  name: z.string(),
  /** Words over the columns; empty when there are none or they do not fit the rows. */
  heads: z.array(z.string()),
  rows: z.array(InteractionRow),
  /** Rows there are, also those beyond the cap. */
  total: z.int(),
});
export type InteractionGroup = z.infer<typeof InteractionGroup>;

/** A labelled value outside all groups, as on the page of one message. */
export const InteractionField = z.object({ label: z.string(), value: z.string(), selector: z.string() });
export type InteractionField = z.infer<typeof InteractionField>;

/** Personal data that stands unmasked on the page; only its masked form leaves the page. */
export const PersonalTrace = z.object({
  kind: z.enum(['mobile', 'id-card']),
  masked: z.string(),
  /** The text around it, masked, at most 60 characters. */
  near: z.string(),
  selector: z.string(),
});
export type PersonalTrace = z.infer<typeof PersonalTrace>;

export const InteractionFacts = z.object({
  page: PageContext,
  groups: z.array(InteractionGroup),
  fields: z.array(InteractionField),
  /** Left out on pages that show neither groups nor fields. */
  personal: z.array(PersonalTrace),
  /** true: a pager stands on the page, so the lists are a part. */
  paged: z.boolean(),
});
export type InteractionFacts = z.infer<typeof InteractionFacts>;
