// CSS selectors that find an element again, and the element behind one; open shadow roots included.
import {
  attribute,
  firstChildOf,
  isShadowRoot,
  localNameOf,
  nextOf,
  parentElementOf,
  parentOf,
  queryAll,
  rootOf,
  shadowOf,
} from './native';

const SHADOW_STEP = ' >>> ';

/** A short selector unique in the element's document (or shadow root) now; '' when the element is detached. */
export function selectorOf(element: Element): string {
  return createSelectorReader()(element);
}

/**
 * `selectorOf` for many elements of a tree that does not change between the calls: ids are counted and siblings
 * numbered once, so n elements cost O(n + page) instead of O(n × page). Make a new reader after every wait.
 */
export function createSelectorReader(): (element: Element) => string {
  const idCounts = new Map<Node, Map<string, number>>();
  const steps = new Map<Element, string>();
  const paths = new Map<Element, string>();

  function isUniqueId(root: Node, id: string): boolean {
    let counts = idCounts.get(root);
    if (!counts) {
      counts = new Map();
      for (const holder of queryAll(root, '[id]')) {
        const found = attribute(holder, 'id') ?? '';
        counts.set(found, (counts.get(found) ?? 0) + 1);
      }
      idCounts.set(root, counts);
    }
    return counts.get(id) === 1;
  }

  function stepOf(element: Element): string {
    if (!steps.has(element)) for (const [child, step] of stepsUnder(element)) steps.set(child, step);
    return steps.get(element) ?? CSS.escape(localNameOf(element));
  }

  function pathOf(element: Element, root: Node): string {
    // Walks up to the first known or unique ancestor, then names the way back down: no recursion on deep pages.
    const pending: Element[] = [];
    let path = '';
    for (let current: Element | null = element; current; current = parentElementOf(current)) {
      const known = paths.get(current);
      if (known !== undefined) {
        path = known;
        break;
      }
      const id = attribute(current, 'id');
      if (id && isUniqueId(root, id)) {
        path = `#${CSS.escape(id)}`;
        paths.set(current, path);
        break;
      }
      pending.push(current);
    }
    for (const current of pending.reverse()) {
      const step = stepOf(current);
      path = path ? `${path} > ${step}` : isShadowRoot(root) ? `:host > ${step}` : step;
      paths.set(current, path);
    }
    return path;
  }

  return function read(element: Element): string {
    const root = rootOf(element);
    if (isShadowRoot(root)) return `${read(root.host)}${SHADOW_STEP}${pathOf(element, root)}`;
    return root.nodeType === 9 ? pathOf(element, root) : '';
  };
}

/** The element a selector points at, or null when it is gone or the selector is not valid CSS. */
export function elementAt(selector: string, document: Document): Element | null {
  let scope: Node | null = document;
  let element: Element | null = null;
  for (const step of selector.split(SHADOW_STEP)) {
    element = scope && step ? (queryAll(scope, step)[0] ?? null) : null;
    if (!element) return null;
    scope = shadowOf(element);
  }
  return element;
}

/** The steps of an element and of all its siblings: name, and position among those of the same name. */
function stepsUnder(element: Element): [Element, string][] {
  const parent = parentOf(element);
  const children: Element[] = [];
  if (!parent) return [];
  for (let child = firstChildOf(parent); child; child = nextOf(child)) children.push(child);
  const totals = new Map<string, number>();
  for (const child of children) totals.set(localNameOf(child), (totals.get(localNameOf(child)) ?? 0) + 1);
  const positions = new Map<string, number>();
  return children.map((child) => {
    const name = localNameOf(child);
    const position = (positions.get(name) ?? 0) + 1;
    positions.set(name, position);
    const escaped = CSS.escape(name);
    return [child, totals.get(name) === 1 ? escaped : `${escaped}:nth-of-type(${position})`];
  });
}
