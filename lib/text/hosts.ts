// Comparing hosts the way browsers do: by whole labels from the right, never by substring.
import { getDomain } from 'tldts';

/**
 * Host in the form that addresses carry: lower case, punycode, no port, no trailing dot, IPv6 in brackets.
 * Accepts a bare host, a host with port, or a whole address; '' when it is none.
 */
export function asciiHost(text: string): string {
  const trimmed = text.trim();
  if (!trimmed) return '';
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  try {
    return new URL(address).hostname.replace(/\.$/, '');
  } catch {
    return '';
  }
}

/** true: `host` is `suffix` or lies under it. Both as `asciiHost` gives them. */
export function isUnder(host: string, suffix: string): boolean {
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
}

/** The part of a host that is registered (`a.b.com.cn` → `b.com.cn`); null for IP addresses and single labels. */
export function registrableDomain(host: string): string | null {
  // Private suffixes count: two customers of one hosting company are two sites.
  return getDomain(host, { allowPrivateDomains: true });
}

/** true: both hosts belong to one registered domain, or are the same host. */
export function isSameSite(host: string, other: string): boolean {
  if (host === other) return host !== '';
  const domain = registrableDomain(host);
  return domain !== null && domain === registrableDomain(other);
}

/** true for IPv4 and bracketed IPv6 hosts. */
export function isIpHost(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/**
 * true: the host exists only on a local network or on one computer: private and loopback ranges (RFC 1918, 4193,
 * 3927, 1122), localhost, single labels, and the names reserved for local use.
 */
export function isIntranetHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(host);
  if (isIpHost(host)) {
    const [a = 0, b = 0] = host.split('.').map(Number);
    return (
      a === 10 ||
      a === 127 ||
      a === 0 ||
      (a === 172 && b >= 16 && b <= 31) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254)
    );
  }
  if (host === '') return false;
  return !host.includes('.') || /\.(local|localhost|localdomain|lan|intranet|internal|home|corp)$/.test(host);
}
