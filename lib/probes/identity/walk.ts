// Walks a frame's tree once: breaks its text into lines as the layout does, and shows each element to the collector.
import { BOUNDARY } from '@/lib/text/fold';
import type { ProbeContext } from '../define-probe';
import { isConnected, localNameOf, queryAll, shadowOf } from '../dom/native';
import { Collector } from './collector';
import { attributeOf, bodyOf } from './dom';
import { ARTICLE, FOOT, HINT, INLINE, KEY, NO_TEXT, OUTERMOST, TARGET, TOKEN } from './patterns';
import { emptyWalk, MAX, type Piece, type Walk } from './walk-result';

/** How often a walk whose place the page took away is begun anew; after that it goes in one go. */
const ATTEMPTS = 2;
/** Nodes between two looks at the clock. */
const LOOK_EVERY = 32;

/** Walks the frame, giving the page its turn in between. What is the extension's own is left out with all it holds. */
export async function walk(context: ProbeContext): Promise<Walk> {
  for (let attempt = 0; ; attempt++) {
    const result = emptyWalk();
    const root = bodyOf(context.document);
    const breathe = attempt < ATTEMPTS ? context.breathe : () => undefined;
    if (!root || (await new Walker(context, result, breathe).run(root))) return result;
  }
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
  private readonly handled = new Set<Element>();
  private readonly own = new Set<Element>();
  private readonly collector: Collector;

  constructor(
    private readonly context: ProbeContext,
    private readonly out: Walk,
    private readonly breathe: ProbeContext['breathe'],
  ) {
    this.collector = new Collector(out);
  }

  private get anchor(): Element | null {
    return this.anchors.at(-1) ?? null;
  }

  /** false: the page took away what the walk stood on, the rest was not seen. */
  async run(root: Element): Promise<boolean> {
    const whole = await this.tree(root);
    this.flush();
    return whole;
  }

  /** Depth-first with enter and leave, through a TreeWalker: its moves cannot be clobbered by the page. */
  private async tree(root: Element | ShadowRoot): Promise<boolean> {
    const { document, isOwn } = this.context;
    for (const element of queryAll(root, '[onclick]')) this.handled.add(element);
    for (const element of queryAll(root, OUTERMOST)) if (isOwn(element)) this.own.add(element);
    const show = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT;
    const walker = Document.prototype.createTreeWalker.call(document, root, show);
    if (nodeTypeOf(root) !== Node.ELEMENT_NODE && !walker.firstChild()) return true;
    const open: Open[] = [];
    for (let seen = 1; ; seen++) {
      const pause = seen % LOOK_EVERY === 0 && this.breathe();
      if (pause) {
        await pause;
        if (!isConnected(walker.currentNode)) return false;
      }
      const entered = this.visit(walker.currentNode, open);
      const shadow = entered && shadowOf(walker.currentNode as Element);
      if (shadow && !(await this.tree(shadow))) return false;
      if (entered && walker.firstChild()) continue;
      if (entered) this.leave(open.pop());
      while (!walker.nextSibling()) {
        if (!open.length) return true;
        walker.parentNode();
        this.leave(open.pop());
      }
    }
  }

  /** true when the node is an element whose content is to be read; it is then the last of `open`. */
  private visit(node: Node, open: Open[]): boolean {
    const type = nodeTypeOf(node);
    if (type === Node.TEXT_NODE) this.textNode(node as Text, open.at(-1)?.element);
    else if (type === Node.COMMENT_NODE) this.collector.comment(node as Comment, open.at(-1)?.element);
    if (type !== Node.ELEMENT_NODE) return false;
    const element = node as Element;
    const name = localNameOf(element);
    if (!this.enter(element, name)) return false;
    const block = !INLINE.has(name);
    if (block) this.flush();
    else this.boundary();
    open.push({ element, line: this.out.lines.length, chars: this.out.textLength, block });
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
      this.collector.script(element, this.anchor);
      return false;
    }
    const hint = `${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`;
    const hinted = hint.length > 1 && HINT.test(hint);
    if (name === 'a' || name === 'area') {
      this.anchors.push(element);
      this.collector.link(element, hinted, element);
    } else if (name === 'img' || isImageInput(element, name)) {
      this.boundary();
      this.collector.image(element, hinted, this.anchor);
    } else if (hinted && name !== 'input') this.collector.trace(element, 'placeholder', this.anchor, '');
    if (this.handled.has(element) && name !== 'a' && TARGET.test(attributeOf(element, 'onclick')))
      this.collector.trace(element, 'link', this.anchor, '');
    if (NO_TEXT.has(name)) return false;
    const named = hint.length > 1;
    if ((name === 'footer' || (named && FOOT.test(hint))) && out.feet.length < MAX.feet)
      out.feet.push(element);
    if (isArticle(name, named ? hint : '') && out.articles.length < MAX.articles) out.articles.push(element);
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
    this.pieces.push({ element: parent, anchor: this.anchor, from: this.text.length });
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
      if (TOKEN.test(this.text)) this.collector.tokens(this.text, this.pieces, this.anchor);
      const key = KEY.test(this.text);
      out.lines.push({ text: this.text, pieces: this.pieces, key });
      if (key) this.collector.collectEvidence(this.text, this.pieces);
    }
    this.text = '';
    this.pieces = [];
  }
}

function isImageInput(element: Element, name: string): boolean {
  return name === 'input' && attributeOf(element, 'type').toLowerCase() === 'image';
}

/** `ucapcontent` and the like are elements of publishing systems. */
function isArticle(name: string, hint: string): boolean {
  return name === 'article' || name === 'ucapcontent' || (hint !== '' && ARTICLE.test(hint));
}
