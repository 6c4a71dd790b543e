// The desk's calls on links: which an inspection's pages have, and what was answered.
import { z } from 'zod';
import { LinkStatus, LinkTarget } from '@/lib/model/facts/link-status';
import { BySession, method, None } from '../method';

export const linkCalls = {
  /** What these addresses answered in this inspection; those that were not asked for are left out. */
  linkStatuses: method(BySession.extend({ urls: z.array(z.string()).max(2_000) }), z.array(LinkStatus)),
  /** Stores a portion of answers; a later answer of the same address replaces the earlier one. Nothing is announced. */
  recordLinkStatuses: method(BySession.extend({ statuses: z.array(LinkStatus).max(500) }), None),
  /** Links and pictures of the pages whose latest run kept its facts, each address once; `left` = how many more there are. */
  knownLinks: method(
    BySession,
    z.object({ pages: z.array(z.string()), targets: z.array(LinkTarget), left: z.int() }),
  ),
} as const;
