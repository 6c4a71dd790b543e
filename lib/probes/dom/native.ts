// DOM reads that a page cannot shadow: `<input name="parentElement">` inside a form replaces the form's own property.

type Read<T extends Node, R> = (node: T) => R;
type Getter = (this: Node) => unknown;

/** Reads a property by the getter of the node's own class: names of form fields shadow properties, not classes. */
function property<T extends Node, R>(name: string): Read<T, R> {
  const getters = new Map<object, Getter | undefined>();
  return (node) => {
    const kind = Object.getPrototypeOf(node) as object;
    let getter = getters.get(kind);
    if (!getter) {
      getter = findGetter(kind, name);
      getters.set(kind, getter);
    }
    return (getter ? getter.call(node) : Reflect.get(node, name)) as R;
  };
}

function findGetter(kind: object, name: string): Getter | undefined {
  for (let owner: object | null = kind; owner; owner = Object.getPrototypeOf(owner)) {
    const getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (getter) return getter as Getter;
  }
  return undefined;
}

export const parentOf = property<Node, ParentNode | null>('parentNode');
export const textOf = property<Node, string | null>('textContent');
export const baseOf = property<Node, string>('baseURI');
export const firstChildOf = property<Node, Element | null>('firstElementChild');
export const nextOf = property<Element, Element | null>('nextElementSibling');
export const localNameOf = property<Element, string>('localName');
export const shadowOf = property<Element, ShadowRoot | null>('shadowRoot');

/** Parent element, or null at the top of a document or shadow root. */
export function parentElementOf(element: Node): Element | null {
  const parent = parentOf(element);
  return parent?.nodeType === 1 ? (parent as Element) : null;
}

export function rootOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** An open shadow root (the only kind a page's own tree shows). */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === 11 && 'host' in node;
}

export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function matches(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    return false;
  }
}

export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** All descendants that match; none when the selector is not valid CSS. */
export function queryAll(root: Node, selector: string): Element[] {
  const owner =
    root.nodeType === 9
      ? Document.prototype
      : root.nodeType === 11
        ? DocumentFragment.prototype
        : Element.prototype;
  try {
    return Array.from(owner.querySelectorAll.call(root as Document & DocumentFragment & Element, selector));
  } catch {
    return [];
  }
}
