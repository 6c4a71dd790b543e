// The texts of a frame in reading order with the elements they stand in: one walk that several observations share.
import type { ProbeContext } from '../define-probe';
import { attribute, localNameOf, parentElementOf, queryAll } from './native';
import { remembered } from './page-memory';
import { rootsOf } from './roots';

export interface Chunk {
  /** White space squeezed, never ''; at most 2,000 characters. */
  text: string;
  element: Element;
}

const NO_TEXT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'textarea',
  'svg',
  'iframe',
  'object',
  'head',
  'button',
]);
const LONGEST = 2_000;
/** Texts between two looks at the clock. */
const LOOK_EVERY = 16;

export interface Chunks {
  chunks: Chunk[];
  /** true: the page is larger than the limit, its end was not read. */
  cut: boolean;
}

/** The texts of the whole frame, read once for all observations that run side by side. Nobody may change the list. */
export function readPageChunks(context: ProbeContext): Promise<Chunks> {
  const { document } = context;
  return remembered(document, 'chunks', () => readChunks(rootsOf(document), context));
}

/** Text nodes of the trees, at most `cap`; hands the page its turn in between. */
export async function readChunks(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
  cap = 60_000,
): Promise<Chunks> {
  const chunks: Chunk[] = [];
  let cut = false;
  for (const root of roots) {
    const isRead = readableParents(root, context);
    const walker = Document.prototype.createTreeWalker.call(context.document, root, NodeFilter.SHOW_TEXT);
    for (let seen = 1, node = walker.nextNode(); node; seen++, node = walker.nextNode()) {
      // A text node has no named fields that could shadow its properties.
      const text = squeeze(node.nodeValue ?? '');
      const element = text ? parentElementOf(node) : null;
      if (element && isRead(element)) chunks.push({ text, element });
      const look = seen % LOOK_EVERY === 0;
      if (chunks.length >= cap || (look && performance.now() > context.deadline - 1_000)) {
        cut = true;
        return { chunks, cut };
      }
      const pause = look && context.breathe();
      if (pause) await pause;
    }
  }
  return { chunks, cut };
}

/** Whether texts below an element count, remembered by element: most texts have their neighbours' parent. */
function readableParents(root: Node, context: ProbeContext): (element: Element) => boolean {
  const own = queryAll(root, '[data-gov-site-inspector]').filter((element) => context.isOwn(element));
  const known = new Map<Element, boolean>(own.map((element) => [element, false]));
  return function isRead(element: Element): boolean {
    const path: Element[] = [];
    let answer: boolean | undefined;
    for (let at: Element | null = element; at; at = parentElementOf(at)) {
      answer = known.get(at);
      if (answer !== undefined) break;
      path.push(at);
      answer = !NO_TEXT.has(localNameOf(at));
      if (!answer) break;
    }
    for (const each of path) known.set(each, answer !== false);
    return answer !== false;
  };
}

function squeeze(text: string): string {
  if (text.length < 40 && text.trim() === '') return '';
  return text
    .slice(0, LONGEST * 4)
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** The link around an element, or null. */
export function linkAround(element: Element): Element | null {
  for (let current: Element | null = element, steps = 0; current && steps < 8; steps++) {
    if (localNameOf(current) === 'a') return current;
    current = parentElementOf(current);
  }
  return null;
}

/** Absolute address of a link, '' when it leads nowhere; at most 2,000 characters. */
export function addressOf(link: Element, base: string): string {
  const written = (attribute(link, 'href') ?? '').trim();
  if (written === '' || /^(?:#|javascript:|mailto:|tel:|data:)/i.test(written)) return '';
  try {
    return new URL(written, base).href.slice(0, 2_000);
  } catch {
    return '';
  }
}
