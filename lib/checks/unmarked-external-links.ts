// Links that lead away from government hosts without a leave-site prompt that the markup shows.
//
// Reading markup is seldom proof: a prompt may sit in an external script or be bound to the whole document. A link is a
// certain fail only where no such script is there; else it is a review, with the advice to click. The click itself is
// `unproved-leave-notice`: once it has run on the page, its word replaces the guess here, link by link, under the same
// finding key, so that nothing is said or counted twice.
import { z } from 'zod';
import wording, * as words from '@/lib/locale/zh-CN/checks/unmarked-external-links';
import type { LinkFact, LinkFacts } from '@/lib/model/facts/links';
import type { FrameFacts } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { ExternalLinksSummary } from '@/lib/model/summary';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { aliasEvidence } from './judge/alias-evidence';
import { type LeaveMark, leaveMark } from './judge/leave-mark';
import { isOwnHost, type LinkTarget, linkTarget } from './judge/link-target';
import { ownHosts } from './judge/own-hosts';
import { settleByClicks } from './judge/settle-by-clicks';

type External = Extract<LinkTarget, { kind: 'external' }>;

/** One external address on the page, judged; the same address used several times is one with several places. */
interface Judged {
  target: External;
  mark: LeaveMark;
  link: LinkFact;
  frame: string;
  /** External scripts of the frame, whose text is not known. */
  unread: number;
  /** true: no script of the frame can have put a prompt on the link. */
  certain: boolean;
  places: number;
}

export default defineCheck({
  id: 'unmarked-external-links',
  probes: ['links'],
  scope: 'page',
  settledBy: { check: 'unproved-leave-notice', settle: settleByClicks },
  params: z.object({}),
  run(facts, context) {
    const own = ownHosts(facts, context.subject);
    const skipped: Skip[] = [];
    const judged = new Map<string, Judged>();
    const counts = { total: 0, governmentHosts: 0 };
    for (const frame of facts.frames) {
      const seen = frame.facts.links;
      if (!seen) continue;
      if (isForeign(frame, own)) {
        if (seen.links.length > 0) skipped.push(words.foreignFrame(asciiHost(frame.url), seen.links.length));
        continue;
      }
      for (const link of seen.links) {
        const target = linkTarget(link.address, own, context.governmentHosts);
        if (target.kind === 'government') counts.governmentHosts += 1;
        if (target.kind !== 'external') continue;
        // Options, handlers and forms are judged, but only what a visitor sees as a link is counted as one.
        if (link.kind === 'anchor' || link.kind === 'area') counts.total += 1;
        add(judged, { target, link, mark: markOf(target, link, seen), seen, frame });
      }
    }
    const top = facts.frames.find((frame) => frame.top);
    const aliases = top?.facts.links ? aliasEvidence(top.facts.links, own) : new Map<string, string>();
    const all = [...judged.values()];
    const bare = all.filter(({ mark }) => mark.state !== 'marked');
    const outside = bare.filter(({ target }) => !aliases.has(target.host));
    const summary: ExternalLinksSummary = {
      ...counts,
      unmarked: bare.map(({ target, link, frame }) => ({
        href: target.address,
        host: target.host,
        text: link.text,
        selector: link.selector,
        ...(frame && { frame }),
      })),
      marked: all.flatMap(({ target, mark }) =>
        mark.state === 'marked' ? [{ href: target.address, host: target.host, how: mark.how }] : [],
      ),
    };
    return {
      ...(all.length === 0 && { outcome: 'inapplicable' as const }),
      findings: [
        ...outside.map((entry) => toFinding(entry, facts.url)),
        ...aliasFindings(bare, aliases, facts.url),
      ],
      skipped,
      summary,
    };
  },
});

/** A page of another site inside a frame: its links are not the inspected site's. */
function isForeign(frame: FrameFacts, own: ReadonlySet<string>): boolean {
  const host = frame.top ? '' : asciiHost(/^https?:/i.test(frame.url) ? frame.url : '');
  return host !== '' && !isOwnHost(host, own);
}

function markOf(target: External, link: LinkFact, seen: LinkFacts): LeaveMark {
  if (target.via !== undefined) return { state: 'marked', how: words.marks.interstitial(target.via) };
  return leaveMark(link, seen);
}

interface Seen {
  target: External;
  link: LinkFact;
  mark: LeaveMark;
  seen: LinkFacts;
  frame: FrameFacts;
}

/** Marked and unmarked uses of one address stay apart: one bare link is enough to leave without a prompt. */
function add(judged: Map<string, Judged>, { target, link, mark, seen, frame }: Seen): void {
  const key = `${mark.state === 'marked'} ${target.address}`;
  const known = judged.get(key);
  if (!known) {
    const unread = seen.externalScripts.length;
    const certain = unread === 0 && !seen.listensWidely;
    judged.set(key, { target, mark, link, frame: frame.top ? '' : frame.url, unread, certain, places: 1 });
    return;
  }
  known.places += 1;
  // The clearest case stands for all: a certain one is worth more than one to look at.
  if (known.mark.state === 'not-provable' && mark.state === 'unmarked')
    Object.assign(known, { mark, link, frame: frame.top ? '' : frame.url });
}

function toFinding(
  { target, mark, link, frame, unread, certain, places }: Judged,
  url: string,
): FindingDraft {
  const what = words.kindNames[link.kind](link.text);
  const { host } = target;
  const base = {
    item: target.address,
    group: words.group(host),
    expected: words.messages.expected,
    found: unread > 0 ? words.messages.scriptsUnread(unread) : words.messages.nothingSeen,
    advice: wording.advice,
    locator: { url, frame, selector: link.selector, ...(link.text && { text: link.text }) },
  };
  if (target.ambiguous !== undefined)
    return {
      ...base,
      kind: 'ambiguous-host',
      outcome: 'review',
      message: words.messages.ambiguous(what, host, places, target.ambiguous),
    };
  if (mark.state === 'not-provable')
    return {
      ...base,
      kind: 'not-provable',
      outcome: 'review',
      message: words.messages.notProvable(what, host, places, mark.why),
    };
  const message = words.messages.unmarked(what, host, places);
  if (certain) return { ...base, kind: 'unmarked', outcome: 'fail', message };
  return { ...base, kind: 'unmarked', outcome: 'review', message: message + words.messages.clickToProve };
}

/** One offer per host that the page calls its own: the inspector may enter it as a name of the site. */
function aliasFindings(
  bare: readonly Judged[],
  aliases: ReadonlyMap<string, string>,
  url: string,
): FindingDraft[] {
  return [...aliases].flatMap(([host, why]) => {
    const links = bare.filter(({ target }) => target.host === host);
    const [first] = links;
    if (!first) return [];
    const places = links.reduce((sum, entry) => sum + entry.places, 0);
    return [
      {
        kind: 'own-alias',
        item: host,
        outcome: 'review' as const,
        group: words.group(host),
        message: words.messages.ownAlias(host, why, places),
        locator: { url, frame: first.frame, selector: first.link.selector },
      },
    ];
  });
}
