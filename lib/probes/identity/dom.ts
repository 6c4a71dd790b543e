// Reads the DOM through the prototypes, so that page elements named “parentNode” or “body” cannot get in the way.

type Getter<T> = (this: unknown) => T;
const getters = new Map<string, Getter<unknown>>();

/** Value of a DOM property from its prototype's getter, never from a clobbered own property; undefined when it throws. */
function read<T>(owner: object, property: string, target: unknown): T | undefined {
  const key = `${(owner as { constructor: { name: string } }).constructor.name}.${property}`;
  let getter = getters.get(key);
  if (!getter) {
    let prototype: object | null = owner;
    while (prototype && !getter) {
      getter = Object.getOwnPropertyDescriptor(prototype, property)?.get as Getter<unknown> | undefined;
      prototype = Object.getPrototypeOf(prototype) as object | null;
    }
    if (!getter) return undefined;
    getters.set(key, getter);
  }
  try {
    return getter.call(target) as T;
  } catch {
    return undefined;
  }
}

export function attributeOf(element: Element, name: string): string {
  try {
    return Element.prototype.getAttribute.call(element, name) ?? '';
  } catch {
    return '';
  }
}

/** All attributes, names lower case, values cut to 500 characters, at most 16. */
export function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  try {
    for (const name of Element.prototype.getAttributeNames.call(element).slice(0, 16))
      found[name.toLowerCase()] = attributeOf(element, name).slice(0, 500);
  } catch {
    // An element that refuses its attributes has none for us.
  }
  return found;
}

export function parentOf(node: Node): Element | null {
  return read<Element | null>(Node.prototype, 'parentElement', node) ?? null;
}

export function textOf(node: Node): string {
  return read<string | null>(Node.prototype, 'textContent', node) ?? '';
}

export function shadowOf(element: Element): ShadowRoot | null {
  return read<ShadowRoot | null>(Element.prototype, 'shadowRoot', element) ?? null;
}

/** Elements of the document that match; [] when the page has broken the call. */
export function queryAll(document: Document, selector: string): Element[] {
  try {
    return Array.from(Document.prototype.querySelectorAll.call(document, selector));
  } catch {
    return [];
  }
}

/** Descendants that match; [] when the call fails. */
export function within(element: Element, selector: string): Element[] {
  try {
    return Array.from(Element.prototype.querySelectorAll.call(element, selector));
  } catch {
    return [];
  }
}

export function bodyOf(document: Document): Element | null {
  return queryAll(document, 'body, frameset')[0] ?? rootOf(document);
}

export function rootOf(document: Document): Element | null {
  return read<Element | null>(Document.prototype, 'documentElement', document) ?? null;
}

/** false when display, visibility or full transparency hides the element. Elements that draw nothing count as their parent. */
export function isVisible(element: Element): boolean {
  const name = element.localName;
  const shown =
    name === 'script' || name === 'area' || name === 'map' ? (parentOf(element) ?? element) : element;
  try {
    const check = Element.prototype.checkVisibility;
    if (typeof check === 'function')
      return check.call(shown, {
        visibilityProperty: true,
        opacityProperty: true,
        contentVisibilityAuto: false,
      });
  } catch {
    return true;
  }
  return styledVisible(shown);
}

/** For engines without checkVisibility: climbs the computed styles. */
function styledVisible(element: Element): boolean {
  for (let current: Element | null = element; current; current = parentOf(current)) {
    const style = getComputedStyle(current);
    if (style.display === 'none' || style.opacity === '0') return false;
    if (current === element && style.visibility !== '' && style.visibility !== 'visible') return false;
  }
  return true;
}

/** Box on the page in CSS pixels; undefined when it has none. */
export function rectOf(element: Element) {
  try {
    const box = Element.prototype.getBoundingClientRect.call(element);
    if (!box.width && !box.height) return undefined;
    const round = (value: number) => Math.round(value * 10) / 10;
    return {
      x: round(box.x + (globalThis.scrollX || 0)),
      y: round(box.y + (globalThis.scrollY || 0)),
      width: round(box.width),
      height: round(box.height),
    };
  } catch {
    return undefined;
  }
}
