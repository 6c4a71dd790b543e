// Lays out, in slices, the grid of boxes behind colour contrast and target size, with axe's own code for each element.
import type { AxeInternals, Grid, VirtualNode } from './axe-internals';
import type { Pacer } from './pacer';

/**
 * Fills axe's grid. axe's `createGrid` walks the page with one tree walker; it is called once per slice and handed a walker
 * that ends when the slice does. `view.hold` keeps the window still. False when time ran out.
 */
export async function buildGrid(
  axe: AxeInternals,
  document: Document,
  root: VirtualNode,
  own: ReadonlySet<Element>,
  view: { hold<T>(work: () => T): T },
  pacer: Pacer,
): Promise<boolean> {
  const { body } = document;
  // The list stays as it is while the page changes. Its elements become objects of this world one by one, each in its slice.
  const inner = body ? body.querySelectorAll('*') : [];
  const total = body ? inner.length + 1 : 0;
  const elementAt = (at: number) => (at === 0 ? body : inner[at - 1]);
  const pause = pacer.breathe();
  if (pause) await pause;
  const createTreeWalker = document.createTreeWalker.bind(document);
  const withWalker = (next: () => Element | null, work: () => void) => {
    let handedOut = false;
    document.createTreeWalker = ((...args: Parameters<Document['createTreeWalker']>) => {
      // The first walker is the page's; further ones are for shadow roots, which axe enters by itself.
      if (handedOut) return createTreeWalker(...args);
      handedOut = true;
      return { currentNode: null, nextNode: next };
    }) as Document['createTreeWalker'];
    try {
      view.hold(work);
    } finally {
      // Uncovers the prototype's method again.
      delete (document as Partial<Document>).createTreeWalker;
    }
  };
  withWalker(
    () => null,
    () => axe.dom.createGrid(document.body),
  );
  const grid = root._grid;
  if (!grid) {
    // A root without a box: axe keeps the grid to itself, so it has to be made in one go.
    axe.cache.set('gridCreated', undefined);
    view.hold(() => axe.dom.createGrid());
    return true;
  }
  let index = 0;
  const next = () => {
    if (index % 4 === 3 && pacer.due()) return null;
    while (index < total) {
      const element = elementAt(index++);
      if (element && !own.has(element)) return element;
    }
    return null;
  };
  while (index < total) {
    try {
      withWalker(next, () => axe.dom.createGrid(document.body, grid, root));
    } catch {
      // The element whose reading threw stays without a box; the walk goes on behind it.
    }
    if (pacer.due()) {
      if (pacer.expired()) return false;
      await pacer.rest();
    }
  }
  return true;
}

/** Forgets the grid and every box read so far, so that it can be laid out again after the page has moved. */
export async function forgetGrid(axe: AxeInternals, root: VirtualNode, pacer: Pacer): Promise<void> {
  for (const stack = [root]; stack.length > 0; ) {
    const node = stack.pop() as VirtualNode;
    delete node._grid;
    delete node._subGrid;
    delete node._stackingOrder;
    delete node._box;
    delete node._cache.clientRects;
    for (const child of node.children) stack.push(child);
    const pause = pacer.breathe();
    if (pause) await pause;
  }
  for (const fn of axe.memoized) fn.clear();
  const fixed = axe.cache.get('fixedGrid') as Grid | undefined;
  if (fixed) {
    const GridOf = fixed.constructor as new (container: VirtualNode) => Grid;
    axe.cache.set('fixedGrid', new GridOf(root));
  }
  axe.cache.set('gridCreated', undefined);
}
