// Finds targets too small and too close for a finger: under 24 × 24 pixels, with the exceptions of WCAG 2.5.8.
import type { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import type { ProbeContext } from '../define-probe';
import { closest, matches, parentElementOf, rectOf, textOf } from '../dom/native';
import { pieceOf } from './piece';

const TARGETS =
  'a[href], button, input:not([type="hidden" i]), select, textarea, summary, [role="button"], [role="link"], [role="tab"], [onclick]';
const SIZE = 24;
const MOST = 10;
const MAX_TARGETS = 3000;

interface Target {
  element: Element;
  box: DOMRect;
  small: boolean;
}

export function smallTargetsOf(
  visible: readonly Element[],
  context: ProbeContext,
): MobileViewFacts['smallTargets'] {
  const targets: Target[] = [];
  for (const element of visible) {
    if (targets.length >= MAX_TARGETS) break;
    if (!matches(element, TARGETS)) continue;
    const box = rectOf(element);
    if (box.width < 1 || box.height < 1) continue;
    targets.push({ element, box, small: box.width < SIZE || box.height < SIZE });
  }
  targets.sort((a, b) => a.box.top - b.box.top);
  const found = targets.filter(
    (target, at) => target.small && !isInSentence(target.element) && isCrowded(target, at, targets),
  );
  return {
    count: found.length,
    all: targets.length,
    examples: found.slice(0, MOST).map(({ element }) => pieceOf(element, context)),
  };
}

/** A circle of 24 pixels around its middle touches another target, or the circle of another small one. */
function isCrowded({ element, box }: Target, at: number, targets: readonly Target[]): boolean {
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const touches = (other: Target) => {
    if (
      closest(other.element, 'label') !== null ||
      contains(other.element, element) ||
      contains(element, other.element)
    )
      return false;
    const gap = Math.hypot(
      Math.max(other.box.left - x, 0, x - other.box.right),
      Math.max(other.box.top - y, 0, y - other.box.bottom),
    );
    if (gap < SIZE / 2) return true;
    const middle = Math.hypot(
      x - (other.box.left + other.box.width / 2),
      y - (other.box.top + other.box.height / 2),
    );
    return other.small && middle < SIZE;
  };
  for (let next = at + 1; next < targets.length; next++) {
    const other = targets[next];
    if (!other || other.box.top > y + SIZE) break;
    if (touches(other)) return true;
  }
  // Tall neighbours may begin far above: a hundred before it are looked at.
  for (let before = at - 1; before >= Math.max(0, at - 100); before--) {
    const other = targets[before];
    if (other && other.box.bottom > y - SIZE && touches(other)) return true;
  }
  return false;
}

function contains(outer: Element, inner: Element): boolean {
  return Node.prototype.contains.call(outer, inner);
}

/** A link in running text may be as small as the text. */
function isInSentence(element: Element): boolean {
  if (getComputedStyle(element).display !== 'inline') return false;
  const own = (textOf(element) ?? '').trim().length;
  const parent = parentElementOf(element);
  return (
    parent !== null &&
    (textOf(parent) ?? '').replace(/\s+/g, '').length > own * 1.5 + 4 &&
    !closest(element, 'li, nav, td')
  );
}
