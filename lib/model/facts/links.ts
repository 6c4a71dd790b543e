// What the links probe saw in one frame: everything that leads to an address, and traces of a leave-site prompt.
import { z } from 'zod';

/** 'handler' = an address opened by inline script on something that is no link; 'option' = an entry of a select. */
export const LinkKind = z.enum(['anchor', 'area', 'option', 'handler', 'form']);
export type LinkKind = z.infer<typeof LinkKind>;

export const LinkFact = z.object({
  kind: LinkKind,
  /** Address as written (attribute, or text literal of a handler), at most 2,000 characters. */
  written: z.string(),
  /** Absolute http(s) address a visitor would reach, normalised by the URL parser; '' when it is none. */
  address: z.string(),
  /** true: two schemes, backslashes or the like had to be put right. */
  malformed: z.boolean().optional(),
  /** What a visitor reads (text, else alt or title), at most 80 characters. */
  text: z.string(),
  target: z.string().optional(),
  /** Inline handler: onclick of a link or button, onchange of a select, onsubmit of a form; at most 1,000 characters. */
  handler: z.string().optional(),
  classes: z.string().optional(),
  /** Indexes into `promptScripts` of the scripts that bind to this element. */
  boundBy: z.array(z.int()).optional(),
  visible: z.boolean(),
  selector: z.string(),
});
export type LinkFact = z.infer<typeof LinkFact>;

/** An inline script that speaks of leaving the site and shows something. */
export const PromptScript = z.object({
  /** The wording found, e.g. “您访问的链接即将离开”. */
  words: z.string(),
  /** What it shows the words with, e.g. 'confirm', 'layer'. */
  shows: z.string(),
  /** CSS selectors it binds click handlers to. */
  selectors: z.array(z.string()),
  /** true: it listens on the document or walks over all links. */
  everyLink: z.boolean(),
  /** Names of functions it declares. */
  functions: z.array(z.string()),
  /** Literals it compares addresses with (its allow-list), e.g. 'gov.cn'. */
  exceptions: z.array(z.string()),
});
export type PromptScript = z.infer<typeof PromptScript>;

export const LinkFacts = z.object({
  /** Links to files on the author's computer or an office share, at most 200; they lead no visitor anywhere. */
  fileLinks: z
    .array(z.object({ written: z.string(), text: z.string(), visible: z.boolean(), selector: z.string() }))
    .optional(),
  /** Links in the frame, also those beyond the cap. */
  total: z.int(),
  links: z.array(LinkFact),
  promptScripts: z.array(PromptScript),
  /** Elements whose own text speaks of leaving the site; `waiting`: hidden or inside a dialog, not text to be read. */
  dialogs: z.array(z.object({ text: z.string(), waiting: z.boolean(), selector: z.string() })),
  /** Absolute addresses of external scripts. */
  externalScripts: z.array(z.string()),
  /** Whole addresses or hosts by which the page names its own site; left out when it names none. */
  ownNames: z
    .array(z.object({ written: z.string(), by: z.enum(['site-domain', 'canonical', 'logo']) }))
    .optional(),
  /** true: an inline script listens on the document or walks over all links, whatever it says. */
  listensWidely: z.boolean().optional(),
});
export type LinkFacts = z.infer<typeof LinkFacts>;
