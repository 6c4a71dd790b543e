// Decides which inspection a page belongs to and what a new one would be about. Pure.
import type { PageDescription } from '@/lib/client/client';
import { subjectsOfPage } from '@/lib/desk/page-subjects';
import type { Subject } from '@/lib/model/session';
import { isHomePath } from '@/lib/text/home-path';
import { siteNameIn } from '@/lib/text/site-name';

/** Lower-case host of an http(s) address without port; undefined for all others. */
export function hostOf(url: string): string | undefined {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed.hostname.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

/** The registered subject that owns a host: equal to its host or an alias, or below one of them. Most specific first. */
export function subjectForHost(subjects: readonly Subject[], host: string): Subject | undefined {
  const owned = subjects.flatMap((subject) =>
    [subject.host, ...subject.aliases]
      .filter((own): own is string => own !== undefined && own !== '')
      .map((own) => ({ subject, own: own.toLowerCase() }))
      .filter(({ own }) => host === own || host.endsWith(`.${own}`)),
  );
  owned.sort((a, b) => b.own.length - a.own.length);
  return owned[0]?.subject;
}

/** What the register knows of a page: the subject that owns it, or else the accounts of the platform to choose from. */
export function subjectsForPage(
  subjects: readonly Subject[],
  url: string,
): { owner: Subject | undefined; candidates: Subject[] } {
  const host = hostOf(url);
  if (host === undefined) return { owner: undefined, candidates: [] };
  const accounts = subjectsOfPage(subjects, { host, url }).filter(
    ({ subject }) => subject.kind === 'new-media',
  );
  const told = accounts.find(({ sure }) => sure);
  if (told) return { owner: told.subject, candidates: [] };
  const sites = subjects.filter(({ kind }) => kind === 'website');
  return { owner: subjectForHost(sites, host), candidates: accounts.map(({ subject }) => subject) };
}

/** A subject made from the page alone. `name` is what the inspector left in the form. */
export function adHocSubject(
  page: PageDescription,
  form: { name: string; siteIdCode: string; hasServices: boolean },
): Omit<Subject, 'id'> {
  const host = hostOf(page.url);
  const code = form.siteIdCode.trim();
  return {
    kind: 'website',
    name: form.name.trim(),
    url: new URL('/', page.url).href,
    ...(host === undefined ? {} : { host }),
    aliases: [],
    ...(code === '' ? {} : { siteIdCode: code }),
    adHoc: true,
    hasServices: form.hasServices,
  };
}

/** The name proposed for the page's site: its SiteName tag, else what its title calls the site, else its host. */
export function proposedName(page: PageDescription): string {
  const home = URL.canParse(page.url) && isHomePath(new URL(page.url).pathname);
  return page.siteName?.trim() || siteNameIn(page.title, home) || hostOf(page.url) || '';
}
