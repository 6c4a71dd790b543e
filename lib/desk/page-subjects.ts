// Which subjects a web page belongs to. Hundreds of accounts share one platform host, so an account is told by its address. Pure.
import type { Subject } from '@/lib/model/session';

export interface PageSubject {
  subject: Subject;
  /** false: an account of this platform, but the page's address does not tell whether it is this one. */
  sure: boolean;
}

/**
 * Subjects that own the page. Websites own their hosts. Of the accounts on the host those whose address the page's
 * begins with, the longest first of all; when no address tells, every account of the host, none of them sure.
 * @param url the page's address; left out = only the host is known
 */
export function subjectsOfPage(
  subjects: readonly Subject[],
  { host, url }: { host: string; url?: string | undefined },
): PageSubject[] {
  const here = subjects.filter((subject) => ownsHost(subject, host));
  const sites = here.filter(({ kind }) => kind === 'website').map((subject) => ({ subject, sure: true }));
  const accounts = here.filter(({ kind }) => kind === 'new-media');
  const fits = accounts.map((subject) => ({ subject, fit: url === undefined ? -1 : fitOf(subject, url) }));
  const best = Math.max(-1, ...fits.map(({ fit }) => fit));
  const alone = accounts.length === 1 && (best >= 0 || !hasPath(accounts[0]));
  if (best > 0 || alone) {
    const told = fits.filter(({ fit }) => fit === best);
    return [...sites, ...told.map(({ subject }) => ({ subject, sure: true }))];
  }
  return [...sites, ...accounts.map((subject) => ({ subject, sure: false }))];
}

/** true when the host is the subject's, one of its aliases, or lies below one of them. Ports do not matter. */
export function ownsHost(subject: Subject, host: string): boolean {
  const asked = withoutPort(host);
  const address = subject.kind === 'new-media' ? parse(subject.url)?.hostname : undefined;
  return [subject.host, address, ...subject.aliases].some((own) => {
    const known = own && withoutPort(own);
    return known && (asked === known || asked.endsWith(`.${known}`));
  });
}

/** How much of the page's address the account's explains; 0 = the whole platform, -1 = another account. */
function fitOf(subject: Subject, url: string): number {
  const own = parse(subject.url);
  const page = parse(url);
  if (!own || !page) return -1;
  // Articles of an official WeChat account lie at other paths than its profile, but name the account.
  const account = own.searchParams.get('__biz');
  if (account) return page.searchParams.get('__biz') === account ? account.length : -1;
  const steps = stepsOf(own);
  const taken = stepsOf(page);
  if (!steps.every((step, index) => taken[index] === step)) return -1;
  for (const [name, value] of own.searchParams) if (page.searchParams.get(name) !== value) return -1;
  return steps.join('/').length + own.search.length;
}

function hasPath(subject: Subject | undefined): boolean {
  const own = parse(subject?.url);
  return own !== undefined && (stepsOf(own).length > 0 || own.search !== '');
}

function stepsOf({ pathname }: URL): string[] {
  return pathname.split('/').filter((step) => step !== '');
}

function parse(url: string | undefined): URL | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
  return new URL(url);
}

function withoutPort(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
