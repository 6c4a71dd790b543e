// One pass over a frame's tree: lines of text, possible marks, comments, and where evidence of a page foot stands.
import type { IdentityElement } from '@/lib/model/summary';
import { BOUNDARY } from '@/lib/text/fold';
import { localNameOf, queryAll, shadowOf, textOf } from '../dom/native';
import { attributeOf, attributesOf, bodyOf } from './dom';
import {
  COMMENT,
  EVIDENCE,
  FOOT,
  HINT,
  IMAGE,
  IMAGE_TEXT,
  INLINE,
  KEY,
  NO_TEXT,
  OUTERMOST,
  SHAPES,
  TARGET,
  TOKEN,
} from './patterns';

export interface Piece {
  element: Element;
  anchor: Element | null;
  from: number;
}

export interface RawLine {
  text: string;
  pieces: Piece[];
  /** Holds a word that one of the elements may be told by. */
  key: boolean;
}

export interface RawTrace {
  element: Element;
  kind: 'link' | 'image' | 'script' | 'inline-script' | 'placeholder' | 'text';
  anchor: Element | null;
  text: string;
  disabled: boolean;
  line: number;
}

/** What an element covers: lines and characters, from the walk's counters. */
export interface Span {
  firstLine: number;
  lastLine: number;
  chars: number;
}

export interface Walk {
  lines: RawLine[];
  traces: RawTrace[];
  comments: { elements: IdentityElement[]; text: string; parent: Element | undefined }[];
  evidence: { element: Element; bit: number; line: number }[];
  spans: Map<Element, Span>;
  /** Elements that are called foot, bottom or copyright. */
  feet: Element[];
  textLength: number;
  elements: number;
  /** Lists that reached their limit. */
  cut: boolean;
}

const MAX = {
  elements: 60_000,
  lines: 40_000,
  tokens: 60,
  traces: 400,
  comments: 60,
  evidence: 60,
  feet: 60,
  text: 4_000_000,
};

/** Walks the frame once. `isOwn` names elements of the extension, which are left out with all they hold. */
export function walk(document: Document, isOwn: (element: Element) => boolean): Walk {
  const result: Walk = {
    lines: [],
    traces: [],
    comments: [],
    evidence: [],
    spans: new Map(),
    feet: [],
    textLength: 0,
    elements: 0,
    cut: false,
  };
  const root = bodyOf(document);
  if (root) new Walker(document, isOwn, result).run(root);
  return result;
}

let nodeTypeGetter: ((this: Node) => number) | undefined;

/** A form may hold a field named “nodeType”. */
function nodeTypeOf(node: Node): number {
  nodeTypeGetter ??= Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')?.get;
  return nodeTypeGetter ? nodeTypeGetter.call(node) : node.nodeType;
}

interface Open {
  element: Element;
  line: number;
  chars: number;
  block: boolean;
}

class Walker {
  private text = '';
  private pieces: Piece[] = [];
  private anchors: Element[] = [];
  private tokensSeen = 0;
  private readonly handled = new Set<Element>();
  private readonly own = new Set<Element>();

  constructor(
    private readonly document: Document,
    private readonly isOwn: (element: Element) => boolean,
    private readonly out: Walk,
  ) {}

  run(root: Element): void {
    this.tree(root);
    this.flush();
  }

  /** Depth-first with enter and leave, through a TreeWalker: its moves cannot be clobbered by the page. */
  private tree(root: Element | ShadowRoot): void {
    for (const element of queryAll(root, '[onclick]')) this.handled.add(element);
    for (const element of queryAll(root, OUTERMOST)) if (this.isOwn(element)) this.own.add(element);
    const show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT;
    const walker = Document.prototype.createTreeWalker.call(this.document, root, show);
    if (nodeTypeOf(root) !== Node.ELEMENT_NODE && !walker.firstChild()) return;
    const open: Open[] = [];
    for (;;) {
      const entered = this.visit(walker.currentNode, open);
      if (entered && walker.firstChild()) continue;
      if (entered) this.leave(open.pop());
      while (!walker.nextSibling()) {
        if (!open.length) return;
        walker.parentNode();
        this.leave(open.pop());
      }
    }
  }

  /** true when the node is an element whose content is to be read; it is then the last of `open`. */
  private visit(node: Node, open: Open[]): boolean {
    const type = nodeTypeOf(node);
    if (type === Node.TEXT_NODE) this.textNode(node as Text, open.at(-1)?.element);
    else if (type === Node.COMMENT_NODE) this.comment(node as Comment, open.at(-1)?.element);
    if (type !== Node.ELEMENT_NODE) return false;
    const element = node as Element;
    const name = localNameOf(element);
    if (!this.enter(element, name)) return false;
    const block = !INLINE.has(name);
    if (block) this.flush();
    else this.boundary();
    open.push({ element, line: this.out.lines.length, chars: this.out.textLength, block });
    const shadow = shadowOf(element);
    if (shadow) this.tree(shadow);
    return true;
  }

  private enter(element: Element, name: string): boolean {
    const out = this.out;
    out.elements += 1;
    if (out.elements >= MAX.elements) {
      out.cut = true;
      return false;
    }
    if (name === 'br' || name === 'hr') {
      this.flush();
      return false;
    }
    if (this.own.has(element)) return false;
    if (name === 'script') {
      this.script(element);
      return false;
    }
    const hint = `${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`;
    const hinted = hint.length > 1 && HINT.test(hint);
    if (name === 'a' || name === 'area') {
      this.anchors.push(element);
      this.link(element, hinted);
    } else if (name === 'img' || name === 'input') this.image(element, name, hinted);
    else if (hinted) this.trace(element, 'placeholder', '');
    if (this.handled.has(element) && name !== 'a' && TARGET.test(attributeOf(element, 'onclick')))
      this.trace(element, 'link', '');
    if (NO_TEXT.has(name)) return false;
    if ((name === 'footer' || (hint.length > 1 && FOOT.test(hint))) && out.feet.length < MAX.feet)
      out.feet.push(element);
    return true;
  }

  private leave(entry: Open | undefined): void {
    if (!entry) return;
    if (entry.block) this.flush();
    else this.boundary();
    if (this.anchors.at(-1) === entry.element) this.anchors.pop();
    const open = this.text ? 1 : 0;
    this.out.spans.set(entry.element, {
      firstLine: entry.line,
      lastLine: Math.max(entry.line, this.out.lines.length - 1 + open),
      chars: this.out.textLength - entry.chars,
    });
  }

  private textNode(node: Text, parent: Element | undefined): void {
    const value = node.nodeValue ?? '';
    if (this.out.textLength > MAX.text) {
      this.out.cut = true;
      return;
    }
    const clean = value.replace(/[\t\n\r\f ]+/g, ' ');
    if (clean === ' ' || clean === '') {
      if (clean && this.text && !this.text.endsWith(' ')) this.text += ' ';
      return;
    }
    if (!parent) return;
    const anchor = this.anchors.at(-1) ?? null;
    this.pieces.push({ element: parent, anchor, from: this.text.length });
    this.text += clean;
    this.out.textLength += clean.length;
  }

  private boundary(): void {
    if (this.text && !this.text.endsWith(BOUNDARY)) this.text += BOUNDARY;
  }

  private flush(): void {
    if (!this.pieces.length) {
      this.text = '';
      return;
    }
    const out = this.out;
    if (out.lines.length >= MAX.lines) out.cut = true;
    else {
      if (TOKEN.test(this.text)) this.tokens(this.text, this.pieces);
      const key = KEY.test(this.text);
      out.lines.push({ text: this.text, pieces: this.pieces, key });
      if (key) this.collectEvidence(this.text, this.pieces);
    }
    this.text = '';
    this.pieces = [];
  }

  /** Keeps the pieces of a line that name an entry, with the links around them. */
  private tokens(text: string, pieces: Piece[]): void {
    if (this.tokensSeen > MAX.tokens) return;
    this.tokensSeen += 1;
    pieces.forEach((piece, index) => {
      const words = text.slice(piece.from, pieces[index + 1]?.from);
      if (words.length <= 160 && TOKEN.test(words))
        this.trace(piece.anchor ?? piece.element, 'text', words.replaceAll(BOUNDARY, '').trim());
    });
  }

  private collectEvidence(text: string, pieces: Piece[]): void {
    // A long paragraph that mentions such words talks about them.
    if (text.length > 1500) return;
    for (const [bit, shape] of SHAPES) {
      const at = text.search(shape);
      if (at < 0) continue;
      const piece = pieces.findLast((candidate) => candidate.from <= at) ?? pieces[0];
      if (piece) this.evidence(piece.element, bit);
    }
  }

  private evidence(element: Element, bit: number): void {
    const kept = this.out.evidence.filter((one) => one.bit === bit);
    // Of many alike the first and the last tell enough: the foot is at an end.
    const surplus = kept.length >= MAX.evidence ? kept[MAX.evidence / 2] : undefined;
    if (surplus) this.out.evidence.splice(this.out.evidence.indexOf(surplus), 1);
    this.out.evidence.push({ element, bit, line: Math.max(0, this.out.lines.length - 1) });
  }

  private link(element: Element, hinted: boolean): void {
    const target = `${attributeOf(element, 'href')} ${attributeOf(element, 'onclick')}`;
    const label = attributeOf(element, 'title');
    const told = label.length <= 60 && TOKEN.test(label);
    if (told || TARGET.test(target) || hinted || oddTarget(element)) this.trace(element, 'link', label);
  }

  private image(element: Element, name: string, hinted: boolean): void {
    if (name === 'input' && attributeOf(element, 'type').toLowerCase() !== 'image') return;
    this.boundary();
    const words = `${attributeOf(element, 'alt')} ${attributeOf(element, 'title')}`;
    const source = `${attributeOf(element, 'src')} ${attributeOf(element, 'data-src')} ${attributeOf(element, 'data-original')}`;
    const address = source.length > 2000 ? '' : source;
    if (IMAGE.test(address) || IMAGE_TEXT.test(words) || hinted || TOKEN.test(words))
      this.trace(element, 'image', words.trim());
  }

  private script(element: Element): void {
    const src = attributeOf(element, 'src');
    const hint = attributeOf(element, 'id');
    if (src || attributeOf(element, 'sitecode')) {
      if (/conac|jiucuo|\/CA\d{15}/i.test(`${src} ${hint}`) || attributeOf(element, 'sitecode'))
        this.trace(element, 'script', '');
      return;
    }
    const code = textOf(element) ?? '';
    if (code.length > 300_000 || !/conac|jiucuo/i.test(code)) return;
    for (const at of code.matchAll(/conac\.cn|_ideconac|\/CA\d{15}|jiucuo[\w.-]*\.(?:js|html)|_jiucuo_/gi)) {
      const disabled = isCommented(code, at.index);
      const piece = code.slice(Math.max(0, at.index - 200), at.index + 400);
      this.trace(element, 'inline-script', piece, disabled);
    }
  }

  private comment(node: Comment, parent: Element | undefined): void {
    const value = node.nodeValue ?? '';
    if (value.length < 6 || value.length > 400_000 || this.out.comments.length >= MAX.comments) return;
    const elements = COMMENT.filter(([, shape]) => shape.test(value)).map(([element]) => element);
    if (!elements.length) return;
    const at = Math.max(0, value.search(/conac|jiucuo|标识码|主办|电话|ICP\s*备|公网?安备|网站地图/i) - 40);
    this.out.comments.push({
      elements,
      text: value
        .slice(at, at + 160)
        .replace(/\s+/g, ' ')
        .trim(),
      parent,
    });
  }

  private trace(element: Element, kind: RawTrace['kind'], text: string, disabled = false): void {
    const out = this.out;
    if (out.traces.length >= MAX.traces) {
      out.cut = true;
      return;
    }
    out.traces.push({
      element,
      kind,
      anchor: this.anchors.at(-1) ?? null,
      text,
      disabled,
      line: out.lines.length,
    });
    if (disabled || kind === 'text') return;
    const signs = `${text} ${attributeOf(element, 'href')} ${attributeOf(element, 'src')} ${attributeOf(element, 'id')} ${attributeOf(element, 'onclick')}`;
    if (/conac|sitename\?/i.test(signs)) this.evidence(element, EVIDENCE.mark);
    if (/jiucuo|site_?code/i.test(signs)) this.evidence(element, EVIDENCE.errorEntry);
  }
}

/** An address kept in another attribute while href leads nowhere (url=, data-href=, ng-href= and the like). */
function oddTarget(element: Element): boolean {
  if (!/^(?:$|#|javascript:)/i.test(attributeOf(element, 'href').trim())) return false;
  return Object.entries(attributesOf(element)).some(([name, value]) => name !== 'href' && TARGET.test(value));
}

/** true when the place in a script lies behind `//` on its line or inside an open block comment. */
function isCommented(code: string, at: number): boolean {
  const lineStart = code.lastIndexOf('\n', at) + 1;
  if (/^\s*\/\//.test(code.slice(lineStart, at))) return true;
  const open = code.lastIndexOf('/*', at);
  return open >= 0 && code.lastIndexOf('*/', at) < open && /^\s*$|[;{}\n]\s*$/.test(code.slice(0, open));
}
