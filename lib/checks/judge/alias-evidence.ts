// Hosts that a page itself calls its own although the register does not know them: offered to the inspector, never assumed.
import { aliasEvidence as words } from '@/lib/locale/zh-CN/checks/unmarked-external-links';
import type { LinkFacts } from '@/lib/model/facts/links';
import { isGovernmentHost } from '@/lib/text/government-hosts';
import { asciiHost, isIpHost } from '@/lib/text/hosts';
import { isOwnHost } from './link-target';

const HOME = /^(?:网站|返回|回到)?首\s*页$|^返回主站$|^(?:网站|站点)地图$/;

/**
 * Hosts outside the known ones that the top document names as its own, with the reason in plain Chinese. `own` are
 * hosts as `asciiHost` gives them. Government hosts need no such proof.
 */
export function aliasEvidence(
  seen: Pick<LinkFacts, 'links' | 'ownNames'>,
  own: ReadonlySet<string>,
): Map<string, string> {
  const found = new Map<string, string>();
  const add = (written: string, why: string) => {
    const host = asciiHost(written);
    if (!host.includes('.') || isIpHost(host) || isGovernmentHost(host) || isOwnHost(host, own)) return;
    if (!found.has(host)) found.set(host, why);
  };
  for (const { written, by } of seen.ownNames ?? []) add(written, words[by]);
  for (const { kind, address, text } of seen.links)
    if (kind === 'anchor' && HOME.test(text)) add(address, words.entry(text));
  return found;
}
