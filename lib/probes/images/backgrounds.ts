// Observes CSS background pictures cheaply: style rules first, then only the elements that those rules can match.
import type { ImageFact } from '@/lib/model/facts/images';
import type { Skip } from '@/lib/model/primitives';
import type { ProbeContext } from '../define-probe';
import { isVisible, pageRect } from '../dom/appearance';
import { attribute, queryAll } from '../dom/native';
import { absolute, cssAddresses, shortAddress } from './addresses';
import { loadByStatus } from './elements';
import { readUrlRules, type UrlRule } from './style-rules';
import { type Transfers, withoutFragment } from './transfers';

const CAP = 500;
/** Elements looked at per rule: the first that really shows the picture is enough. */
const PER_RULE = 20;
const BUDGET_MS = 15;

/**
 * One fact per background address that an element of the page really uses. Whether it loaded is known only when the
 * browser tells its status; asking again would be a request that the page did not make.
 */
export function observeBackgrounds(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
  transfers: Transfers,
  skipped: Skip[],
): ImageFact[] {
  const facts = new Map<string, ImageFact>();
  const until = performance.now() + BUDGET_MS;
  let late = false;

  function add(element: Element, written: string, address: string): void {
    const short = shortAddress(address);
    if (!short || facts.has(short) || facts.size >= CAP) return;
    const status = transfers.get(withoutFragment(address));
    facts.set(short, {
      kind: 'background',
      written: shortAddress(written),
      declared: true,
      address: short,
      load: /^data:/i.test(short) ? 'loaded' : loadByStatus(status),
      ...(status ? { status } : {}),
      naturalWidth: 0,
      naturalHeight: 0,
      tiny: false,
      visible: isVisible(element),
      rect: pageRect(element, context.document.defaultView ?? window),
      selector: context.selectorOf(element),
    });
  }

  function addComputed(element: Element, pseudo: string | undefined): void {
    for (const address of cssAddresses(getComputedStyle(element, pseudo).backgroundImage ?? ''))
      add(element, address, absolute(address, element.baseURI));
  }

  for (const root of roots) {
    for (const element of queryAll(root, '[style*="url("], [background]')) {
      if (context.isOwn(element)) continue;
      const written = attribute(element, 'background')?.trim();
      if (written) add(element, written, absolute(written, element.baseURI));
      // Inline text, not the computed value: that one no longer shows a path like C:\ as it was written.
      for (const address of cssAddresses(backgroundPart(attribute(element, 'style') ?? '')))
        add(element, address, absolute(address, element.baseURI));
    }
    const { rules, unreadable } = readUrlRules(root, skipped);
    if (unreadable.length > 0)
      skipped.push({
        what: `${unreadable.length} 个样式表中的背景图片`,
        why: `样式表来自其他网站，浏览器不允许读取（${unreadable[0]}${unreadable.length > 1 ? ' 等' : ''}）`,
      });
    for (const rule of applicable(rules, root)) {
      if (performance.now() > until || facts.size >= CAP) {
        late = true;
        break;
      }
      for (const element of queryAll(root, rule.selector).slice(0, PER_RULE)) {
        if (context.isOwn(element)) continue;
        const before = facts.size;
        for (const pseudo of rule.pseudos) addComputed(element, pseudo);
        if (facts.size > before) break;
      }
    }
  }
  if (late) skipped.push({ what: '部分背景图片', why: '样式规则过多，为不影响页面只检查了一部分' });
  return [...facts.values()];
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
