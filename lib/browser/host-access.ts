// Which origins belong to a site, and whether the user has granted them.
import { browser } from 'wxt/browser';

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
