// Pictures that visitors cannot see: not loaded, or addressed so that only their author could load them.
import { z } from 'zod';
import wording, {
  groups,
  type ImageProblem,
  kindNames,
  notes,
  reasons,
} from '@/lib/locale/zh-CN/checks/broken-images';
import type { ImageFact } from '@/lib/model/facts/images';
import type { Skip } from '@/lib/model/primitives';
import type { ImagesSummary } from '@/lib/model/summary';
import { asciiHost } from '@/lib/text/hosts';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { addressFault, imageItem, isCounter } from './judge/image-address';
import { ownHosts } from './judge/own-hosts';

/** One problem of one address; the same address used several times is one problem with several places. */
interface Problem {
  kind: ImageProblem;
  item: string;
  src: string;
  reason: string;
  outcome: 'fail' | 'review';
  image: ImageFact;
  frame: string;
  places: number;
  /** true: the address stands in an attribute that a script reads later. */
  later: boolean;
}

interface PageAddress {
  url: string;
  hosts: ReadonlySet<string>;
}

export default defineCheck({
  id: 'broken-images',
  probes: ['images'],
  scope: 'page',
  params: z.object({}),
  run(facts, context) {
    const problems = new Map<string, Problem>();
    const loads = { pending: 0, deferred: 0, unknown: 0 };
    let scrolled = false;
    const hosts = ownHosts(facts, context.subject);
    let total = 0;
    for (const frame of facts.frames) {
      const seen = frame.facts.images;
      if (!seen) continue;
      total += seen.total;
      scrolled ||= seen.scrolled ?? false;
      const page = { url: frame.url, hosts: new Set([...hosts, asciiHost(frame.url)]) };
      for (const image of seen.images) {
        const verdict = judge(image, page);
        if (!verdict && image.load in loads) loads[image.load as keyof typeof loads] += 1;
        if (!verdict) continue;
        const key = `${verdict.kind} ${verdict.item}`;
        const known = problems.get(key);
        const places = (known?.places ?? 0) + 1;
        // Of several places the one that is a fault for certain speaks for all.
        if (known && !(known.outcome === 'review' && verdict.outcome === 'fail')) known.places = places;
        else problems.set(key, { ...verdict, image, frame: frame.top ? '' : frame.url, places });
      }
    }
    const list = [...problems.values()];
    const summary: ImagesSummary = {
      total,
      broken: list
        .filter((problem) => problem.outcome === 'fail')
        .map(({ src, reason, image, frame }) => ({
          ...{ src, reason, selector: image.selector },
          ...(frame && { frame }),
        })),
    };
    return {
      ...(total === 0 && { outcome: 'inapplicable' as const }),
      findings: list.map((problem) => toFinding(problem, facts.url)),
      skipped: skips(loads, scrolled),
      summary,
    };
  },
});

type Verdict = Omit<Problem, 'image' | 'frame' | 'places'>;

/** The worst thing about one picture, or undefined when nothing is known to be wrong. */
function judge(image: ImageFact, page: PageAddress): Verdict | undefined {
  const byAddress = judgeAddresses(image, page);
  if (byAddress) return byAddress;
  if (isEmpty(image, page.url)) return verdict('empty-address', '', '', reasons.emptyAddress(1), 'review');
  const insecure = insecureAddress(image, page.url);
  if (image.load === 'failed') return judgeFailed(image, insecure);
  if (insecure) {
    const host = asciiHost(insecure);
    return verdict('mixed-content', `http://${host}/`, insecure, reasons.mixedLoaded(host), 'review');
  }
  return undefined;
}

/** The http address that an https page names for the picture; browsers of today ask for it by https and report that instead. */
function insecureAddress({ written, address }: ImageFact, pageUrl: string): string | undefined {
  if (!/^https:/i.test(pageUrl)) return undefined;
  if (/^http:/i.test(address)) return address;
  const named = resolved(written, pageUrl);
  return /^http:/i.test(named) && named.replace(/^http:/i, 'https:') === address ? named : undefined;
}

/** A picture that did not appear: why, as far as anybody answered, and whether a visitor misses it for certain. */
function judgeFailed(image: ImageFact, insecure: string | undefined): Verdict {
  const { status, netError = '', address } = image;
  const item = imageItem(address);
  const doubt = isCounter(image) || !image.visible || image.slide || /BLOCKED_BY_CLIENT/.test(netError);
  const outcome = doubt ? 'review' : 'fail';
  if (insecure) return verdict('mixed-content', imageItem(insecure), insecure, reasons.mixedBlocked, outcome);
  if (status && status >= 400)
    // Too many requests: the server sends the inspector away, not the visitors.
    return verdict(
      'http-error',
      item,
      address,
      reasons.httpError(status),
      status === 429 ? 'review' : outcome,
    );
  if (netError) return verdict('not-loaded', item, address, reasons.netError(netError), outcome);
  // The server gives the picture to whoever asks for it alone: hotlink protection, a policy of the page, or a moment's trouble.
  if (status && image.asked && /^image\//.test(image.servedType ?? 'image/'))
    return verdict('not-loaded', item, address, reasons.servedAlone, 'review');
  return verdict('not-loaded', item, address, status ? reasons.notAnImage : reasons.notLoaded, outcome);
}

/** Faults of the address in use, then of the ones that other screens or a lazy-loading script would use. */
function judgeAddresses(image: ImageFact, page: PageAddress): Verdict | undefined {
  const candidates = [
    { written: image.written, address: image.address, later: false },
    ...(image.lazySource
      ? [{ written: image.lazySource, address: resolved(image.lazySource, page.url), later: true }]
      : []),
    ...(image.alternatives ?? []).map((written) => ({
      written,
      address: resolved(written, page.url),
      later: false,
    })),
  ];
  // A page that is itself a file on this computer may well use files.
  const onFile = /^file:/i.test(page.url);
  for (const { written, address, later } of candidates) {
    const fault = addressFault(written, address, page.hosts);
    if (fault === 'local-address' && !onFile)
      return { ...verdict(fault, written, written, reasons.localAddress, 'fail'), later };
    if (fault === 'intranet-address' && !onFile)
      return {
        ...verdict(fault, imageItem(address), address, reasons.intranetAddress(asciiHost(address)), 'fail'),
        later,
      };
  }
  return undefined;
}

function verdict(
  kind: ImageProblem,
  item: string,
  src: string,
  reason: string,
  outcome: 'fail' | 'review',
): Verdict {
  return { kind, item, src, reason, outcome, later: false };
}

/** No address where a visitor would expect a picture: an address left empty, or that of the page itself. */
function isEmpty(image: ImageFact, pageUrl: string): boolean {
  if (image.kind !== 'img' && image.kind !== 'input') return false;
  if (image.lazySource || (image.alternatives?.length ?? 0) > 0 || image.load === 'loaded') return false;
  // Without the attribute a hidden image is a place that a script fills later.
  if (image.address === '') return image.declared || image.visible;
  return imageItem(image.address) === imageItem(pageUrl) && image.load === 'failed';
}

function resolved(written: string, base: string): string {
  try {
    return new URL(written, base).href;
  } catch {
    return written;
  }
}

function toFinding(problem: Problem, url: string): FindingDraft {
  const { kind, image, places } = problem;
  const aside = [
    kind !== 'empty-address' && places > 1 ? notes.places(places) : '',
    problem.later ? notes.later : '',
    placeNote(problem),
  ].join('');
  const reason = kind === 'empty-address' ? reasons.emptyAddress(places) : namedReason(problem);
  return {
    kind,
    item: problem.item,
    outcome: problem.outcome,
    group: groups[kind],
    message: `${reason}${aside}。`,
    found: problem.src || '（空）',
    advice: wording.advice,
    locator: {
      url,
      frame: problem.frame,
      selector: image.selector,
      ...(image.alt && { text: image.alt }),
      rect: image.rect,
    },
  };
}

function placeNote({ image, outcome }: Problem): string {
  if (isCounter(image) && outcome === 'review') return notes.counter;
  if (image.slide) return notes.slide;
  return image.visible ? '' : notes.hidden;
}

function namedReason({ image, reason }: Problem): string {
  return `${kindNames[image.kind]}“${shortName(image)}”：${reason}`;
}

/** What a person would call the picture: its file name, else its address cut short. */
function shortName({ address, written }: ImageFact): string {
  const text = address || written;
  const name = /([^/\\]+)$/.exec(text.replace(/[?#].*$/, ''))?.[1] ?? text;
  try {
    return decodeURIComponent(name).slice(0, 60);
  } catch {
    return name.slice(0, 60);
  }
}

function skips(loads: { pending: number; deferred: number; unknown: number }, scrolled: boolean): Skip[] {
  const told = {
    pending: notes.pending,
    deferred: scrolled ? notes.stillDeferred : notes.deferred,
    unknown: notes.unknown,
  };
  return (['pending', 'deferred', 'unknown'] as const)
    .filter((load) => loads[load] > 0)
    .map((load) => told[load](loads[load]));
}
