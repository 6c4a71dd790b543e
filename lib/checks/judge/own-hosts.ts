// The hosts that belong to the inspected site: the page itself, the register's host, and the site's aliases.
import type { PageFacts } from '@/lib/model/page-facts';
import { asciiHost } from '@/lib/text/hosts';
import type { CheckContext } from '../engine/define-check';

/** Hosts in the form of `asciiHost`. */
export function ownHosts(
  facts: Pick<PageFacts, 'url'>,
  subject: CheckContext<unknown>['subject'],
): Set<string> {
  return hostsOf([facts.url, subject?.host ?? '', ...(subject?.aliases ?? [])]);
}

/** Addresses or hosts in the form of `asciiHost`, without what is none. */
export function hostsOf(written: readonly string[]): Set<string> {
  return new Set(written.map(asciiHost).filter((host) => host !== ''));
}
