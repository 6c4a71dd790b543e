// Recognises the addresses behind identity marks: certificate, find-error entry, filing registers; hosts by suffix only.

/** A certificate of the government-site mark, or the script that draws the mark. */
export interface MarkAddress {
  kind: 'certificate' | 'script';
  id: string;
  /** false: not on conac.cn (relay or own copy). */
  official: boolean;
}

/** An entry to “我为政府网站找错”. */
export interface ErrorEntryAddress {
  /** Site code in the address, '' when none. */
  code: string;
  host: 'current' | 'retired' | 'other';
  /** Page that the report would name; '' when none. */
  page: string;
}

export type FilingRegister = 'miit' | 'miit-retired' | 'police' | 'other' | 'none';

/** Host of an address, lower case; '' for relative, script and unreadable addresses. */
export function addressHost(address: string): string {
  const text = address.trim().replace(/^\/\//, 'http://');
  if (!/^https?:\/\//i.test(text)) return '';
  try {
    return new URL(text).hostname.toLowerCase().replace(/\.$/, '');
  } catch {
    return '';
  }
}

/** true when `host` is `suffix` or lies below it. */
export function hostBelow(host: string, suffix: string): boolean {
  return host === suffix || host.endsWith(`.${suffix}`);
}

/** The mark behind an address or a piece of script, or null. */
export function markAddressOf(address: string): MarkAddress | null {
  const text = decoded(address);
  const certificate = /(?:https?:)?\/\/[^\s'"<>]*\/sitename\?[^\s'"<>]*?\bid=([0-9a-f]{32})\b/i.exec(text);
  if (certificate)
    return { kind: 'certificate', id: certificate[1] ?? '', official: onConac(certificate[0]) };
  const loose = /(?:https?:)?\/\/bszs\.conac\.cn[^\s'"<>]*/i.exec(text);
  if (loose) {
    const id = /\bid=([\w-]+)/i.exec(loose[0])?.[1] ?? '';
    return { kind: 'certificate', id, official: onConac(loose[0]) };
  }
  const script = /[^\s'"<>]*\/js\/\d{2}\/\d{2,4}\/\d{3,5}\/\d{6,10}\/(CA\d{15,24})\w*\.js/i.exec(text);
  if (script) return { kind: 'script', id: script[1] ?? '', official: onConac(script[0].trim()) };
  const copy = /(?:^|[/\\'"])(CA\d{15,24})\.js/i.exec(text);
  if (copy) return { kind: 'script', id: copy[1] ?? '', official: false };
  return null;
}

function onConac(address: string): boolean {
  return hostBelow(addressHost(address), 'conac.cn');
}

const RETIRED_ENTRY_HOSTS = ['pucha.kaipuyun.cn', '121.43.68.40'];

/** The find-error entry behind an address, a handler or a piece of script, or null. */
export function errorEntryOf(address: string): ErrorEntryAddress | null {
  const text = decoded(address);
  const link =
    /(?:(?:https?:)?\/\/)?[^\s'"<>()]*(?:exposure\/jiucuo\.html?|[?&]site_?code=(?:bm)?\d+)[^\s'"<>]*/i.exec(
      text,
    );
  if (link) {
    const code = /site_?code=\s*((?:bm)?\d+)/i.exec(link[0])?.[1] ?? '';
    // A site code in the query of any other page is a search or a statistic, not the entry.
    if (!/jiucuo|exposure|zhaocuo|zfwzgl/i.test(link[0]) && hostKind(link[0]) === 'other') {
      return code && /site_code=/i.test(link[0]) && /url=/i.test(link[0])
        ? { code, host: 'other', page: pageOf(link[0]) }
        : null;
    }
    return { code, host: hostKind(link[0]), page: pageOf(link[0]) };
  }
  const handler = /\bLink\(\s*(?:['"‘’]|&#0?39;)*\s*((?:bm)?\d{8,10})/i.exec(text);
  if (handler) return { code: handler[1] ?? '', host: 'current', page: '' };
  return null;
}

/** true for the address of the entry's script under any host, name and copy suffix. */
export function isErrorEntryScript(src: string): boolean {
  return /(?:^|\/)jiucuo[\w.-]*\.js/i.test(decoded(src));
}

/** Which host serves an address of the entry. */
export function hostKind(address: string): ErrorEntryAddress['host'] {
  const host = addressHost(address);
  if (hostBelow(host, 'zfwzgl.www.gov.cn')) return 'current';
  return RETIRED_ENTRY_HOSTS.some((retired) => hostBelow(host, retired)) ? 'retired' : 'other';
}

function pageOf(address: string): string {
  const raw = /[?&]url=([^&'"]*)/i.exec(address)?.[1] ?? '';
  return decoded(raw);
}

/** Which filing register a link leads to. */
export function filingRegisterOf(href: string): FilingRegister {
  const host = addressHost(href);
  if (!host) return 'none';
  if (hostBelow(host, 'beian.miit.gov.cn')) return 'miit';
  if (['miibeian.gov.cn', 'miitbeian.gov.cn'].some((retired) => hostBelow(host, retired)))
    return 'miit-retired';
  // People also write www.beian.miit.gov.cn, which the suffix rule above covers.
  if (hostBelow(host, 'beian.gov.cn') || hostBelow(host, 'beian.mps.gov.cn')) return 'police';
  return 'other';
}

/** The record code a police register link asks for; '' when none. */
export function recordCodeOf(href: string): string {
  const match = /(?:recordcode|[?&#/]code)=([^&#]*)/i.exec(decoded(href));
  return match?.[1]?.trim() ?? '';
}

function decoded(text: string): string {
  let result = text;
  if (/%[0-9a-f]{2}/i.test(result)) {
    result = result.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})/gi, (whole, wide: string, narrow: string) => {
      const code = Number.parseInt(wide ?? narrow, 16);
      return code < 128 ? String.fromCharCode(code) : whole;
    });
  }
  return result.replace(/&amp;/gi, '&').replace(/&#0?39;|&apos;/g, "'");
}
