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
import { addressFault, imageItem } from './judge/image-address';
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
    const hosts = ownHosts(facts, context.subject);
    let total = 0;
    for (const frame of facts.frames) {
      const seen = frame.facts.images;
      if (!seen) continue;
      total += seen.total;
      const page = { url: frame.url, hosts: new Set([...hosts, asciiHost(frame.url)]) };
      for (const image of seen.images) {
        const verdict = judge(image, page);
        if (!verdict && image.load in loads) loads[image.load as keyof typeof loads] += 1;
        if (!verdict) continue;
        const key = `${verdict.kind} ${verdict.item}`;
        const known = problems.get(key);
        if (known) known.places += 1;
        else problems.set(key, { ...verdict, image, frame: frame.top ? '' : frame.url, places: 1 });
      }
    }
    const list = [...problems.values()];
    const summary: ImagesSummary = {
      total,
      broken: list
        .filter((problem) => problem.outcome === 'fail')
        .map(({ src, reason, image }) => ({ src, reason, selector: image.selector })),
    };
    return {
      ...(total === 0 && { outcome: 'inapplicable' as const }),
      findings: list.map((problem) => toFinding(problem, facts.url)),
      skipped: skips(loads),
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
  const item = imageItem(image.address);
  const mixed = /^https:/i.test(page.url) && /^http:/i.test(image.address);
  if (image.load === 'failed') {
    const outcome = image.tiny ? 'review' : 'fail';
    if (mixed) return verdict('mixed-content', item, image.address, reasons.mixedBlocked, outcome);
    if (image.status && image.status >= 400)
      return verdict('http-error', item, image.address, reasons.httpError(image.status), outcome);
    const reason = image.status ? reasons.notAnImage : reasons.notLoaded;
    return verdict('not-loaded', item, image.address, reason, outcome);
  }
  if (mixed) {
    const host = asciiHost(image.address);
    return verdict('mixed-content', `http://${host}/`, image.address, reasons.mixedLoaded(host), 'review');
  }
  return undefined;
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
    image.tiny && problem.outcome === 'review' ? notes.tiny : image.visible ? '' : notes.hidden,
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

function skips(loads: { pending: number; deferred: number; unknown: number }): Skip[] {
  return (['pending', 'deferred', 'unknown'] as const)
    .filter((load) => loads[load] > 0)
    .map((load) => notes[load](loads[load]));
}
