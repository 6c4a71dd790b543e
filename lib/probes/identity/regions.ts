// Finds the stretches of a page that are its foot, from where the evidence gathers; class names are only a hint.
import type { IdentityRegion } from '@/lib/model/facts/identity';
import { isShadowRoot, parentElementOf, queryAll, rootOf } from '../dom/native';
import { attributeOf, bodyOf } from './dom';
import { ARTICLE, EVIDENCE } from './patterns';
import type { RawTrace, Span, Walk } from './walk-result';

export interface Region {
  root: Element;
  kind: IdentityRegion['kind'];
  inArticle: boolean;
  firstLine: number;
  lastLine: number;
}

/** Characters that a foot may have; with its blocks of partner links more. */
const FOOT_CHARS = 1600;
const NAMED_FOOT_CHARS = 6000;
const SIBLING_CHARS = 300;
/** What a page's content has and its foot has not. */
const CONTENT =
  'h1, h2, h3, article, main, header, nav, form, textarea, input[type="text"], input:not([type])';
const CONTENT_NAME =
  /(?:^|[-_\s])(?:main|content-?box|article|list|news|detail|nav|header|banner|container-?main|sidebar)(?:$|[-_\s\d])/i;
const WHOLE_FOOT = /foot|bottom|btm|dibu|yejiao|(?:^|\s)ft(?:$|\s)/i;

/** Regions of one frame, in document order, not overlapping. `whole`: a small frame that may be nothing but a foot. */
export function findRegions(document: Document, walk: Walk, whole: boolean): Region[] {
  const body = bodyOf(document);
  if (!body) return [];
  if (whole) {
    const last = walk.lines.length - 1;
    return last < 0 ? [] : [{ root: body, kind: 'document', inArticle: false, firstLine: 0, lastLine: last }];
  }
  const feet = new Set(walk.feet);
  const masks = maskEvidence(walk);
  const seeds = [...smallestGatherings(masks, walk.spans), ...loneEvidence(walk), ...namedFeet(walk)].filter(
    (element) => element !== body,
  );
  const regions: Region[] = looseLines(body, walk);
  for (const seed of seeds) {
    if (regions.some((region) => region.root !== body && contains(region.root, seed))) continue;
    const root = expand(seed, body, walk.spans, feet);
    const span = walk.spans.get(root);
    if (!span) continue;
    regions.push({
      root,
      kind: isNamedFoot(root, feet) ? 'foot' : 'evidence',
      inArticle: liesInArticle(root),
      ...withNeighbours(root, span, walk),
    });
  }
  return merged(regions);
}

/** Evidence in text that lies right in the body, e.g. behind the last closing tag. */
function looseLines(body: Element, walk: Walk): Region[] {
  return walk.evidence
    .filter(({ element, bit }) => element === body && bit !== EVIDENCE.sponsor)
    .map(({ line }) => ({
      root: body,
      kind: 'evidence' as const,
      inArticle: false,
      firstLine: line,
      lastLine: Math.min(line + 4, walk.lines.length - 1),
    }));
}

/** Evidence bits gathered at every ancestor of a piece of evidence. */
function maskEvidence(walk: Walk): Map<Element, number> {
  const masks = new Map<Element, number>();
  for (const { element, bit } of walk.evidence) {
    for (let current: Element | null = element; current; current = up(current)) {
      const mask = masks.get(current) ?? 0;
      if (mask & bit) break;
      masks.set(current, mask | bit);
    }
  }
  return masks;
}

/** The smallest elements that hold two kinds of evidence and are no larger than a foot can be. */
function smallestGatherings(masks: Map<Element, number>, spans: Map<Element, Span>): Element[] {
  const above = new Set<Element>();
  const gatherings: Element[] = [];
  for (const [element, mask] of masks) {
    if (kinds(mask) < 2) continue;
    gatherings.push(element);
    for (let current = up(element); current && !above.has(current); current = up(current)) above.add(current);
  }
  return gatherings.filter(
    (element) =>
      !above.has(element) &&
      (spans.get(element)?.chars ?? 0) <= 2 * FOOT_CHARS &&
      queryAll(element, CONTENT).length === 0 &&
      !hasContentBeside(element, element),
  );
}

/** Single pieces of strong evidence; a name of a sponsor alone is none. */
function loneEvidence(walk: Walk): Element[] {
  return walk.evidence.filter(({ bit }) => bit !== EVIDENCE.sponsor).map(({ element }) => element);
}

/** Elements called foot that hold at least one line with a key word. */
function namedFeet(walk: Walk): Element[] {
  return walk.feet.filter((element) => {
    const span = walk.spans.get(element);
    if (!span || span.chars > NAMED_FOOT_CHARS || liesInArticle(element)) return false;
    return walk.lines.slice(span.firstLine, span.lastLine + 1).some((line) => line.key);
  });
}

function kinds(mask: number): number {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count += 1;
  return count;
}

/** Climbs from the evidence to the largest ancestor that can still be the foot. */
function expand(seed: Element, body: Element, spans: Map<Element, Span>, feet: Set<Element>): Element {
  let root = seed;
  for (let parent = up(seed); parent && parent !== body; parent = up(parent)) {
    const chars = spans.get(parent)?.chars ?? Number.POSITIVE_INFINITY;
    if (parent.localName === 'html' || parent.localName === 'main') break;
    const limit = isNamedFoot(parent, feet) ? NAMED_FOOT_CHARS : FOOT_CHARS;
    if (chars > limit) break;
    // A foot that is named so ends there; one that is not must not swallow the page's content.
    if (WHOLE_FOOT.test(nameOf(root)) && isNamedFoot(root, feet) && !isNamedFoot(parent, feet)) break;
    if (hasContentBeside(parent, root)) break;
    if (queryAll(parent, CONTENT).length > queryAll(root, CONTENT).length) break;
    root = parent;
  }
  return root;
}

/** Short siblings belong to the foot: sponsor above, address below, loose text after the last closing tag. */
function withNeighbours(root: Element, span: Span, walk: Walk): { firstLine: number; lastLine: number } {
  let { firstLine, lastLine } = span;
  if (liesInArticle(root)) return { firstLine, lastLine };
  // What is called foot is whole; what is called copyright is often only its last line.
  const whole = WHOLE_FOOT.test(nameOf(root));
  let element: Element | null = root;
  for (let steps = 0; !whole && steps < 4 && element; steps++) {
    element = element.previousElementSibling;
    const near: Span | undefined = element ? walk.spans.get(element) : undefined;
    if (!near) continue;
    if (
      near.chars > SIBLING_CHARS ||
      !element ||
      CONTENT_NAME.test(nameOf(element)) ||
      liesInArticle(element) ||
      queryAll(element, CONTENT).length
    )
      break;
    if (near.chars) firstLine = Math.min(firstLine, near.firstLine);
  }
  let budget = 2 * SIBLING_CHARS;
  while (lastLine + 1 < walk.lines.length) {
    budget -= walk.lines[lastLine + 1]?.text.length ?? 0;
    if (budget < 0) break;
    lastLine += 1;
  }
  return { firstLine, lastLine };
}

/** A child that is called content stands beside: the parent is the page, not the foot. */
function hasContentBeside(parent: Element, root: Element): boolean {
  return queryAll(parent, ':scope > *').some((child) => child !== root && CONTENT_NAME.test(nameOf(child)));
}

/**
 * true when a trace stands in the region. A trace without text lies before the line that it was counted for: an image
 * above the region's first line belongs to what stands above, unless it is an element of the region itself.
 */
export function isWithin({ root, firstLine, lastLine }: Region, trace: RawTrace): boolean {
  if (trace.line < firstLine || trace.line > lastLine + 1) return false;
  if (trace.line > firstLine && trace.line <= lastLine) return true;
  // Marks often stand in a box of their own beside the lines, under one parent with them.
  const parent = up(root);
  const whole = parent && parent.localName !== 'body' && parent.localName !== 'html' ? parent : root;
  return contains(whole, trace.element);
}

function nameOf(element: Element): string {
  return `${element.localName} ${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`;
}

function merged(regions: Region[]): Region[] {
  const sorted = [...regions].sort((a, b) => a.firstLine - b.firstLine || b.lastLine - a.lastLine);
  const result: Region[] = [];
  for (const region of sorted) {
    const last = result.at(-1);
    if (last && region.firstLine <= last.lastLine) {
      if (region.kind === 'foot' && last.kind !== 'foot') {
        last.kind = 'foot';
        last.root = region.root;
      }
      last.inArticle &&= region.inArticle;
      last.lastLine = Math.max(last.lastLine, region.lastLine);
    } else result.push({ ...region });
  }
  return result;
}

function isNamedFoot(element: Element, feet: Set<Element>): boolean {
  return feet.has(element);
}

/** true inside an `article` or an element named like an article's text. */
export function liesInArticle(element: Element): boolean {
  for (let current: Element | null = element; current; current = up(current)) {
    if (current.localName === 'article') return true;
    if (ARTICLE.test(`${attributeOf(current, 'id')} ${attributeOf(current, 'class')}`)) return true;
  }
  return false;
}

function contains(root: Element, element: Element): boolean {
  for (let current: Element | null = element; current; current = up(current))
    if (current === root) return true;
  return false;
}

/** Parent element; from a shadow root on to its host. */
function up(element: Element): Element | null {
  const parent = parentElementOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  return isShadowRoot(root) ? root.host : null;
}
