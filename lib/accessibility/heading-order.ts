// Heading order by identity of elements: axe compares the paths of all headings with each other, which grows with the square.
import type { AxeInternals, NodeOutcome, VirtualNode } from './axe-internals';
import type { Pacer } from './pacer';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role=heading], iframe, frame';

/** Keeps axe's check from listing the headings by itself. */
export function skipHeadingSearch(axe: AxeInternals): void {
  axe.cache.set('headingOrder', []);
}

/** Sets the result of each heading as axe's `heading-order` does after a run over one document. */
export async function judgeHeadingOrder(
  axe: AxeInternals,
  root: VirtualNode,
  outcomes: NodeOutcome[],
  pacer: Pacer,
): Promise<void> {
  const listed = axe.utils.querySelectorAllFilter(root, HEADINGS, (node) =>
    axe.dom.isVisibleToScreenReaders(node),
  );
  const order: { element: Element; level: number }[] = [];
  for (const node of listed) {
    const level = levelOf(axe, node);
    if (level !== -1) order.push({ element: node.actualNode, level });
    const pause = pacer.breathe();
    if (pause) await pause;
  }
  const places = new Map(order.map(({ element }, index) => [element, index]));
  for (const outcome of outcomes) {
    const place = places.get(outcome.node.element);
    const level = place === undefined ? -1 : (order[place]?.level ?? -1);
    const before = place === undefined ? -1 : (order[place - 1]?.level ?? -1);
    for (const check of outcome.any)
      if (check.id === 'heading-order')
        check.result = place === 0 ? true : level === -1 ? undefined : level - before <= 1;
  }
}

/** axe's reading of a heading's level; -1 = not a heading. */
function levelOf(axe: AxeInternals, node: VirtualNode): number {
  if (!axe.aria.getRole(node)?.includes('heading')) return -1;
  const declared = axe.aria.getAriaValue(node, 'aria-level').value;
  const [, digit] = /h(\d)/.exec(node.props.nodeName) ?? [];
  if (digit && !declared) return Number.parseInt(digit, 10);
  const level = Number.parseInt(declared ?? '', 10);
  if (Number.isNaN(level) || level < 1) return digit ? Number.parseInt(digit, 10) : 2;
  return level;
}
