// Observes CSS background pictures cheaply: style rules first, then only the elements that those rules can match.
import type { ImageFact } from '@/lib/model/facts/images';
import type { Skip } from '@/lib/model/primitives';
import type { ProbeContext } from '../define-probe';
import { isVisible, pageRect } from '../dom/appearance';
import { attribute, countAll, queryAll } from '../dom/native';
import { absolute, cssAddresses, shortAddress } from './addresses';
import { loadByStatus } from './elements';
import { readUrlRules, type UrlRule } from './style-rules';
import { type Transfers, withoutFragment } from './transfers';

const CAP = 500;
/** Elements looked at per rule: the first that really shows the picture is enough. */
const PER_RULE = 20;
/** Elements times rules that are compared; counted, not timed, so that a busy computer sees the same. */
const MAX_COMPARISONS = 1_000_000;
const CAN_SHOW_BACKGROUND = 'body, :not(html, head, head *, script, style, link, option, br, img, svg *)';
/** Elements asked for their computed style where a style sheet cannot be read. */
const MAX_STYLES = 3000;
/** Of them between two looks at the clock. */
const LOOK_EVERY = 16;

/**
 * One fact per background address that an element of the page really uses. Whether it loaded is known only when the
 * browser tells its status; asking again would be a request that the page did not make.
 */
export async function observeBackgrounds(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
  transfers: Transfers,
  skipped: Skip[],
): Promise<ImageFact[]> {
  const found = new Found(context, transfers);
  let comparisons = 0;
  const hidden = new Set<string>();
  let cut = false;
  for (const root of roots) {
    await context.breathe();
    readInline(root, found, context);
    await context.breathe();
    const sheets = readUrlRules(root);
    for (const address of sheets.unreadable) hidden.add(address);
    cut ||= sheets.cut;
    const elements = sheets.rules.length > 0 ? countAll(root, '*') : 0;
    for (const rule of applicable(sheets.rules, root)) {
      comparisons += elements;
      cut ||= comparisons > MAX_COMPARISONS || found.isFull();
      if (cut) break;
      readRule(root, rule, found, context);
      await context.breathe();
    }
  }
  let all = true;
  if (hidden.size > 0) for (const root of roots) all &&= await readStyles(root, found, context);
  if (!all)
    skipped.push({
      what: `${hidden.size} 个样式表中的部分背景图片`,
      why: `浏览器不允许读取该样式表，页面元素又较多，未逐一核对（${[...hidden].sort()[0]}${hidden.size > 1 ? ' 等' : ''}）`,
    });
  if (cut) skipped.push({ what: '部分背景图片', why: '样式规则过多，为不影响页面只检查了一部分' });
  return found.list();
}

/** Collects one fact per address, with the first element that uses it. */
class Found {
  private readonly facts = new Map<string, ImageFact>();

  constructor(
    private readonly context: ProbeContext,
    private readonly transfers: Transfers,
  ) {}

  isFull(): boolean {
    return this.facts.size >= CAP;
  }

  list(): ImageFact[] {
    return [...this.facts.values()];
  }

  /** Adds what the element shows now, by its computed style; true when that was something new. */
  addComputed(element: Element, pseudo: string | undefined): boolean {
    const value = getComputedStyle(element, pseudo).backgroundImage;
    if (!value || value === 'none') return false;
    const before = this.facts.size;
    for (const address of cssAddresses(value)) this.add(element, address);
    return this.facts.size > before;
  }

  add(element: Element, written: string): void {
    const full = absolute(written, element.baseURI);
    const address = shortAddress(full);
    if (!address || this.facts.has(address) || this.isFull()) return;
    const status = this.transfers.get(withoutFragment(full));
    this.facts.set(address, {
      kind: 'background',
      written: shortAddress(written),
      declared: true,
      address,
      load: /^data:/i.test(address) ? 'loaded' : loadByStatus(status),
      ...(status ? { status } : {}),
      naturalWidth: 0,
      naturalHeight: 0,
      tiny: false,
      visible: isVisible(element),
      rect: pageRect(element, this.context.document.defaultView ?? window),
      selector: this.context.selectorOf(element),
    });
  }
}

/** Backgrounds set on the element itself. The text is read, not the computed value: that one alters a path like C:\. */
function readInline(root: Document | ShadowRoot, found: Found, context: ProbeContext): void {
  for (const element of queryAll(root, '[style*="url("], [background]')) {
    if (context.isOwn(element)) continue;
    const written = attribute(element, 'background')?.trim();
    if (written) found.add(element, written);
    for (const address of cssAddresses(backgroundPart(attribute(element, 'style') ?? '')))
      found.add(element, address);
  }
}

function readRule(root: Document | ShadowRoot, rule: UrlRule, found: Found, context: ProbeContext): void {
  for (const element of queryAll(root, rule.selector, PER_RULE)) {
    if (context.isOwn(element)) continue;
    if (rule.pseudos.map((pseudo) => found.addComputed(element, pseudo)).some(Boolean)) return;
  }
}

/** Asks elements for their computed background where style sheets cannot be read. true when all were asked. */
async function readStyles(
  root: Document | ShadowRoot,
  found: Found,
  context: ProbeContext,
): Promise<boolean> {
  const elements = queryAll(root, CAN_SHOW_BACKGROUND, MAX_STYLES + 1);
  for (const [at, element] of elements.slice(0, MAX_STYLES).entries()) {
    if (at % LOOK_EVERY === 0) await context.breathe();
    if (getComputedStyle(element).backgroundImage !== 'none' && !context.isOwn(element))
      found.addComputed(element, undefined);
  }
  return elements.length <= MAX_STYLES;
}

/** The declarations of an inline style that set a background. */
function backgroundPart(style: string): string {
  return style
    .split(/;(?![^(]*\))/)
    .filter((declaration) => /^\s*background/i.test(declaration))
    .join(';');
}

/** Rules that name only classes and ids found in the tree; with few rules the count is not worth it. */
function applicable(rules: UrlRule[], root: Document | ShadowRoot): UrlRule[] {
  if (rules.length < 20) return rules;
  const names = new Set<string>();
  for (const element of queryAll(root, '[class], [id]')) {
    const id = attribute(element, 'id');
    if (id) names.add(`#${id}`);
    for (const name of (attribute(element, 'class') ?? '').split(/\s+/)) if (name) names.add(`.${name}`);
  }
  return rules.filter(({ selector }) =>
    // Escapes and functional pseudo-classes are left to the browser.
    /[\\(]/.test(selector)
      ? true
      : selector
          .split(',')
          .some((part) =>
            (part.replace(/\[[^\]]*\]/g, '').match(/[.#][\w\u0080-\uffff-]+/g) ?? []).every((name) =>
              names.has(name),
            ),
          ),
  );
}
