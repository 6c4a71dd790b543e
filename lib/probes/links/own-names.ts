// By which other names a page calls its own site: the domain in its page tags, its canonical address, its logo's link.
import type { LinkFacts } from '@/lib/model/facts/links';
import { attribute, baseOf, queryAll } from '../dom/native';

const MOST = 10;
const LOGO =
  '[class*="logo" i] a[href], a[class*="logo" i][href], [id*="logo" i] a[href], a[id*="logo" i][href], header a[href]:has(img[src*="logo" i])';

/** Absolute addresses or hosts as written, in a fixed order, each with the place that names it. */
export function readOwnNames(document: Document): NonNullable<LinkFacts['ownNames']> {
  const names: NonNullable<LinkFacts['ownNames']> = [];
  const add = (written: string | null, by: (typeof names)[number]['by']) => {
    const text = (written ?? '').trim().slice(0, 300);
    if (text && names.length < MOST && !names.some((name) => name.written === text))
      names.push({ written: text, by });
  };
  for (const tag of queryAll(document, 'meta[name="SiteDomain" i]', 2))
    add(attribute(tag, 'content'), 'site-domain');
  for (const tag of queryAll(document, 'link[rel="canonical" i]', 1)) add(absolute(tag), 'canonical');
  for (const link of queryAll(document, LOGO, 3)) add(absolute(link), 'logo');
  return names;
}

function absolute(element: Element): string | null {
  const written = attribute(element, 'href') ?? '';
  return URL.canParse(written, baseOf(element)) && /^(https?:)?\/\//i.test(written.trim())
    ? new URL(written, baseOf(element)).href
    : null;
}
