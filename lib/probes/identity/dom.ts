// The DOM reads that this probe adds to the common ones: whole attribute lists, visibility of things that draw nothing.
import { pageRect } from '../dom/appearance';
import { attribute, parentElementOf, queryAll } from '../dom/native';

export function attributeOf(element: Element, name: string): string {
  return attribute(element, name) ?? '';
}

/** All attributes, names lower case, values cut to 500 characters, at most 16. */
export function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of Element.prototype.getAttributeNames.call(element).slice(0, 16))
    found[name.toLowerCase()] = attributeOf(element, name).slice(0, 500);
  return found;
}

/** The body, the frameset, or whatever the document is made of. */
export function bodyOf(document: Document): Element | null {
  return queryAll(document, 'body, frameset')[0] ?? queryAll(document, ':root')[0] ?? null;
}

/** false when display, visibility or full transparency hides the element. Elements that draw nothing count as their parent. */
export function isVisible(element: Element): boolean {
  const name = element.localName;
  const drawsNothing = name === 'script' || name === 'area' || name === 'map';
  const shown = drawsNothing ? (parentElementOf(element) ?? element) : element;
  const check = Element.prototype.checkVisibility as typeof Element.prototype.checkVisibility | undefined;
  return check
    ? check.call(shown, { visibilityProperty: true, opacityProperty: true })
    : isStyledVisible(shown);
}

/** For engines without checkVisibility: climbs the computed styles. */
function isStyledVisible(element: Element): boolean {
  for (let current: Element | null = element; current; current = parentElementOf(current)) {
    const style = getComputedStyle(current);
    if (style.display === 'none' || style.opacity === '0') return false;
    if (current === element && style.visibility === 'hidden') return false;
  }
  return true;
}

/** Box on the page in CSS pixels; undefined when it has none. */
export function boxOf(element: Element) {
  const rect = pageRect(element, window);
  return rect.width || rect.height ? rect : undefined;
}
