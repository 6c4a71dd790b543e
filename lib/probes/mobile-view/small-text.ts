// Measures how much visible text is smaller than 12 pixels.
import type { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import type { ProbeContext } from '../define-probe';
import { localNameOf } from '../dom/native';
import { pieceOf } from './piece';

const SMALLEST_PX = 12;
const MOST = 10;
/** Elements between two looks at the clock. */
const LOOK_EVERY = 16;

export async function smallTextOf(
  visible: readonly Element[],
  context: ProbeContext,
): Promise<MobileViewFacts['smallText']> {
  let characters = 0;
  let all = 0;
  const small: { element: Element; length: number }[] = [];
  for (const [at, element] of visible.entries()) {
    if (at % LOOK_EVERY === 0) await context.breathe();
    if (/^(?:script|style|noscript|template|option)$/.test(localNameOf(element))) continue;
    const length = ownText(element);
    if (length === 0) continue;
    all += length;
    if (Number.parseFloat(getComputedStyle(element).fontSize) >= SMALLEST_PX) continue;
    characters += length;
    small.push({ element, length });
  }
  const examples = small
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map(({ element }) => pieceOf(element, context));
  return { characters, all, examples };
}

/** Characters of the text that stands in the element itself, white space left out. */
function ownText(element: Element): number {
  let length = 0;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentNode === element ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    length += (node.nodeValue ?? '').replace(/\s+/g, '').length;
  return length;
}
