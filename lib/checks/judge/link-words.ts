// Puts the answer of one address into the sentences that an inspector reads.
import type { LinkJudgement } from '@/lib/link-status/classify';
import { doubts, found, messages, named, places } from '@/lib/locale/zh-CN/checks/dead-links';
import type { LinkStatus, LinkTarget } from '@/lib/model/facts/link-status';
import { shanghaiDay } from '@/lib/text/days';
import { asciiHost } from '@/lib/text/hosts';

/** What a person would call it: its words, else its file name, else its host. */
export function nameOf({ kind, text, url, places: count }: LinkTarget): string {
  return `${named(kind, (text || fileName(url)).slice(0, 40))}${places(count)}`;
}

function fileName(url: string): string {
  const { pathname, hostname } = new URL(url);
  const name = /([^/]+)\/?$/.exec(pathname)?.[1] ?? hostname;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** One sentence on what a visitor meets. */
export function sentenceOf(
  what: string,
  target: Pick<LinkTarget, 'url'>,
  answer: LinkStatus,
  judgement: LinkJudgement,
): string {
  const host = asciiHost(target.url);
  switch (judgement.class) {
    case 'broken':
      if (answer.error === 'dns') return messages.dns(what, host);
      return answer.error ? messages.refused(what, host) : messages.status(what, answer.status ?? 0);
    case 'certificate':
      return judgement.certain ? messages.certificate(what, host) : messages.untrusted(what, host);
    case 'soft-404':
      return answer.gone ? messages.gone(what, answer.gone.words) : messages.errorPage(what);
    case 'home-redirect':
      return messages.home(what);
    case 'other-site':
      return messages.otherSite(what, asciiHost(answer.leadsTo ?? answer.finalUrl ?? target.url));
    case 'page-for-file':
      return messages.pageForFile(what);
    default:
      return messages.unsure(what, doubtOf(answer));
  }
}

/** Why the answer leaves it open; equal for equal reasons. */
export function doubtOf({ error, status }: LinkStatus): string {
  if (error === 'certificate' || error === 'untrusted') return doubts.network;
  if (error) return doubts[error];
  return status === 202 ? doubts.challenge : doubts.status(status ?? 0);
}

/** Address, way, time: what the unit needs to see the same. */
export function foundOf(answer: LinkStatus): string {
  const end = answer.leadsTo ?? answer.finalUrl ?? answer.url;
  const steps = answer.redirects ?? [];
  const way =
    steps.length > 0 ? found.chain(steps, end) : end === answer.url ? answer.url : `${answer.url} → ${end}`;
  const minute = `${shanghaiDay(answer.at)} ${shanghaiTime(answer.at)}`;
  return `${way}；${found.answered(minute, answer.ms, answer.tries)}`;
}

function shanghaiTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);
}
