// Observes elements that hold a picture: <img> in all its forms, image buttons, SVG images, video posters.
import type { ImageFact, ImageKind, ImageLoad } from '@/lib/model/facts/images';
import type { ProbeContext } from '../define-probe';
import { isVisible, pageRect } from '../dom/appearance';
import { attribute, localNameOf, parentElementOf, queryAll } from '../dom/native';
import { absolute, shortAddress, srcsetAddresses } from './addresses';
import { isOutOfTurn, isTiny, namesOf } from './surroundings';
import { type Transfers, withoutFragment } from './transfers';

/** Data attributes in which lazy-loading scripts keep the real address. */
const LAZY_ATTRIBUTES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-url',
  'data-echo',
  '_src',
  'lay-src',
  'lazy-src',
  'original',
  'lazysrc',
];
const WAIT_MS = 1500;
/** Pictures that were just brought into view have only begun to load. */
const WAIT_AFTER_SCROLL_MS = 3500;
const DECODE_MS = 1500;

/** Elements with a picture, document order within each tree. */
export function collectElements(roots: readonly (Document | ShadowRoot)[]): Element[] {
  return roots.flatMap((root) =>
    queryAll(root, 'img, input[type="image" i], video[poster], svg image').filter(
      (element) => !isInNoscript(element),
    ),
  );
}

/** Markup inside <noscript> becomes elements only where scripts are off: then nobody sees it here. */
function isInNoscript(element: Element): boolean {
  return Element.prototype.closest.call(element, 'noscript') !== null;
}

/**
 * Waits a short while for pictures on their way, then asks the browser about those that claim to be complete but
 * have no size: an SVG may have none and still be fine. Returns the elements whose picture is broken for certain.
 */
export async function settle(
  elements: readonly Element[],
  context: ProbeContext,
  brought: ReadonlySet<Element>,
): Promise<Set<Element>> {
  const wait = brought.size > 0 ? WAIT_AFTER_SCROLL_MS : WAIT_MS;
  const until = Math.min(context.deadline - 500, performance.now() + wait);
  const isOnItsWay = (element: Element) =>
    isImg(element) &&
    !element.complete &&
    (brought.has(element) || attribute(element, 'loading') !== 'lazy') &&
    hasSource(element);
  while (performance.now() < until && elements.some(isOnItsWay)) await context.sleep(100);
  const broken = new Set<Element>();
  const asked = elements.filter(
    (element) => isImg(element) && element.complete && element.naturalWidth === 0 && hasSource(element),
  ) as HTMLImageElement[];
  await Promise.all(
    asked.map(async (image) => {
      // Vector images without a size of their own report 0 in some browsers; only decoding tells them apart.
      const fine = await Promise.race([
        image.decode().then(
          () => true,
          () => false,
        ),
        context.sleep(DECODE_MS).then(() => looksLikeVector(image)),
      ]);
      if (!fine) broken.add(image);
    }),
  );
  return broken;
}

function looksLikeVector(image: HTMLImageElement): boolean {
  return /\.svgz?(?:[?#]|$)|^data:image\/svg/i.test(image.currentSrc);
}

/** A picture that a script or the browser loads only when it comes into view. */
export function isWaiting(element: Element): boolean {
  return (
    waitsForScript(element) ||
    (isImg(element) && !element.complete && attribute(element, 'loading') === 'lazy' && hasSource(element))
  );
}

/** The address still stands in the attribute from which a script takes it. */
export function waitsForScript(element: Element): boolean {
  return isImg(element) && lazySourceOf(element, (attribute(element, 'src') ?? '').trim()) !== undefined;
}

function isImg(element: Element): element is HTMLImageElement {
  return localNameOf(element) === 'img';
}

function hasSource(image: HTMLImageElement): boolean {
  return image.currentSrc !== '' || (attribute(image, 'src') ?? '').trim() !== '';
}

/** Describes one element. `broken` comes from `settle`, `brought` from `bringIntoView`. */
export function observeElement(
  element: Element,
  context: ProbeContext,
  broken: ReadonlySet<Element>,
  transfers: Transfers,
  brought: ReadonlySet<Element>,
): ImageFact {
  const kind = kindOf(element);
  const source = writtenSource(element, kind);
  const written = shortAddress((source ?? '').trim());
  const image = isImg(element) ? element : undefined;
  const current = image?.currentSrc || written;
  const address = shortAddress(absolute(current, element.baseURI));
  const lazySource = image ? lazySourceOf(image, written) : undefined;
  const alternatives = image ? alternativesOf(image) : [];
  const status = transfers.get(withoutFragment(address));
  const rect = pageRect(element, context.document.defaultView ?? window);
  const alt = attribute(element, 'alt');
  const load = image ? loadOf(image, broken, lazySource, brought) : loadByStatus(status);
  return {
    kind,
    written,
    declared: source !== null || alternatives.length > 0,
    address,
    ...(alternatives.length > 0 && { alternatives }),
    ...(lazySource !== undefined && { lazySource }),
    load,
    ...(status ? { status } : {}),
    naturalWidth: image?.naturalWidth ?? 0,
    naturalHeight: image?.naturalHeight ?? 0,
    ...(alt !== null && { alt: alt.slice(0, 200) }),
    tiny: load === 'loaded' && image ? image.naturalWidth <= 1 && image.naturalHeight <= 1 : isTiny(element),
    visible: isVisible(element),
    ...(load !== 'loaded' && image && isOutOfTurn(image) && { slide: true }),
    ...(kind === 'img' && namesOf(element)),
    rect,
    selector: context.selectorOf(element),
  };
}

function kindOf(element: Element): ImageKind {
  const name = localNameOf(element);
  if (name === 'input') return 'input';
  if (name === 'video') return 'poster';
  return name === 'image' ? 'svg' : 'img';
}

function writtenSource(element: Element, kind: ImageKind): string | null {
  if (kind === 'poster') return attribute(element, 'poster');
  if (kind === 'svg') return attribute(element, 'href') ?? attribute(element, 'xlink:href');
  return attribute(element, 'src');
}

function lazySourceOf(image: HTMLImageElement, written: string): string | undefined {
  for (const name of LAZY_ATTRIBUTES) {
    const value = attribute(image, name)?.trim();
    if (value && value !== written && looksLikeAddress(value)) return shortAddress(value);
  }
  return undefined;
}

function looksLikeAddress(value: string): boolean {
  return /^(https?:|\/|\.|file:|[a-z]:[\\/]|\\\\)|\.(jpe?g|png|gif|webp|bmp|svg|ico|avif)(\?|$)/i.test(value);
}

function alternativesOf(image: HTMLImageElement): string[] {
  const found = srcsetAddresses(attribute(image, 'srcset') ?? '');
  const parent = parentElementOf(image);
  if (parent && localNameOf(parent) === 'picture')
    for (const source of queryAll(parent, 'source'))
      found.push(...srcsetAddresses(attribute(source, 'srcset') ?? ''));
  return found.slice(0, 16);
}

function loadOf(
  image: HTMLImageElement,
  broken: ReadonlySet<Element>,
  lazySource: string | undefined,
  brought: ReadonlySet<Element>,
): ImageLoad {
  if (image.complete && image.naturalWidth > 0) return lazySource ? 'deferred' : 'loaded';
  if (!hasSource(image)) return 'deferred';
  if (broken.has(image)) return 'failed';
  if (!image.complete)
    return attribute(image, 'loading') === 'lazy' && !brought.has(image) ? 'deferred' : 'pending';
  return 'loaded';
}

/** For pictures whose element tells nothing: an error status is certain, a good one nearly so, silence says nothing. */
export function loadByStatus(status: number | undefined): ImageLoad {
  if (!status) return 'unknown';
  return status >= 400 ? 'failed' : 'loaded';
}
