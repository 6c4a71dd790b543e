// Finds the outermost elements that stick out of a phone's screen, and leaves out what sticks out on purpose.
import type { MobilePiece } from '@/lib/model/facts/mobile-view';
import type { ProbeContext } from '../define-probe';
import { parentElementOf, rectOf } from '../dom/native';
import { pieceOf } from './piece';

const MOST = 10;
const TOLERANCE_PX = 2;

/** true: html or body forbids sliding sideways. */
export function clipsSideways(document: Document): boolean {
  return [document.documentElement, document.body].some(
    (element) => element && /hidden|clip/.test(getComputedStyle(element).overflowX),
  );
}

/** Furthest to the right first. `visible` in document order. */
export function wideElements(
  visible: readonly Element[],
  width: number,
  context: ProbeContext,
): MobilePiece[] {
  const { body, documentElement } = context.document;
  const settled = new Set<Element>();
  const wide: { element: Element; right: number }[] = [];
  for (const element of visible) {
    const box = rectOf(element);
    if (box.width < 1 || box.height < 1 || box.right <= width + TOLERANCE_PX) continue;
    const parent = parentElementOf(element);
    // What lies in something that is reported, or left out, is settled with it.
    if (parent && settled.has(parent)) {
      settled.add(element);
      continue;
    }
    const outer = element === body || element === documentElement;
    if (!outer && (isAside(element, box, width) || isCutByBox(element, width, body))) {
      settled.add(element);
      continue;
    }
    settled.add(element);
    wide.push({ element, right: box.right });
  }
  return wide
    .sort((a, b) => b.right - a.right)
    .slice(0, MOST)
    .map(({ element }) => pieceOf(element, context));
}

/** A fixed bar, or something parked wholly beside the screen: a menu that slides in, a turn of a carousel. */
function isAside(element: Element, box: DOMRect, width: number): boolean {
  for (let at: Element | null = element; at; at = parentElementOf(at))
    if (getComputedStyle(at).position === 'fixed') return true;
  return box.left >= width - TOLERANCE_PX;
}

/** A box around it scrolls or cuts it off within the screen. */
function isCutByBox(element: Element, width: number, body: Element): boolean {
  for (let box = parentElementOf(element); box && box !== body; box = parentElementOf(box)) {
    const { overflowX } = getComputedStyle(box);
    if (overflowX !== 'visible' && rectOf(box).right <= width + TOLERANCE_PX) return true;
  }
  return false;
}
