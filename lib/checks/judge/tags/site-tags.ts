// Compares the site's tags with what else is known of the site: its address, its codes on the page, the register.
import type { PageFacts } from '@/lib/model/page-facts';
import type { Subject } from '@/lib/model/session';
import { comparable, fold } from '@/lib/text/fold';
import { asciiHost, isIntranetHost, isIpHost, isSameSite } from '@/lib/text/hosts';
import { isSiteCode } from '@/lib/text/site-code';
import { framesOf } from '../identity/candidate';
import { codeSources } from '../identity/codes';
import { findErrorEntries } from '../identity/error-entry';
import { findSponsor } from '../identity/foot-text';
import { findPrintedCodes } from '../identity/numbers';

/** Without `kind` it is only a remark. */
export interface SiteDoubt {
  kind?: 'wrong-domain' | 'wrong-code' | 'wrong-name';
  outcome: 'fail' | 'review';
  message: string;
  expected: string;
  found: string;
  note: string;
}

/** SiteDomain against the page's host and the subject's hosts; a scheme, a port or a path beside the host is a remark. */
export function domainDoubt(
  value: string,
  pageUrl: string,
  subject?: Pick<Subject, 'host' | 'aliases'> & Partial<Pick<Subject, 'adHoc'>>,
): SiteDoubt | undefined {
  const written = fold(value).trim();
  const host = /^[^\s,;，；、]+$/.test(written) ? asciiHost(written.replace(/^\/\//, 'http://')) : '';
  const pageHost = asciiHost(pageUrl);
  const known = [subject?.host ?? '', ...(subject?.aliases ?? [])].map(asciiHost).filter(Boolean);
  const expected = known[0] ?? pageHost;
  const doubt = (outcome: 'fail' | 'review', message: string): SiteDoubt => ({
    kind: 'wrong-domain',
    outcome,
    message,
    expected,
    found: value,
    note: '与网站域名不符',
  });
  if (!/[.\]]/.test(host)) return doubt('fail', '网页标签 SiteDomain 不是域名。');
  const fits = [pageHost, ...known].some((own) => bare(own) === bare(host));
  if (fits) {
    const plain = written.toLowerCase().replace(/\.$/, '') === host || written.includes('[');
    return plain ? undefined : remark('SiteDomain', value, expected, '域名以外带有协议、端口或路径');
  }
  if (isIntranetHost(host)) return doubt('fail', `网页标签 SiteDomain 是内部地址 ${host}，不是网站域名。`);
  const own = [pageHost, ...known].some((other) => isSameSite(other, host));
  // Reached by number, or made from a page without a register: the page's own address proves little.
  const uncertain =
    own || isIpHost(pageHost) || isIpHost(host) || known.length === 0 || subject?.adHoc === true;
  return doubt(
    uncertain ? 'review' : 'fail',
    own
      ? `网页标签 SiteDomain 为 ${host}，与网站域名 ${expected} 不同，请核对是否填成了上级网站。`
      : `网页标签 SiteDomain 为 ${host}，与网站域名 ${expected} 不符。`,
  );
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}

function remark(tag: string, found: string, expected: string, note: string): SiteDoubt {
  return { outcome: 'review', message: `网页标签 ${tag}：${note}。`, expected, found, note };
}

/** SiteIDCode against the printed code, the find-error entry's code and the register's. */
export function codeDoubt(
  value: string,
  page: PageFacts,
  register: string | undefined,
): SiteDoubt | undefined {
  const code = fold(value).replace(/\s/g, '').toLowerCase();
  if (!isSiteCode(code))
    return {
      kind: 'wrong-code',
      outcome: 'fail',
      message: '网页标签 SiteIDCode 不是有效的网站标识码。',
      expected: '10位数字，或bm加8位数字',
      found: value,
      note: '标识码格式不正确',
    };
  const views = framesOf(page);
  const registered = (register ?? '').trim().toLowerCase();
  const sources = [
    ...codeSources(views, views.flatMap(findPrintedCodes), views.flatMap(findErrorEntries)),
    ...(isSiteCode(registered) ? [{ place: '台账', code: registered }] : []),
  ].filter(({ place }) => place !== '网页标签');
  if (sources.length === 0 || sources.some((source) => source.code === code)) {
    const against = sources.find((source) => source.place === '台账' && source.code !== code);
    return against ? differs(value, sources, 'review') : undefined;
  }
  // Two places that agree with each other outweigh the tag; one alone may be the wrong one.
  const agreed = sources.length >= 2 && new Set(sources.map((source) => source.code)).size === 1;
  return differs(value, sources, agreed ? 'fail' : 'review');
}

function differs(
  value: string,
  sources: readonly { place: string; code: string }[],
  outcome: 'fail' | 'review',
): SiteDoubt {
  const listed = sources.map(({ place, code }) => `${place}${code}`).join('，');
  return {
    kind: 'wrong-code',
    outcome,
    message: `网页标签 SiteIDCode 为 ${value}，与${listed}不一致。`,
    expected: listed,
    found: value,
    note: '与其他位置的标识码不一致',
  };
}

/** SiteName against the page's title, its sponsor and the register; only a look can settle it. */
export function nameDoubt(
  value: string,
  title: string,
  page: PageFacts,
  subjectName: string | undefined,
): SiteDoubt | undefined {
  const own = core(value);
  const sponsors = framesOf(page).flatMap(findSponsor);
  const names = [title, subjectName ?? '', ...sponsors.map((sponsor) => sponsor.value ?? '')]
    .map(core)
    .filter((name) => name.length >= 2);
  if (own.length >= 2 && (names.length === 0 || names.some((name) => alike(own, name)))) return undefined;
  const expected = subjectName || title.trim() || '网站名称';
  return {
    kind: 'wrong-name',
    outcome: 'review',
    message: `网页标签 SiteName 为“${value.slice(0, 60)}”，与网站名称不符，请核对。`,
    expected: expected.slice(0, 120),
    found: value,
    note: '与网站名称不符',
  };
}

/** The name without what every site's name may end with. */
function core(name: string): string {
  return comparable(name)
    .replace(/[·\-_|,，。.—“”"'《》()]/g, '')
    .replace(/^(?:欢迎访问|欢迎光临|中国)/, '')
    .replace(/(?:政务)?(?:门户|官方)?(?:网站|网|站)$|首页$/, '')
    .replace(/(?:门户|官方|政府|信息|政务公开|人民政府|政务)+$/, '');
}

function alike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}
