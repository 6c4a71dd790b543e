// Finds, in slices, the content outside every landmark: what axe's check `region` searches for in one go.
import type { AxeInternals, VirtualNode } from './axe-internals';
import type { Pacer } from './pacer';

const LIVE_ROLES = ['alert', 'log', 'status'];
const FRAMES = ['iframe', 'frame'];
/** Elements whose text axe does not count as theirs. */
const HIDDEN_TEXT_ELEMENTS = 'head title template script style iframe object video audio noscript'.split(' ');

/**
 * Puts the answer where axe's check looks for it (its cache key `regionlessNodes`), as a set: axe looks every element up in
 * a list. False when time ran out.
 */
export async function findContentOutsideRegions(
  axe: AxeInternals,
  root: VirtualNode,
  document: Document,
  pacer: Pacer,
): Promise<boolean> {
  const matcher = axe.audit.checks.region?.getOptions().regionMatcher;
  const landmarks = new Set(axe.aria.getRolesByType('landmark'));
  const isRegion = (node: VirtualNode, role: string | null) => {
    const live = axe.aria.getAriaValue(node, 'aria-live').value ?? '';
    if (['assertive', 'polite'].includes(live) || (role && LIVE_ROLES.includes(role))) return true;
    return (role !== null && landmarks.has(role)) || Boolean(matcher && axe.matches(node, matcher));
  };
  const found: VirtualNode[] = [];
  const stack = [root];
  const visit = (node: VirtualNode) => {
    const element = node.actualNode;
    const role = axe.aria.getRole(node);
    const isFrame = FRAMES.includes(node.props.nodeName);
    if (
      role === 'button' ||
      isRegion(node, role) ||
      isFrame ||
      (axe.dom.isSkipLink(element) && axe.dom.getElementByReference(element, 'href')) ||
      !axe.dom.isVisibleToScreenReaders(node)
    ) {
      for (let up: VirtualNode | null = node; up && !up._hasRegionDescendant; up = up.parent)
        up._hasRegionDescendant = true;
      if (isFrame) found.push(node);
    } else if (
      element !== document.body &&
      axe.dom.hasContent(element, true) &&
      !(role && ['none', 'presentation'].includes(role) && !hasOwnText(node))
    ) {
      found.push(node);
    } else {
      for (let index = node.children.length - 1; index >= 0; index -= 1) {
        const child = node.children[index];
        if (child && child.actualNode.nodeType === 1) stack.push(child);
      }
    }
  };
  for (let node = stack.pop(); node; node = stack.pop()) {
    try {
      visit(node);
    } catch {
      // An element that the page has taken away meanwhile holds nothing.
    }
    if (pacer.due()) {
      if (pacer.expired()) return false;
      await pacer.rest();
    }
  }
  const outermost = new Set<VirtualNode>();
  for (let node of found) {
    while (node.parent && !node.parent._hasRegionDescendant && node.parent.actualNode !== document.body)
      node = node.parent;
    outermost.add(node);
  }
  axe.cache.set('regionlessNodes', { includes: (node: VirtualNode) => outermost.has(node) });
  return true;
}

function hasOwnText(node: VirtualNode): boolean {
  if (HIDDEN_TEXT_ELEMENTS.includes(node.props.nodeName)) return false;
  return node.children.some(({ props }) => props.nodeType === 3 && Boolean(props.nodeValue?.trim()));
}
