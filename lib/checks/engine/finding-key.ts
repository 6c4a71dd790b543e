// Stable names for findings: they survive redesigns and drive merging, comparison and rectification.

/**
 * Keys of a finding: check + normalised page + kind + item (`key`), and the same without the page (`siteKey`).
 * Never a DOM path. Normalised page: scheme, fragment, default port and trailing index file dropped, host lower-cased,
 * query parameters sorted.
 */
export function findingKeys(checkId: string, pageUrl: string, kind: string, item: string) {
  return {
    key: `${checkId}:${hash(JSON.stringify([normalisePage(pageUrl), kind, item]))}`,
    siteKey: `${checkId}:${hash(JSON.stringify([kind, item]))}`,
  };
}

export function normalisePage(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return url;
  }
  parsed.searchParams.sort();
  const path = parsed.pathname.replace(/\/(index|default)\.(s?html?|jsp|aspx?|php)$/i, '/');
  return `${parsed.host.toLowerCase()}${path}${parsed.search}`;
}

/** 64 bits of cyrb-style mixing as 16 hex digits: fast, synchronous, stable; not for security. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b >>> 0).toString(16).padStart(8, '0') + (a >>> 0).toString(16).padStart(8, '0');
}
