// CSS selectors that find an element again, and the element behind one; open shadow roots included.

const SHADOW_STEP = ' >>> ';

/** A short selector unique in the element's document (or shadow root) now; '' when the element is detached. */
export function selectorOf(element: Element): string {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot)
    return `${selectorOf(root.host)}${SHADOW_STEP}${selectorWithin(element, root)}`;
  return root instanceof Document ? selectorWithin(element, root) : '';
}

/** The element a selector points at, or null when it is gone or the selector is not valid CSS. */
export function elementAt(selector: string, document: Document): Element | null {
  let scope: ParentNode = document;
  let element: Element | null = null;
  for (const step of selector.split(SHADOW_STEP)) {
    try {
      element = step ? scope.querySelector(step) : null;
    } catch {
      return null;
    }
    if (!element) return null;
    if (element.shadowRoot) scope = element.shadowRoot;
  }
  return element;
}

function selectorWithin(element: Element, root: Document | ShadowRoot): string {
  const steps: string[] = [];
  for (let current: Element | null = element; current; current = current.parentElement) {
    const id = current.getAttribute('id');
    if (id && isUniqueId(root, id)) {
      steps.unshift(`#${CSS.escape(id)}`);
      return steps.join(' > ');
    }
    steps.unshift(stepOf(current));
  }
  return steps.join(' > ');
}

function isUniqueId(root: Document | ShadowRoot, id: string): boolean {
  return root.querySelectorAll(`#${CSS.escape(id)}`).length === 1;
}

function stepOf(element: Element): string {
  const name = CSS.escape(element.localName);
  const parent = element.parentElement;
  if (!parent) return name;
  let position = 0;
  let same = 0;
  for (const sibling of parent.children) {
    if (sibling.localName !== element.localName) continue;
    same += 1;
    if (sibling === element) position = same;
  }
  return same === 1 ? name : `${name}:nth-of-type(${position})`;
}
