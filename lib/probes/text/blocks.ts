// Walks the text of a frame once and joins it into blocks as a visitor reads them, giving the page its turn in between.
import type { TextBlock } from '@/lib/model/facts/text';
import type { ProbeContext } from '../define-probe';
import { isVisible } from '../dom/appearance';
import { closest, isConnected, localNameOf, parentElementOf } from '../dom/native';

export interface ReadBlocks {
  blocks: TextBlock[];
  cut: boolean;
  /** The page changed under the walk more often than it was begun anew. */
  restless: boolean;
}

/** Elements inside a line of text; links are left out, for a link is read by itself. */
const INLINE = new Set(
  'abbr b bdi bdo big cite data del dfn em font i ins mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Text inside these is never shown, or is not the page's own words (what a visitor typed). */
const UNREAD = new Set('script style noscript template textarea title iframe object datalist'.split(' '));
const CODE = new Set('pre code kbd samp xmp listing'.split(' '));
const LONGEST_BLOCK = 5_000;
/** Nodes between looks at the clock. */
const LOOK_EVERY = 50;
/** Milliseconds before the deadline at which the walk, and the naming of what it found, end with what they have. */
const WALK_ENDS_MS = 1_500;
const LAST_MS = 500;
const ATTEMPTS = 3;

/** All visible text of these trees within the limits. */
export async function readBlocks(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
  limits: { characters: number; blocks: number },
): Promise<ReadBlocks> {
  const all: ReadBlocks = { blocks: [], cut: false, restless: false };
  let left = limits.characters;
  for (const root of roots) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const part = await readTree(root, context, left, limits.blocks - all.blocks.length);
      if (part.restless && attempt < ATTEMPTS) continue;
      const blocks = await withSelectors(part.blocks, context);
      for (const block of blocks) all.blocks.push(block);
      all.cut ||= part.cut || blocks.length < part.blocks.length;
      all.restless ||= part.restless;
      left -= part.blocks.reduce((sum, { text }) => sum + text.length, 0);
      break;
    }
  }
  return all;
}

/** What is known of an element that holds text: where its block is, and whether any of it is to be read. */
interface Home {
  block: Element;
  /** Not inside something whose text is never read. */
  allowed: boolean;
  read: boolean;
  code: boolean;
}

/** A block whose selector is not known yet. */
interface Found {
  text: string;
  element: Element;
  code?: boolean;
}
type Walked = Omit<ReadBlocks, 'blocks'> & { blocks: Found[] };

/** Selectors of all at the end. Shorter than what was found when the time is up. */
async function withSelectors(found: readonly Found[], context: ProbeContext): Promise<TextBlock[]> {
  const blocks: TextBlock[] = [];
  for (const { text, element, code } of found) {
    const pause = blocks.length % LOOK_EVERY === 0 && context.breathe();
    if (pause) {
      await pause;
      if (performance.now() > context.deadline - LAST_MS) break;
    }
    blocks.push({
      kind: 'text',
      text,
      tag: localNameOf(element),
      ...(code && { code }),
      selector: context.selectorOf(element),
    });
  }
  return blocks;
}

async function readTree(
  root: Document | ShadowRoot,
  context: ProbeContext,
  characters: number,
  blocksLeft: number,
): Promise<Walked> {
  const homes = new Map<Element, Home>();
  const blocks: Found[] = [];
  let open: { home: Home; text: string } | undefined;
  let left = characters;
  const close = () => {
    const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (open && text) {
      const { block, code } = open.home;
      for (let at = 0; at < text.length; at += LONGEST_BLOCK)
        blocks.push({
          text: text.slice(at, at + LONGEST_BLOCK),
          element: block,
          ...(code && { code }),
        });
    }
    open = undefined;
  };
  const walker = Document.prototype.createTreeWalker.call(
    context.document,
    root,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    seen += 1;
    const pause = seen % LOOK_EVERY === 0 && context.breathe();
    if (pause) {
      await pause;
      if (performance.now() > context.deadline - WALK_ENDS_MS) return { blocks, cut: true, restless: false };
      // A node that was taken out leads nowhere: the rest of the page would be missed in silence.
      if (!isConnected(node)) return { blocks, cut: false, restless: true };
      // What was known of visibility may have changed meanwhile.
      homes.clear();
    }
    if (node.nodeType === 1) {
      const name = localNameOf(node as Element);
      if (name === 'br' || name === 'hr' || name === 'img') close();
      continue;
    }
    const text = node.nodeValue ?? '';
    const parent = text === '' ? null : parentElementOf(node);
    const blank = !/\S/.test(text);
    if (!parent || (blank && !open)) continue;
    const home = homeOf(parent, homes, context);
    if (!home.read) continue;
    if (open && open.home.block === home.block) {
      open.text += text;
    } else {
      close();
      if (blank) continue;
      if (blocks.length >= blocksLeft || left <= 0) return { blocks, cut: true, restless: false };
      open = { home, text };
    }
    left -= text.length;
  }
  close();
  return { blocks, cut: false, restless: false };
}

function homeOf(parent: Element, homes: Map<Element, Home>, context: ProbeContext): Home {
  const known = homes.get(parent);
  if (known) return known;
  const name = localNameOf(parent);
  const above = parentElementOf(parent);
  let home: Home;
  if (INLINE.has(name) && above) {
    const outer = homeOf(above, homes, context);
    // Visible text may stand inside hidden text (visibility), so each element is asked by itself.
    const read = outer.allowed && isVisible(parent);
    home = { block: outer.block, allowed: outer.allowed, read, code: outer.code || CODE.has(name) };
  } else {
    // The entries of a closed list have no box of their own, yet a visitor opens it and reads them.
    const shown = name === 'option' ? (closest(parent, 'select') ?? parent) : parent;
    const allowed = !UNREAD.has(name) && !context.isOwn(parent);
    const read = allowed && isVisible(shown);
    home = { block: parent, allowed, read, code: isCode(parent) };
  }
  homes.set(parent, home);
  return home;
}

function isCode(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at && up < 4; at = parentElementOf(at), up++)
    if (CODE.has(localNameOf(at))) return true;
  return false;
}
