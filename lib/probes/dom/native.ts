// DOM reads that a page cannot shadow: `<input name="parentElement">` inside a form replaces the form's own property.

/**
 * Reads a property by the getter that the classes of the DOM define: names of form fields shadow properties of the
 * form, not of its class. `owner` is asked late: where an entry point is only examined by the build it does not exist.
 */
function property<T extends Node, R>(owner: () => object, name: string): (node: T) => R {
  let getter: (() => unknown) | undefined;
  return (node) => {
    getter ??= findGetter(owner(), name);
    return getter.call(node) as R;
  };
}

function findGetter(kind: object, name: string): () => unknown {
  for (let owner: object | null = kind; owner; owner = Object.getPrototypeOf(owner)) {
    const getter = Object.getOwnPropertyDescriptor(owner, name)?.get;
    if (getter) return getter;
  }
  return function (this: Node) {
    return Reflect.get(this, name);
  };
}

const element = () => Element.prototype;
const nodeTypeByClass = property<Node, number>(element, 'nodeType');
const textByClass = property<Node, string | null>(element, 'textContent');
const baseByClass = property<Element, string>(element, 'baseURI');
const localNameByClass = property<Element, string>(element, 'localName');
const nodeTextByClass = property<Node, string | null>(element, 'nodeValue');

// Reading a property plainly is several times as fast as calling its getter. What stands in the way of one is an element or a
// list of elements, so a string or number is the property itself.

export function nodeTypeOf(node: Node): number {
  const type: unknown = node.nodeType;
  return typeof type === 'number' ? type : nodeTypeByClass(node);
}

export function localNameOf(element: Element): string {
  const name: unknown = element.localName;
  return typeof name === 'string' ? name : localNameByClass(element);
}

export function textOf(node: Node): string | null {
  const text: unknown = node.textContent;
  return typeof text === 'string' ? text : textByClass(node);
}

export function nodeTextOf(node: Node): string | null {
  const text: unknown = node.nodeValue;
  return typeof text === 'string' ? text : nodeTextByClass(node);
}

export function baseOf(element: Element): string {
  const base: unknown = element.baseURI;
  return typeof base === 'string' ? base : baseByClass(element);
}

/** An element that has no names of its own: only those of form fields shadow an element's properties. */
function hasPlainProperties(node: Node): boolean {
  const name: unknown = (node as Element).localName;
  return typeof name === 'string' && name !== 'form';
}

const parentElementByClass = property<Node, Element | null>(element, 'parentElement');
const nextByClass = property<Element, Element | null>(element, 'nextElementSibling');
const firstNodeByClass = property<Node, Node | null>(element, 'firstChild');

/** Parent element, or null at the top of a document or shadow root. */
export function parentElementOf(node: Node): Element | null {
  return hasPlainProperties(node) ? node.parentElement : parentElementByClass(node);
}

export function nextOf(node: Element): Element | null {
  return hasPlainProperties(node) ? node.nextElementSibling : nextByClass(node);
}

export function firstNodeOf(node: Node): Node | null {
  return hasPlainProperties(node) ? node.firstChild : firstNodeByClass(node);
}

export const parentOf = property<Node, ParentNode | null>(element, 'parentNode');
export const shadowOf = property<Element, ShadowRoot | null>(element, 'shadowRoot');
export const nextNodeOf = property<Node, Node | null>(element, 'nextSibling');
export const isConnected = property<Node, boolean>(element, 'isConnected');
const firstOfElement = property<Node, Element | null>(element, 'firstElementChild');
const firstOfDocument = property<Node, Element | null>(() => Document.prototype, 'firstElementChild');
const firstOfFragment = property<Node, Element | null>(() => DocumentFragment.prototype, 'firstElementChild');

/** First child element of an element, document or shadow root. */
export function firstChildOf(parent: Node): Element | null {
  const type = nodeTypeOf(parent);
  if (type === 1) return firstOfElement(parent);
  return type === 9 ? firstOfDocument(parent) : firstOfFragment(parent);
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

/** Names of the attributes that the element has. */
export function attributeNames(element: Element): string[] {
  return Element.prototype.getAttributeNames.call(element);
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

/** Descendants that match, at most `limit`; none when the selector is not valid CSS. */
export function queryAll(root: Node, selector: string, limit = Number.POSITIVE_INFINITY): Element[] {
  const owner =
    root.nodeType === 9
      ? Document.prototype
      : root.nodeType === 11
        ? DocumentFragment.prototype
        : Element.prototype;
  let found: NodeListOf<Element>;
  try {
    if (limit === 1) {
      // Stops at the first, where the list would look through the whole tree.
      const first = owner.querySelector.call(root as Document & DocumentFragment & Element, selector);
      return first ? [first] : [];
    }
    found = owner.querySelectorAll.call(root as Document & DocumentFragment & Element, selector);
  } catch {
    return [];
  }
  // Elements of a list become objects of this world one by one: those not asked for cost nothing.
  const elements: Element[] = [];
  for (let at = 0, end = Math.min(found.length, limit); at < end; at++) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/**
 * Descendants that match, as a list that stays as it is while the page changes. Its elements become objects of this world one
 * by one: a loop that gives the page its turn is never held by the list itself.
 */
export function listAll(root: Document | ShadowRoot, selector: string): ArrayLike<Element> {
  const owner = root.nodeType === 9 ? Document.prototype : DocumentFragment.prototype;
  return owner.querySelectorAll.call(root, selector);
}

/** Number of descendants that match. */
export function countAll(root: Document | ShadowRoot, selector: string): number {
  return listAll(root, selector).length;
}
