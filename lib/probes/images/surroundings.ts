// What stands around a picture and decides how it is judged: link, names, carousel, visitor counter.
import type { ImageFact } from '@/lib/model/facts/images';
import { shortText } from '../dom/appearance';
import { attribute, closest, parentElementOf, queryAll, rectOf, textOf } from '../dom/native';

const CAROUSEL = /swiper|slick|carousel|slide|flexslider|bxslider|owl-|lunbo|focus|banner|jiaodian/i;
const CAROUSEL_LEVELS = 8;

type Names = Pick<ImageFact, 'link' | 'decorative' | 'label'>;

/** How people who do not see the picture meet it. */
export function namesOf(element: Element): Names {
  const names: Names = {};
  const holder = closest(element, 'a[href], button, [role="link"], [role="button"]');
  if (holder) names.link = { named: isNamedWithout(holder, element) };
  const role = attribute(element, 'role');
  if (role === 'presentation' || role === 'none' || closest(element, '[aria-hidden="true"]'))
    names.decorative = true;
  const label = shortText(attribute(element, 'aria-label') ?? attribute(element, 'title'), 100);
  if (label || attribute(element, 'aria-labelledby')) names.label = label;
  return names;
}

/** The link says where it leads, whatever this picture's alt text is. */
function isNamedWithout(holder: Element, picture: Element): boolean {
  if (shortText(textOf(holder), 40)) return true;
  for (const name of ['aria-label', 'aria-labelledby', 'title'])
    if (attribute(holder, name)?.trim()) return true;
  return queryAll(holder, 'img[alt], svg, [aria-label], [title]', 20).some(
    (other) =>
      other !== picture &&
      Boolean(
        attribute(other, 'alt')?.trim() ||
          attribute(other, 'aria-label')?.trim() ||
          attribute(other, 'title')?.trim(),
      ),
  );
}

/** true: a turn of a carousel that is not shown now, or a place outside the box that cuts it off. */
export function isOutOfTurn(element: Element): boolean {
  const seen = Element.prototype.checkVisibility as typeof Element.prototype.checkVisibility | undefined;
  const faded =
    seen !== undefined && !seen.call(element, { opacityProperty: true, visibilityProperty: true });
  const place = rectOf(element);
  let level = 0;
  for (let box = parentElementOf(element); box; box = parentElementOf(box), level++) {
    if (box === element.ownerDocument.body) return false;
    const name = `${attribute(box, 'class') ?? ''} ${attribute(box, 'id') ?? ''}`;
    if (faded && level < CAROUSEL_LEVELS && CAROUSEL.test(name)) return true;
    if (faded || !cutsOff(box)) continue;
    const frame = rectOf(box);
    // A broken picture may have no size of its own: its corner tells where it stands.
    if (frame.width > 1 && frame.height > 1 && isOutside(place, frame)) return true;
  }
  return false;
}

function cutsOff(box: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(box);
  return /hidden|clip/.test(`${overflowX} ${overflowY}`);
}

function isOutside(place: DOMRect, frame: DOMRect): boolean {
  return (
    place.left >= frame.right - 1 ||
    place.top >= frame.bottom - 1 ||
    place.left + Math.max(place.width, 1) <= frame.left + 1 ||
    place.top + Math.max(place.height, 1) <= frame.top + 1
  );
}

/** Declared at 1×1 pixel or less, by attribute or style: the size of a visitor counter. */
export function isTiny(element: Element): boolean {
  return isOnePixel(element, 'width') && isOnePixel(element, 'height');
}

function isOnePixel(element: Element, side: 'width' | 'height'): boolean {
  const written = attribute(element, side);
  if (written !== null) return Number.parseFloat(written) <= 1;
  // The used size of a broken picture says nothing; the declared one does.
  const map = (element as { computedStyleMap?: () => StylePropertyMapReadOnly }).computedStyleMap;
  if (typeof map !== 'function') return false;
  const value = map.call(element).get(side);
  return value instanceof CSSUnitValue && value.unit === 'px' && value.value <= 1;
}
