// The hosts that belong to the inspected site: the page itself, the register's host, and the site's aliases.
import type { PageFacts } from '@/lib/model/page-facts';
import { asciiHost } from '@/lib/text/hosts';
import type { CheckContext } from '../engine/define-check';

/** Hosts in the form of `asciiHost`. */
export function ownHosts(facts: PageFacts, subject: CheckContext<unknown>['subject']): Set<string> {
  const hosts = [facts.url, subject?.host ?? '', ...(subject?.aliases ?? [])].map(asciiHost);
  return new Set(hosts.filter((host) => host !== ''));
}
