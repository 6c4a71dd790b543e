// What the four basic checks report besides findings; the same shapes go into the inspection JSON.
import { z } from 'zod';
import { ColumnKind } from './columns';
import { Day } from './primitives';

export const IdentityElement = z.enum([
  'govMark',
  'errorReportEntry',
  'siteIdCode',
  'sponsor',
  'contact',
  'icpFiling',
  'policeFiling',
  'siteMap',
]);
export type IdentityElement = z.infer<typeof IdentityElement>;

export const IdentitySummary = z.array(
  z.object({
    element: IdentityElement,
    state: z.enum(['present', 'malformed', 'missing']),
    value: z.string().optional(),
    href: z.string().optional(),
    selector: z.string().optional(),
    /** Frame URL where it stands; left out for the top document. */
    frame: z.string().optional(),
    /** Plain Chinese remark, e.g. why it needs a look although present. */
    note: z.string().optional(),
  }),
);
export type IdentitySummary = z.infer<typeof IdentitySummary>;

/** Page tags of 国办发〔2017〕47号: of the site, of columns, of articles (the last five are optional). */
export const PageTag = z.enum([
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ColumnDescription',
  'ColumnKeywords',
  'ColumnType',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
  'Keywords',
  'Author',
  'Description',
  'Image',
  'Url',
]);
export type PageTag = z.infer<typeof PageTag>;

/** Every tag once, in the order above, whether or not the kind of page asks for it. */
export const PageTagsSummary = z.array(
  z.object({
    tag: PageTag,
    /** 'empty': the tag is there without content. */
    state: z.enum(['present', 'empty', 'missing']),
    /** Of several copies the first with content. */
    value: z.string().optional(),
    /** Plain Chinese remark. */
    note: z.string().optional(),
  }),
);
export type PageTagsSummary = z.infer<typeof PageTagsSummary>;

export const ImagesSummary = z.object({
  total: z.int(),
  /** `frame` as in IdentitySummary. */
  broken: z.array(
    z.object({
      src: z.string(),
      reason: z.string(),
      selector: z.string(),
      frame: z.string().optional(),
    }),
  ),
});
export type ImagesSummary = z.infer<typeof ImagesSummary>;

export const ExternalLinksSummary = z.object({
  /** Links (`a`, `area`) to external hosts; options, handlers and forms are judged but not counted as links. */
  total: z.int(),
  /** Links of any kind to government hosts of other sites. */
  governmentHosts: z.int(),
  /** `frame` as in IdentitySummary. */
  unmarked: z.array(
    z.object({
      href: z.string(),
      host: z.string(),
      text: z.string(),
      selector: z.string(),
      frame: z.string().optional(),
    }),
  ),
  marked: z.array(z.object({ href: z.string(), host: z.string(), how: z.string() })),
});
export type ExternalLinksSummary = z.infer<typeof ExternalLinksSummary>;

/** What the harmless clicks showed, link by link; it settles the external links' own result. */
export const LeaveNoticeSummary = z.object({
  proofs: z.array(
    z.object({
      /** As the item of an external link's finding. */
      address: z.string(),
      host: z.string(),
      kind: z.enum(['anchor', 'area', 'option', 'handler', 'form']),
      text: z.string(),
      selector: z.string(),
      state: z.enum(['marked', 'unmarked', 'not-provable', 'not-clicked']),
      /** How it was marked, where an unmarked one led, or why nothing can be said; plain Chinese. */
      why: z.string(),
      /** Why a person must decide about the host. */
      ambiguous: z.string().optional(),
    }),
  ),
});
export type LeaveNoticeSummary = z.infer<typeof LeaveNoticeSummary>;

export const AccessibilityRule = z.object({
  rule: z.string(),
  impact: z.string(),
  help: z.string(),
  /** true = not required by WCAG A/AA. */
  bestPractice: z.boolean(),
  /** Elements reported, also those beyond the cap on `nodes`. */
  count: z.int(),
  nodes: z.array(z.object({ selector: z.string(), frame: z.string().optional() })),
});
export type AccessibilityRule = z.infer<typeof AccessibilityRule>;

export const AccessibilitySummary = z.object({
  violations: z.array(AccessibilityRule),
  needsReview: z.array(AccessibilityRule),
});
export type AccessibilitySummary = z.infer<typeof AccessibilitySummary>;

/** How far a column is from its limit. 'unlimited': nobody says how often it must be updated. */
export const ColumnState = z.enum(['fresh', 'stale', 'empty', 'undated', 'unlimited', 'excluded', 'paged']);
export type ColumnState = z.infer<typeof ColumnState>;

/** One column as a page shows it, or as the whole site does in the tally. */
export const ColumnSeen = z.object({
  /** As in the column register. */
  key: z.string(),
  name: z.string(),
  url: z.string().optional(),
  kind: ColumnKind,
  /** true: the page is the column's own; false: a block of another page that shows some of its rows. */
  own: z.boolean(),
  rows: z.int(),
  newest: Day.optional(),
  /** Where the newest date was read. */
  source: z.enum(['printed', 'address']).optional(),
  /** Days from the newest date to the day of the inspection. */
  days: z.int().optional(),
  /** First day that still counts as updated in time. */
  since: Day.optional(),
  state: ColumnState,
  /** false: a person must look before the state counts. */
  certain: z.boolean(),
  selector: z.string(),
  frame: z.string().optional(),
});
export type ColumnSeen = z.infer<typeof ColumnSeen>;

export const ColumnsSummary = z.object({
  /** Day of the inspection, Asia/Shanghai. */
  day: Day,
  columns: z.array(ColumnSeen),
});
export type ColumnsSummary = z.infer<typeof ColumnsSummary>;

/** The columns of the site so far, each once, with the page that shows its state; see checks/site/column-tally. */
export const ColumnTallySummary = z.object({
  day: Day,
  columns: z.array(ColumnSeen.extend({ page: z.string(), pageTitle: z.string() })),
  /** Certain ones and those to look at, with the number from which the set's veto speaks. */
  tallies: z.array(
    z.object({
      kind: z.enum(['too-many-stale-news', 'too-many-stale-other', 'too-many-empty']),
      certain: z.int(),
      unsure: z.int(),
      threshold: z.int(),
    }),
  ),
  /** Plain Chinese, e.g. how many columns have no period. */
  notes: z.array(z.string()),
});
export type ColumnTallySummary = z.infer<typeof ColumnTallySummary>;

/** Public messages on one page; days in Asia/Shanghai. */
export const MessagesSummary = z.object({
  day: Day,
  /** Messages in columns that count. */
  total: z.int(),
  answered: z.int(),
  unanswered: z.int(),
  /** Neither state nor answer is shown. */
  unknown: z.int(),
  newestAnswer: Day.optional(),
  /** Longest time from message to answer in days. */
  longestDays: z.int().optional(),
});
export type MessagesSummary = z.infer<typeof MessagesSummary>;

/** Surveys (征集调查) on one page. */
export const SurveysSummary = z.object({
  day: Day,
  total: z.int(),
  /** Begun (else published, else ended) within a year of the day. */
  withinYear: z.int(),
  ended: z.int(),
  withResult: z.int(),
});
export type SurveysSummary = z.infer<typeof SurveysSummary>;

/** What the links of a page, or of all checked pages, lead to. */
export const LinksSummary = z.object({
  scope: z.enum(['page', 'visited']),
  /** Pages whose links are meant. */
  pages: z.int(),
  /** Addresses, each once. */
  total: z.int(),
  checked: z.int(),
  ok: z.int(),
  /** May be asked for, but was not yet. */
  rest: z.int(),
  /** May not be asked for lack of access. */
  denied: z.int(),
  /** Sorted by address. */
  problems: z.array(
    z.object({
      url: z.string(),
      /** The finding's kind. */
      kind: z.string(),
      outcome: z.enum(['fail', 'review']),
      /** Page where it stands first. */
      page: z.string(),
      text: z.string(),
      status: z.int().optional(),
      error: z.string().optional(),
      finalUrl: z.string().optional(),
      redirects: z.array(z.object({ url: z.string(), status: z.int() })).optional(),
      /** When it was asked for, and how long the answer took. */
      at: z.string(),
      ms: z.number(),
    }),
  ),
});
export type LinksSummary = z.infer<typeof LinksSummary>;

/** A policy document or an interpretation as its page shows it. */
export const InterpretationSummary = z.object({
  kind: z.enum(['policy', 'interpretation']),
  title: z.string(),
  /** 文号, '' = none seen. */
  number: z.string(),
  /** A document: to an interpretation; an interpretation: to the document. */
  linked: z.boolean(),
  links: z.array(z.object({ text: z.string(), address: z.string() })),
  /** Of an interpretation's own page. */
  forms: z.array(z.enum(['text', 'picture', 'video', 'audio', 'animation'])),
});
export type InterpretationSummary = z.infer<typeof InterpretationSummary>;

/** Policy documents and interpretations of the site so far; see checks/site/few-interpretations. */
export const InterpretationShareSummary = z.object({
  documents: z.int(),
  interpreted: z.int(),
  interpretations: z.int(),
  textOnly: z.int(),
  /** Documents without an interpretation. */
  missing: z.array(z.object({ title: z.string(), page: z.string() })),
});
export type InterpretationShareSummary = z.infer<typeof InterpretationShareSummary>;
