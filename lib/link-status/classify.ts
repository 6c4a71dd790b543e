// Says what an answer means for a visitor: fine, broken, somewhere else, or not to be told from here.
import type { LinkStatus, LinkTarget } from '@/lib/model/facts/link-status';
import { isGovernmentHost } from '@/lib/text/government-hosts';
import { asciiHost, isSameSite, isUnder } from '@/lib/text/hosts';
import { interstitialTarget } from '@/lib/text/link-address';
import { SHORT_TEXT } from './page-signs';

/** 'page-for-file': a page came in place of an attachment or picture. */
export type LinkClass =
  | 'ok'
  | 'broken'
  | 'certificate'
  | 'soft-404'
  | 'home-redirect'
  | 'other-site'
  | 'page-for-file'
  | 'unsure';

export interface LinkJudgement {
  class: LinkClass;
  /** true: certain; false: a person must look. Meaningless for 'ok'. */
  certain: boolean;
}

/** What is known beyond the one answer. */
export interface Surroundings {
  /** Hosts of the inspected site, as `asciiHost` gives them. */
  own: ReadonlySet<string>;
  /** The user's own list of government suffixes. */
  governmentHosts: readonly string[];
  /** Origins that answered some request, whatever they said. */
  answering: ReadonlySet<string>;
}

const OK: LinkJudgement = { class: 'ok', certain: true };
const UNSURE: LinkJudgement = { class: 'unsure', certain: false };
/** Answers of shields and gateways: a person with a browser may well get in. */
const SHIELDS = new Set([401, 403, 405, 406, 407, 408, 412, 418, 421, 425, 428, 429, 451]);

/** Origins with an answer; when there is none at all, the trouble may be on this side. */
export function answeringOrigins(statuses: readonly LinkStatus[]): Set<string> {
  return new Set(statuses.filter(({ status }) => status !== undefined).map(({ url }) => new URL(url).origin));
}

export function classify(
  target: Pick<LinkTarget, 'url' | 'kind'>,
  answer: LinkStatus,
  around: Surroundings,
): LinkJudgement {
  if (answer.error) return byError(answer, around);
  const status = answer.status ?? 0;
  if (status === 404 || status === 410) return { class: 'broken', certain: true };
  if (SHIELDS.has(status)) return UNSURE;
  // 520 and up are invented by shields and networks in between, not by the site.
  if (status >= 520) return UNSURE;
  if (status >= 500) return { class: 'broken', certain: true };
  // 202 with a script is how one common shield asks for a browser.
  if (status >= 400 || status === 202 || status < 200) return UNSURE;
  return byContent(target, answer, around);
}

function byError(answer: LinkStatus, { answering }: Surroundings): LinkJudgement {
  const reachable = answering.size > 0;
  switch (answer.error) {
    case 'dns':
      return { class: 'broken', certain: reachable };
    case 'refused':
      // A host that answered before and then refuses may be refusing us only.
      if (answering.has(new URL(answer.url).origin)) return UNSURE;
      return { class: 'broken', certain: reachable };
    case 'certificate':
      return { class: 'certificate', certain: true };
    case 'untrusted':
      // Which issuers are known differs between computers.
      return { class: 'certificate', certain: false };
    default:
      return UNSURE;
  }
}

function byContent(
  target: Pick<LinkTarget, 'url' | 'kind'>,
  answer: LinkStatus,
  around: Surroundings,
): LinkJudgement {
  const { gone, textLength = 0 } = answer;
  const asked = new URL(target.url);
  const final = new URL(answer.finalUrl ?? target.url);
  const shortText = textLength <= SHORT_TEXT;
  if (gone) return { class: 'soft-404', certain: shortText };
  if (answer.finalUrl && isErrorPath(final) && !isErrorPath(asked))
    return { class: 'soft-404', certain: false };
  const lead = answer.leadsTo ? new URL(answer.leadsTo) : undefined;
  if (lead && isErrorPath(lead)) return { class: 'soft-404', certain: false };
  const end = lead ?? final;
  if (end.href !== asked.href) {
    const elsewhere = isElsewhere(asked, end, around);
    if (elsewhere) return { class: 'other-site', certain: false };
    if (isHome(end) && !isHome(asked)) return { class: 'home-redirect', certain: false };
  }
  if (target.kind !== 'link' && answer.type && /^(text\/html|application\/xhtml\+xml)$/.test(answer.type))
    return { class: 'page-for-file', certain: false };
  return OK;
}

/** Ends at a registered domain that is neither the one asked for, nor the site's own, nor a government's. */
function isElsewhere(asked: URL, end: URL, { own, governmentHosts }: Surroundings): boolean {
  const from = asciiHost(asked.host);
  const to = asciiHost(end.host);
  if (isSameSite(from, to) || isGovernmentHost(to, governmentHosts)) return false;
  for (const host of own) if (isUnder(to, host) || isSameSite(to, host)) return false;
  // An intermediate page that names its goal goes where it says.
  const goal = interstitialTarget(asked.href);
  return !(goal && isSameSite(asciiHost(goal), to));
}

function isHome({ pathname, hash }: URL): boolean {
  // A route in the fragment is a page of its own.
  return (
    /^\/(index|default|home|main)?(\.(s?html?|jsp|aspx?|php|do))?$/i.test(pathname) && !/^#[!/]/.test(hash)
  );
}

function isErrorPath({ pathname }: URL): boolean {
  return /\/(404|410|error(page)?|err(or)?[-_]?404|page[-_]?404|not[-_]?found)(\.\w{2,5})?\/?$/i.test(
    pathname,
  );
}
