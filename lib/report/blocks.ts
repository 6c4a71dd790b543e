// A paper as plain blocks, so that what it says is worked out once and every file form only draws it.

/** Depth of a heading as official papers number them: 1 “一、”, 2 “（一）”, 3 “1.”. */
export type HeadingLevel = 1 | 2 | 3;

export interface TableColumn {
  title: string;
  /** Share of the width; the shares of a table are summed up. */
  width: number;
  align?: 'left' | 'center' | 'right';
}

export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | {
      kind: 'paragraph';
      text: string;
      /** A heading that runs into the paragraph, set like a heading of that level. */
      lead?: { level: HeadingLevel; text: string };
      /**
       * 'addressee' = flush left, 'signature' = flush right, 'note' = small, 'annex-list' = the names of the annexes, one
       * a line, after “附件：”, 'annex' = the mark “附件1” at the head of a new page; left out = ordinary text.
       */
      style?: 'addressee' | 'signature' | 'center' | 'note' | 'annex-list' | 'annex';
    }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; caption: string; columns: TableColumn[]; rows: string[][] }
  /** `id` names the picture; a writer that has none says so at its place. */
  | { kind: 'picture'; id: string; caption: string }
  | { kind: 'page-break' };

export interface Paper {
  /** Name of the document in its properties. */
  title: string;
  blocks: Block[];
}
