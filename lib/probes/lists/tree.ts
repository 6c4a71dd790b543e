// Reads the tree around lists: children kept once read, texts below an element, addresses of links.

import { attribute, baseOf, firstChildOf, localNameOf, nextOf, parentElementOf } from '../dom/native';
import { parseHttp } from './address';

/** Children of elements, read once per gathering. */
export class Tree {
  private readonly children = new Map<Node, Element[]>();

  childrenOf(parent: Node): Element[] {
    const known = this.children.get(parent);
    if (known) return known;
    const list: Element[] = [];
    for (let child = firstChildOf(parent); child; child = nextOf(child)) list.push(child);
    this.children.set(parent, list);
    return list;
  }

  /** Siblings before the element, the nearest first. */
  before(element: Element): Element[] {
    const parent = parentElementOf(element);
    const siblings = parent ? this.childrenOf(parent) : [];
    return siblings.slice(0, Math.max(0, siblings.indexOf(element))).reverse();
  }
}

const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'option', 'textarea']);

/** Text nodes below `root`, at most `limit`, with blanks squeezed; empty ones and those of scripts are left out. */
export function textsBelow(root: Node, limit: number): { text: string; parent: Element }[] {
  const document = root.ownerDocument ?? (root as Document);
  const walker = Document.prototype.createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT);
  const found: { text: string; parent: Element }[] = [];
  for (let node = walker.nextNode(); node && found.length < limit; node = walker.nextNode()) {
    const text = (node as Text).data.slice(0, 1000).replace(/\s+/g, ' ').trim();
    const parent = text === '' ? null : parentElementOf(node as unknown as Element);
    if (parent && !UNREAD.has(localNameOf(parent))) found.push({ text, parent });
  }
  return found;
}

/** Absolute http(s) address of a link that leads somewhere else than its own page's top. */
export function targetOf(link: Element): string | undefined {
  return parseHttp(attribute(link, 'href') ?? '', baseOf(link));
}
