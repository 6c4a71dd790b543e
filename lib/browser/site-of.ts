// Which site an address belongs to, in a file of its own: it brings the list of public suffixes, which the panel's first picture can do without.
import { registrableDomain } from '@/lib/text/hosts';

/** Registrable domain of an address (`x.gov.cn`), or its host where there is none (IP address, localhost). */
export function siteOf(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'http:' && protocol !== 'https:') return null;
    return registrableDomain(hostname) ?? hostname;
  } catch {
    return null;
  }
}
