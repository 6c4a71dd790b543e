// From a finding's locator to the element on the page as it is now, through same-origin frames and shadow roots.
import type { Locator } from '@/lib/model/finding';
import type { Rect } from '@/lib/model/primitives';
import { localNameOf, parentElementOf, rootOf } from '@/lib/probes/dom/native';
import { elementAt } from '@/lib/probes/dom/selector';

export interface Spot {
  element: Element;
  /** Frame elements from the top document inwards. */
  frames: Element[];
}

/**
 * The element meant by a locator. For a frame that cannot be entered, the frame element itself; null when nothing
 * is there any more.
 */
export function findSpot(locator: Pick<Locator, 'frame' | 'selector'>): Spot | null {
  if (!locator.frame || locator.frame === location.href) {
    const element = elementAt(locator.selector, document);
    return element ? { element, frames: [] } : null;
  }
  return findInFrames(document, [], locator);
}

function findInFrames(
  owner: Document,
  frames: Element[],
  locator: Pick<Locator, 'frame' | 'selector'>,
): Spot | null {
  for (const frame of owner.querySelectorAll('iframe, frame')) {
    const inner = documentOf(frame);
    if (!inner) {
      if ((frame as HTMLIFrameElement).src === locator.frame) return { element: frame, frames };
      continue;
    }
    const path = [...frames, frame];
    if (inner.location.href === locator.frame) {
      const element = elementAt(locator.selector, inner);
      if (element) return { element, frames: path };
    }
    const deeper = findInFrames(inner, path, locator);
    if (deeper) return deeper;
  }
  return null;
}

function documentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** The spot's box in the top viewport, CSS pixels; zero-sized when it is not laid out. */
export function boxOf({ element, frames }: Spot): Rect {
  const own = element.getBoundingClientRect();
  let { x, y } = own;
  for (const frame of frames) {
    const box = frame.getBoundingClientRect();
    x += box.x + (frame as HTMLElement).clientLeft;
    y += box.y + (frame as HTMLElement).clientTop;
  }
  return { x, y, width: own.width, height: own.height };
}

/** Brings the spot into view: inner scroll areas and frames first, at once, without smooth scrolling. */
export function scrollToSpot({ element, frames }: Spot): void {
  for (const each of [...frames, element]) {
    each.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
}

/** Opens every closed `<details>` around the spot, as a person would to see it. */
export function openDetails({ element, frames }: Spot): void {
  for (const each of [...frames, element])
    for (let inside: Element | null = each; inside; inside = outerOf(inside)) {
      const parent = parentElementOf(inside);
      if (!parent || localNameOf(parent) !== 'details') continue;
      if (parent.querySelector(':scope > summary') !== inside) parent.setAttribute('open', '');
    }
}

function outerOf(element: Element): Element | null {
  const root = rootOf(element);
  return parentElementOf(element) ?? (root instanceof ShadowRoot ? root.host : null);
}

/** false when the element takes no space (hidden), so that a mark would point at nothing. */
export function isLaidOut(spot: Spot): boolean {
  const { width, height } = boxOf(spot);
  return width > 0 || height > 0;
}
