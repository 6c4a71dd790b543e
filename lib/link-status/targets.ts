// Collects what a page leads to: links, attachments and pictures, each address once.
import type { ImageFact } from '@/lib/model/facts/images';
import type { LinkTarget, TargetKind } from '@/lib/model/facts/link-status';
import type { LinkFact } from '@/lib/model/facts/links';
import type { PageFacts } from '@/lib/model/page-facts';
import { asciiHost, isIntranetHost } from '@/lib/text/hosts';
import { changesSomething } from './avoid';

const ATTACHMENT =
  /\.(docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|ceb|txt|csv|zip|rar|7z|mp3|mp4|avi|wmv|apk|exe)$/i;
const PICTURE = /\.(jpe?g|png|gif|bmp|webp|svg|ico|tiff?)$/i;
/** The probes cut addresses here: a longer one is not the real one. */
const LONGEST = 2_000;

/**
 * Addresses of one page without fragment, in document order, links before pictures; forms are left out (sending one may
 * change something), pictures that the browser shows as well (they are known to be there).
 */
export function targetsOf(facts: Pick<PageFacts, 'url' | 'frames'>): LinkTarget[] {
  const found = new Map<string, LinkTarget>();
  const add = (
    address: string,
    kind: TargetKind,
    fact: LinkFact | ImageFact,
    text: string,
    frame: string,
  ) => {
    const url = askable(address);
    if (!url) return;
    const known = found.get(url);
    if (known) known.places += 1;
    else
      found.set(url, {
        url,
        kind: kind === 'image' ? kind : kindOf(url),
        text: text.slice(0, 80),
        page: facts.url,
        frame,
        selector: fact.selector,
        places: 1,
      });
  };
  for (const frame of facts.frames)
    for (const link of frame.facts.links?.links ?? [])
      if (link.kind !== 'form') add(link.address, 'link', link, link.text, frame.top ? '' : frame.url);
  for (const frame of facts.frames)
    for (const image of frame.facts.images?.images ?? [])
      if (image.load !== 'loaded')
        add(image.address, 'image', image, image.alt ?? '', frame.top ? '' : frame.url);
  return [...found.values()];
}

/** Joins targets of several pages: an address stays with the first page that has it. */
export function joinTargets(lists: readonly (readonly LinkTarget[])[]): LinkTarget[] {
  const found = new Map<string, LinkTarget>();
  for (const target of lists.flat()) {
    const known = found.get(target.url);
    found.set(target.url, known ? { ...known, places: known.places + target.places } : target);
  }
  return [...found.values()];
}

/** Why a target is never asked for: 'intranet' its host is known on a local network only; 'unsafe' it may change something. */
export function neverAsked(
  target: Pick<LinkTarget, 'url' | 'text'>,
  own: ReadonlySet<string>,
): 'intranet' | 'unsafe' | undefined {
  const host = asciiHost(target.url);
  if (isIntranetHost(host) && !own.has(host)) return 'intranet';
  return changesSomething(target.url, target.text) ? 'unsafe' : undefined;
}

function kindOf(url: string): TargetKind {
  const { pathname } = new URL(url);
  return ATTACHMENT.test(pathname) || PICTURE.test(pathname) ? 'attachment' : 'link';
}

function askable(address: string): string {
  if (address.length >= LONGEST || !/^https?:/i.test(address)) return '';
  try {
    const url = new URL(address);
    url.hash = '';
    // Names and passwords in an address are not sent anywhere by a machine.
    if (url.username || url.password) return '';
    return url.href;
  } catch {
    return '';
  }
}
