// The texts of a frame in reading order with the elements they stand in: one walk that several observations share.
import type { ProbeContext } from '../define-probe';
import { attribute, localNameOf, nodeTypeOf, parentElementOf, queryAll } from './native';
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
    const walker = walkerOver(context.document, root, context);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // A text node has no named fields that could shadow its properties.
      const text = squeeze(node.nodeValue ?? '');
      const element = text ? parentElementOf(node) : null;
      if (element) chunks.push({ text, element });
      if (chunks.length >= cap || performance.now() > context.deadline - 1_000) {
        cut = true;
        return { chunks, cut };
      }
      const pause = context.breathe();
      if (pause) await pause;
    }
  }
  return { chunks, cut };
}

function walkerOver(document: Document, root: Node, context: ProbeContext): TreeWalker {
  const own = new Set(
    queryAll(root, '[data-gov-site-inspector]').filter((element) => context.isOwn(element)),
  );
  return Document.prototype.createTreeWalker.call(
    document,
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (nodeTypeOf(node) !== 1) return NodeFilter.FILTER_ACCEPT;
      const refused = NO_TEXT.has(localNameOf(node as Element)) || own.has(node as Element);
      return refused ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    },
  );
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
