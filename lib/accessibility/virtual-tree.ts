// Builds axe's flattened tree in slices; axe itself builds it in one go.
import type { AxeInternals, SelectorMap, VirtualNode } from './axe-internals';
import type { Pacer } from './pacer';

/** Nodes between two looks at the clock. */
const LOOK_EVERY = 16;

interface Step {
  node: Node;
  parent: VirtualNode | null;
  shadowId: string | undefined;
}

/**
 * The tree that axe's `getFlattenedTree` would give (same nodes, same order, open shadow roots entered, slots replaced by
 * what they show), without the elements in `own`. Registers nodes and selectors in axe's cache as axe does.
 * Null when time ran out.
 */
export async function buildTree(
  axe: AxeInternals,
  document: Document,
  own: ReadonlySet<Element>,
  pacer: Pacer,
): Promise<VirtualNode[] | null> {
  const selectorMap: SelectorMap = {};
  axe.cache.set('nodeMap', new WeakMap());
  axe.cache.set('selectorMap', selectorMap);
  const tree: VirtualNode[] = [];
  let shadowRoots = 0;
  const add = ({ node, parent, shadowId }: Step) => {
    const created = new axe.VirtualNode(node, parent, shadowId);
    axe.cacheNodeSelectors(created, selectorMap);
    if (parent) parent.children.push(created);
    else tree.push(created);
    return created;
  };
  const steps: Step[] = [{ node: document.documentElement, parent: null, shadowId: undefined }];
  let taken = 0;
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, parent, shadowId } = step;
    if (node.nodeType === Node.TEXT_NODE) {
      add({ node, parent, shadowId: undefined });
    } else if (node instanceof Element && !own.has(node)) {
      if (axe.utils.isShadowRoot(node) && node.shadowRoot) {
        shadowRoots += 1;
        pushChildren(steps, node.shadowRoot.childNodes, add(step), `a${shadowRoots}`);
      } else if (node.localName === 'slot' && node instanceof HTMLSlotElement) {
        const assigned = node.assignedNodes();
        pushChildren(steps, assigned.length > 0 ? assigned : node.childNodes, parent, shadowId);
      } else {
        pushChildren(steps, node.childNodes, add(step), shadowId);
      }
    }
    taken += 1;
    if (taken % LOOK_EVERY === 0 && pacer.due()) {
      if (pacer.expired()) return null;
      await pacer.rest();
    }
  }
  const [root] = tree;
  if (root) {
    root._selectorMap = selectorMap;
    root._hasShadowRoot = shadowRoots > 0;
  }
  return tree;
}

/** Last child first, because the steps are taken from the end. */
function pushChildren(
  steps: Step[],
  children: ArrayLike<Node>,
  parent: VirtualNode | null,
  shadowId: string | undefined,
): void {
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const node = children[index];
    if (node) steps.push({ node, parent, shadowId });
  }
}
