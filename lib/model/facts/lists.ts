// What the lists probe saw: repeated rows with a title and short texts beside it, and what names each list. Nothing is judged.
import { z } from 'zod';

/** A short text of a row, besides its title. */
export const RowText = z.object({
  text: z.string(),
  /** Index of the table cell it stands in. */
  cell: z.int().optional(),
  /** 'attribute': from `title`, `datetime`, `data-…` or a hidden field, not printed. */
  from: z.enum(['text', 'attribute']),
});
export type RowText = z.infer<typeof RowText>;

export const ListRow = z.object({
  /** Text of the row's main link; of the row's longest text when it has no link. */
  title: z.string(),
  /** As written; '' when the row leads nowhere. */
  address: z.string(),
  /** Short texts beside the title in reading order, digits or not: a label may stand before its date. */
  texts: z.array(RowText),
});
export type ListRow = z.infer<typeof ListRow>;

export const ListFact = z.object({
  selector: z.string(),
  /** Heading, tab label or caption nearest before the list; '' when there is none. */
  heading: z.string(),
  headingFrom: z.enum(['heading', 'tab', 'caption', 'none']),
  /** Absolute address behind the list's 更多, or behind its heading. */
  more: z.string().optional(),
  /** false: not rendered now, as in a tab that is not shown. */
  visible: z.boolean(),
  /** true: in a header, navigation or foot region. */
  aside: z.boolean(),
  /** Heads of a table's columns, by cell. */
  heads: z.array(z.string()).optional(),
  /** All rows, also those beyond the cap on `rows`. */
  rowCount: z.int(),
  rows: z.array(ListRow),
});
export type ListFact = z.infer<typeof ListFact>;

export const EmptyNote = z.object({
  selector: z.string(),
  /** The text that says so, e.g. 暂无内容; '' for a list element without any row. */
  text: z.string(),
  heading: z.string(),
  more: z.string().optional(),
  visible: z.boolean(),
});
export type EmptyNote = z.infer<typeof EmptyNote>;

export const ListFacts = z.object({
  /** Page tags and place of the page, as written. */
  columnName: z.string(),
  columnType: z.string(),
  articleTitle: z.string(),
  /** Steps of 当前位置, without the words that open it. */
  breadcrumb: z.array(z.string()),
  /** true: the page has 下一页, 尾页 or 共 N 页. */
  pager: z.boolean(),
  lists: z.array(ListFact),
  empties: z.array(EmptyNote),
});
export type ListFacts = z.infer<typeof ListFacts>;
