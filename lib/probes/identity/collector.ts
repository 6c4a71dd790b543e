// Decides what of a frame is worth keeping as a trace: links, images, scripts, comments, words that name an entry.
import { BOUNDARY } from '@/lib/text/fold';
import { isSentence } from '@/lib/text/sentences';
import { localNameOf, queryAll, textOf } from '../dom/native';
import { attributeOf, attributesOf } from './dom';
import {
  COMMENT,
  EVIDENCE,
  IMAGE,
  IMAGE_TEXT,
  MAP_TARGET,
  NUMBER_TITLE,
  SHAPES,
  TARGET,
  TOKEN,
} from './patterns';
import { MAX, type Piece, type RawTrace, type Walk } from './walk-result';

/** Fills the traces, comments and evidence of one walk. `anchor` is the link around what is looked at. */
export class Collector {
  private tokensSeen = 0;

  constructor(private readonly out: Walk) {}

  /** Keeps the pieces of a line that name an entry, with the links around them. */
  tokens(text: string, pieces: Piece[], anchor: Element | null): void {
    if (this.tokensSeen > MAX.tokens) return;
    this.tokensSeen += 1;
    pieces.forEach((piece, index) => {
      const words = text.slice(piece.from, pieces[index + 1]?.from);
      if (words.length <= 160 && TOKEN.test(words))
        this.trace(piece.anchor ?? piece.element, 'text', anchor, words.replaceAll(BOUNDARY, '').trim());
    });
  }

  collectEvidence(text: string, pieces: Piece[]): void {
    // A long paragraph that mentions such words talks about them.
    if (text.length > 1500 || isSentence(text)) return;
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

  link(element: Element, hinted: boolean, anchor: Element | null): void {
    const target = `${attributeOf(element, 'href')} ${attributeOf(element, 'onclick')}`;
    const label = wordsOf(element) || spacedText(element);
    const told = label.length <= 60 && (TOKEN.test(label) || NUMBER_TITLE.test(label));
    if (told || TARGET.test(target) || hinted || oddTarget(element) || leadsToMap(element))
      this.trace(element, 'link', anchor, label);
  }

  image(element: Element, hinted: boolean, anchor: Element | null): void {
    const words = `${attributeOf(element, 'alt')} ${attributeOf(element, 'title')}`;
    const source = `${attributeOf(element, 'src')} ${attributeOf(element, 'data-src')} ${attributeOf(element, 'data-original')}`;
    const address = source.length > 2000 ? '' : source;
    if (IMAGE.test(address) || IMAGE_TEXT.test(words) || hinted || TOKEN.test(words))
      this.trace(element, 'image', anchor, words.trim());
  }

  script(element: Element, anchor: Element | null): void {
    const src = attributeOf(element, 'src');
    const hint = attributeOf(element, 'id');
    if (src || attributeOf(element, 'sitecode')) {
      if (/conac|jiucuo|\/CA\d{15}/i.test(`${src} ${hint}`) || attributeOf(element, 'sitecode'))
        this.trace(element, 'script', anchor, '');
      return;
    }
    const code = textOf(element) ?? '';
    if (code.length > 300_000 || !/conac|jiucuo/i.test(code)) return;
    for (const at of code.matchAll(/conac\.cn|_ideconac|\/CA\d{15}|jiucuo[\w.-]*\.(?:js|html)|_jiucuo_/gi)) {
      const disabled = isCommented(code, at.index);
      const piece = code.slice(Math.max(0, at.index - 200), at.index + 400);
      this.trace(element, 'inline-script', anchor, piece, disabled);
    }
  }

  comment(node: Comment, parent: Element | undefined): void {
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

  trace(
    element: Element,
    kind: RawTrace['kind'],
    anchor: Element | null,
    text: string,
    disabled = false,
  ): void {
    const out = this.out;
    if (out.traces.length >= MAX.traces) {
      out.cut = true;
      return;
    }
    out.traces.push({
      element,
      kind,
      anchor,
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

/** Text that only its blanks or inner elements keep from being read as one word: “网 站 地 图”. */
function spacedText(element: Element): string {
  const text = textOf(element) ?? '';
  if (text.length < 4 || text.length > 40) return '';
  const word = text.replace(/\s+/g, '');
  return word !== text.trim() || queryAll(element, '*', 1).length > 0 ? word : '';
}

/** What a link says without text: title, the name for screen readers, or the words of an image map's area. */
function wordsOf(element: Element): string {
  const area = localNameOf(element) === 'area' ? attributeOf(element, 'alt') : '';
  return attributeOf(element, 'title') || attributeOf(element, 'aria-label') || area;
}

/** A site map's link may be nothing but an image. */
function leadsToMap(element: Element): boolean {
  return (
    MAP_TARGET.test(attributeOf(element, 'href')) &&
    (textOf(element) ?? '').trim() === '' &&
    queryAll(element, 'img', 1).length > 0
  );
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
