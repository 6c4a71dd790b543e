// Which origins belong to the inspected site, and whether the user has granted them.
import { browser } from 'wxt/browser';
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

/** true for an address that a site can have; far cheaper than `siteOf`. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** Match patterns for a site and its sub-domains. */
export function originsOf(site: string): string[] {
  const host = /^[\d.]+$|:|^localhost$/.test(site) ? site : `*.${site}`;
  return [`http://${host}/*`, `https://${host}/*`];
}

export function isGranted(site: string): Promise<boolean> {
  return browser.permissions.contains({ origins: originsOf(site) });
}

/** Shows the browser's question. Must be called in a click; may stay pending as long as the question is open. */
export function requestGrant(site: string): Promise<boolean> {
  return browser.permissions.request({ origins: originsOf(site) });
}
