// Which hosts count as government ones when external links are judged, and which are the official identity marks.
import { asciiHost, isIpHost, isUnder } from './hosts';

/** *.gov.cn, *.政务 and *.公益, the last two as punycode. */
const GOVERNMENT_SUFFIXES = ['gov.cn', 'xn--zfr164b', 'xn--55qw42g'];

/**
 * true: a government host. `extra` are suffixes of the user's own list (Unicode or punycode, with or without
 * leading dot or `*.`).
 */
export function isGovernmentHost(host: string, extra: readonly string[] = []): boolean {
  return (
    GOVERNMENT_SUFFIXES.some((suffix) => isUnder(host, suffix)) ||
    extra.some((entry) => isUnder(host, asciiHost(entry.replace(/^\*?\./, ''))))
  );
}

/** Hosts of the marks every government site must carry: their links are never external links in the rule's sense. */
const MARK_HOSTS = ['conac.cn', 'beian.miit.gov.cn', 'beian.gov.cn', 'beian.mps.gov.cn', 'miibeian.gov.cn'];

/** true: the address is that of an identity mark (government-site mark, filing, find-error entry). */
export function isIdentityMark(address: URL): boolean {
  const host = asciiHost(address.host);
  if (MARK_HOSTS.some((suffix) => isUnder(host, suffix))) return true;
  // The find-error entry is served by several relays; its path is the same everywhere.
  return /\/exposure\/jiucuo\d*\.html?$/i.test(address.pathname);
}

/**
 * Hosts of which the rule does not say whether they are external: government bodies outside gov.cn, schools,
 * academies, associations, reporting hotlines, the army.
 */
const AMBIGUOUS_SUFFIXES = [
  'gov.hk',
  'gov.mo',
  'edu.cn',
  'ac.cn',
  'org.cn',
  'mil.cn',
  '12377.cn',
  '12321.cn',
];

/** Why a person must decide about the host, in plain Chinese; undefined when it is clear. */
export function ambiguity(host: string): string | undefined {
  if (isIpHost(host)) return '该地址直接使用 IP，看不出属于哪个单位';
  if (AMBIGUOUS_SUFFIXES.some((suffix) => isUnder(host, suffix)))
    return '该域名可能属于政府机构、事业单位或社会组织，是否按外部网站对待由指标口径决定';
  if (/\.gov(\.[a-z]{2})?$/.test(host) && !isUnder(host, 'gov.cn')) return '该域名属于境外或港澳台政府机构';
  if (/^(www\.)?12\d{3}(\.[a-z]+)*\.(cn|com|com\.cn|net)$/.test(host)) return '该域名疑为政务热线或举报平台';
  return undefined;
}
