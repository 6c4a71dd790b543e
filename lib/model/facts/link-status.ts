// What servers answered when the links of a page were asked for, one address at a time.
import { z } from 'zod';
import { Instant } from '../primitives';

/**
 * Why there was no answer. 'dns' no such host; 'refused' nobody listens; 'certificate' expired, revoked or for another
 * host; 'untrusted' its issuer is not known here; 'offline' no network at all; 'reset' cut off; 'blocked' stopped by
 * this browser; 'network' anything else.
 */
export const LinkError = z.enum([
  'dns',
  'refused',
  'certificate',
  'untrusted',
  'timeout',
  'offline',
  'reset',
  'redirect-loop',
  'blocked',
  'network',
]);
export type LinkError = z.infer<typeof LinkError>;

/** What was seen of one address. Either `status` or `error` is there. */
export const LinkStatus = z.object({
  /** As asked for: absolute, without fragment. */
  url: z.string(),
  at: Instant,
  /** From sending to the end of reading, milliseconds; of the last try. */
  ms: z.number(),
  /** How often it was asked for; 0 = known from another address of the same host (no such host). */
  tries: z.int().min(0).max(2),
  status: z.int().optional(),
  error: LinkError.optional(),
  /** The browser's own name of the error, e.g. 'net::ERR_NAME_NOT_RESOLVED'. */
  cause: z.string().optional(),
  /** Where it ended, when elsewhere. */
  finalUrl: z.string().optional(),
  /** Addresses that redirected, in order, with their status; at most ten. */
  redirects: z.array(z.object({ url: z.string(), status: z.int() })).optional(),
  /** Media type without parameters, lower case. */
  type: z.string().optional(),
  /** Of HTML: its title, at most 120 characters. */
  title: z.string().optional(),
  /** Of HTML: a sentence that says that there is no such page, at most 80 characters; see lib/link-status/page-signs. */
  gone: z.object({ words: z.string(), inTitle: z.boolean() }).optional(),
  /** Of HTML: characters of readable text in what was read. */
  textLength: z.int().optional(),
  /** Of HTML without text: the address that the page itself leads on to at once. */
  leadsTo: z.string().optional(),
});
export type LinkStatus = z.infer<typeof LinkStatus>;

/** 'image': shown on the page; 'attachment': a link to a file, pictures included. */
export const TargetKind = z.enum(['link', 'image', 'attachment']);
export type TargetKind = z.infer<typeof TargetKind>;

/** One address that pages lead to, and the first place where it stands. */
export const LinkTarget = z.object({
  url: z.string(),
  kind: TargetKind,
  /** What a visitor reads, at most 80 characters. */
  text: z.string(),
  /** Address of the page that holds it. */
  page: z.string(),
  /** Frame URL, '' for the page itself. */
  frame: z.string(),
  selector: z.string(),
  /** Places on these pages that lead there. */
  places: z.int().min(1),
});
export type LinkTarget = z.infer<typeof LinkTarget>;

/** 'page': the page in front; 'visited': also the pages of this inspection that were checked before. */
export const LinkScope = z.enum(['page', 'visited']);
export type LinkScope = z.infer<typeof LinkScope>;

/** Stands at the top frame only. The page's own targets are read from its links and images facts. */
export const LinkStatusFacts = z.object({
  scope: LinkScope,
  /** Targets of other pages that were checked in this inspection; only with the scope 'visited'. */
  otherPages: z.array(LinkTarget),
  /** How many other pages these come from. */
  otherPageCount: z.int(),
  /** Sorted by address. An address that is missing was not asked for. */
  statuses: z.array(LinkStatus),
  /** Hosts that may not be asked for lack of access. */
  deniedHosts: z.array(z.string()),
  /** Hosts that kept refusing, so that their remaining links were not asked for. */
  refusingHosts: z.array(z.string()),
  /** Why it ended early; left out when it did not. */
  stopped: z.enum(['cancelled', 'offline', 'timeout']).optional(),
});
export type LinkStatusFacts = z.infer<typeof LinkStatusFacts>;
