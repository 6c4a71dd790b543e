// Reads an address the way a browser would, and the way its author meant it when it carries two schemes.

export interface LinkAddress {
  /** Absolute http(s) address; '' for anything else (`javascript:`, `mailto:`, fragments that cannot be read …). */
  address: string;
  /** true: something had to be put right. */
  malformed: boolean;
}

const NONE: LinkAddress = { address: '', malformed: false };

/** `written` as it stands in the page, `base` the document's base address. */
export function readLinkAddress(written: string, base: string): LinkAddress {
  // Tabs and line breaks inside are dropped by browsers as well.
  const text = written.replace(/[\t\n\r]/g, '').trim();
  const doubled = /^https?:\/*(https?:\/\/.*)$/i.exec(text)?.[1];
  const address = resolve(doubled ?? text, base);
  if (!address) return NONE;
  return { address, malformed: doubled !== undefined || /^[^?#]*\\/.test(text) };
}

function resolve(text: string, base: string): string {
  if (/^#/.test(text)) return '';
  try {
    const url = new URL(text, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '';
  } catch {
    return '';
  }
}

const SCRIPT_CALL =
  /(?:\bopen|\blocation\s*\.\s*(?:assign|replace))\s*\(\s*(["'`])(.*?)\1|\blocation(?:\s*\.\s*href)?\s*=\s*(["'`])(.*?)\3/gs;
const ADDRESS_LITERAL = /(["'`])(\s*(?:https?:)?\/\/[^"'`\s]{3,})\1/gi;

/**
 * Addresses that an inline handler names: what it opens (`window.open('…')`, `location = '…'`) and every text literal
 * that is a whole address, for handlers that hand it to a function of the page. Nothing is run.
 */
export function addressesInHandler(code: string): string[] {
  const found = new Set<string>();
  for (const match of code.matchAll(SCRIPT_CALL)) {
    const literal = match[2] ?? match[4] ?? '';
    if (literal.trim()) found.add(literal.trim());
  }
  for (const match of code.matchAll(ADDRESS_LITERAL)) if (match[2]) found.add(match[2].trim());
  return [...found];
}

const INTERSTITIAL_PARAMETER =
  /^(url|u|to|target|targeturl|link|linkurl|href|go|goto|jump|redirect|redirecturl|out|outurl)$/i;

/**
 * The address that an own intermediate page leads on to (`/link.html?url=https%3A%2F%2F…` → the inner one), or ''.
 * Only whole http(s) addresses count.
 */
export function interstitialTarget(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return '';
  }
  for (const [name, value] of url.searchParams)
    if (INTERSTITIAL_PARAMETER.test(name) && /^https?:\/\/[^/]/i.test(value.trim()))
      return resolve(value.trim(), address);
  return '';
}
