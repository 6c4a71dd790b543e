// What one frame shows of the eight identification elements, before anybody judges it.
import { z } from 'zod';
import { Rect } from '../primitives';
import { IdentityElement } from '../summary';

/** Where something stands. `visible` is false for display:none, visibility:hidden and the like. */
export const IdentitySpot = z.object({
  selector: z.string(),
  visible: z.boolean(),
  rect: Rect.optional(),
});
export type IdentitySpot = z.infer<typeof IdentitySpot>;

/** A stretch of a line: the element it stands in, and the link around it ('' = none). Offsets count UTF-16 units of `text`. */
export const IdentityLinePart = IdentitySpot.extend({
  from: z.int(),
  to: z.int(),
  href: z.string(),
  linkSelector: z.string(),
});
export type IdentityLinePart = z.infer<typeof IdentityLinePart>;

/** One line of text as the layout breaks it. U+2063 marks element boundaries. `parts` only on lines with a key word. */
export const IdentityLine = z.object({
  order: z.int(),
  /** Index into `regions`; -1 outside of all. */
  region: z.int(),
  text: z.string(),
  /** Stands inside an article's text. */
  inArticle: z.boolean(),
  parts: z.array(IdentityLinePart),
});
export type IdentityLine = z.infer<typeof IdentityLine>;

/** A stretch of the page that looks like its foot. */
export const IdentityRegion = z.object({
  selector: z.string(),
  /** 'foot' = named so or a footer element, 'evidence' = holds typical content, 'document' = a whole small frame. */
  kind: z.enum(['foot', 'evidence', 'document']),
  /** Lies inside an article's text, where such words can be the subject of the article. */
  inArticle: z.boolean(),
});
export type IdentityRegion = z.infer<typeof IdentityRegion>;

/** An element that may be or draw a mark, an entry or a site-map link. Attribute names lower case. */
export const IdentityTrace = IdentitySpot.extend({
  kind: z.enum(['link', 'image', 'script', 'inline-script', 'placeholder', 'background', 'text']),
  attributes: z.record(z.string(), z.string()),
  /** Visible text, or the telling piece of an inline script. */
  text: z.string(),
  /** Target of the link in or around it, wherever it is kept (href, odd attributes, handler); '' = none. */
  target: z.string(),
  /** Reacts to a click although it is no link: handler or pointer cursor. */
  clickable: z.boolean(),
  /** An image lies inside, or a background image is drawn. */
  holdsImage: z.boolean(),
  /** In a script that is itself commented out. */
  disabled: z.boolean(),
  region: z.int(),
});
export type IdentityTrace = z.infer<typeof IdentityTrace>;

export const IdentityMeta = z.object({
  name: z.string(),
  content: z.string(),
  attribute: z.enum(['name', 'property', 'http-equiv']),
  inHead: z.boolean(),
});
export type IdentityMeta = z.infer<typeof IdentityMeta>;

/** What hints at the kind of page: home, column or article. Counts are of lines as the layout breaks them. */
export const IdentityOutline = z.object({
  /** Unlinked short lines that print a whole date beside a label (发布日期, 来源 …); the label may stand on the line before. */
  dates: z.array(z.object({ text: z.string(), selector: z.string() })),
  /** Lines that are a link with a date, or a date alone. */
  rows: z.int(),
  /** Words of a pager (下一页, 共 5 页). */
  pager: z.boolean(),
  /** Characters in long lines without links. */
  prose: z.int(),
  linkLines: z.int(),
  /** Kinds of what stands around an article: source, letter size, printing, readers, editor, neighbours, closing. */
  aids: z.int(),
  /** Characters in the largest element that is named like an article's text. */
  articleChars: z.int(),
  headings: z.array(z.string()),
  /** Names of meta elements in comments of the head, lower case. */
  commentedTags: z.array(z.string()),
});
export type IdentityOutline = z.infer<typeof IdentityOutline>;

export const IdentityFacts = z.object({
  page: z.object({
    title: z.string(),
    language: z.string(),
    characterSet: z.string(),
    frameset: z.boolean(),
    elements: z.int(),
    /** Part of the page was not read: it is larger than the limits. */
    cut: z.boolean(),
    lines: z.int(),
    /** Characters of text read, hidden ones included. */
    textLength: z.int(),
    /** A container for a script-built page that holds (nearly) nothing. */
    emptyApp: z.boolean(),
    /** false: still changing when time ran out. */
    settled: z.boolean(),
    waitedMs: z.number(),
    /** Addresses of scripts whose name says that they write the foot. */
    footScripts: z.array(z.string()),
  }),
  /** All meta elements with a name, for the page tags too. */
  metas: z.array(IdentityMeta),
  /** Left out in facts that were gathered before it was known. */
  outline: IdentityOutline.optional(),
  frames: z.array(z.object({ url: z.string(), visible: z.boolean(), width: z.number(), height: z.number() })),
  regions: z.array(IdentityRegion),
  lines: z.array(IdentityLine),
  traces: z.array(IdentityTrace),
  /** Comments of the source that hold an element. */
  comments: z.array(z.object({ elements: z.array(IdentityElement), text: z.string(), selector: z.string() })),
});
export type IdentityFacts = z.infer<typeof IdentityFacts>;
