// DOM reads that a page cannot shadow: `<input name="parentElement">` inside a form replaces the form's own property.

type Read<T extends Node, R> = (node: T) => R;

/**
 * Reads a property through its prototype's getter. `owner` is asked late: the prototypes do not exist where an
 * entry point is only being examined by the build.
 */
function property<T extends Node, R>(owner: () => object, name: string): Read<T, R> {
  let getter: ((this: Node) => R) | undefined;
  return (node) => {
    getter ??= Object.getOwnPropertyDescriptor(owner(), name)?.get as ((this: Node) => R) | undefined;
    return getter ? getter.call(node) : (Reflect.get(node, name) as R);
  };
}

const nodeOwner = () => Node.prototype;
const elementOwner = () => Element.prototype;

export const parentOf = property<Node, ParentNode | null>(nodeOwner, 'parentNode');
export const textOf = property<Node, string | null>(nodeOwner, 'textContent');
export const baseOf = property<Node, string>(nodeOwner, 'baseURI');
export const firstChildOf = property<Element, Element | null>(elementOwner, 'firstElementChild');
export const nextOf = property<Element, Element | null>(elementOwner, 'nextElementSibling');
export const localNameOf = property<Element, string>(elementOwner, 'localName');
export const shadowOf = property<Element, ShadowRoot | null>(elementOwner, 'shadowRoot');
export const styleOf = property<HTMLElement, CSSStyleDeclaration | undefined>(
  () => HTMLElement.prototype,
  'style',
);

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
