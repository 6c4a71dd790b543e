// Whether a link leaves the government's and the site's own hosts.
import { ambiguity, isGovernmentHost, isIdentityMark } from '@/lib/text/government-hosts';
import { asciiHost, isSameSite, isUnder } from '@/lib/text/hosts';
import { interstitialTarget } from '@/lib/text/link-address';

export type LinkTarget =
  | { kind: 'own' | 'government' | 'mark' }
  /** `via`: path of the own intermediate page in front. `ambiguous`: why a person must decide about the host. */
  | { kind: 'external'; address: string; host: string; via?: string; ambiguous?: string };

/** `own` are hosts as `asciiHost` gives them; `governmentHosts` the user's own list of suffixes. */
export function linkTarget(
  address: string,
  own: ReadonlySet<string>,
  governmentHosts: readonly string[],
): LinkTarget {
  const url = new URL(address);
  const host = asciiHost(url.host);
  const isOwn = isOwnHost(host, own);
  if (isOwn || isGovernmentHost(host, governmentHosts)) {
    const inner = isOwn ? interstitialTarget(address) : '';
    const beyond = inner ? linkTarget(inner, own, governmentHosts) : undefined;
    if (beyond?.kind === 'external') return { ...beyond, via: url.pathname };
    return { kind: isOwn ? 'own' : 'government' };
  }
  if (isIdentityMark(url)) return { kind: 'mark' };
  const ambiguous = ambiguity(host);
  return { kind: 'external', address: linkItem(url), host, ...(ambiguous && { ambiguous }) };
}

/** The site itself: same registered domain, or a host under one of its own names. */
export function isOwnHost(host: string, own: ReadonlySet<string>): boolean {
  for (const name of own) if (isUnder(host, name) || isSameSite(host, name)) return true;
  return false;
}

/** Address by which a link's target is known over runs: without fragment, unless the fragment is a route. */
function linkItem(url: URL): string {
  const copy = new URL(url.href);
  if (!/^#[!/]/.test(copy.hash)) copy.hash = '';
  return copy.href;
}
