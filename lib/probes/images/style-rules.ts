// Reads the style rules of a tree that set a background picture and apply now.
/** A rule with a background address. `pseudos` are what to ask the computed style for; undefined = the element. */
export interface UrlRule {
  selector: string;
  pseudos: (string | undefined)[];
}

/** Rules read per tree: a large portal has some thousands, each costs a microsecond or two. */
const MAX_RULES = 10_000;

export interface UrlRules {
  rules: UrlRule[];
  /** Addresses of style sheets that the browser hides: of other sites, or not loaded. */
  unreadable: string[];
  /** true: there were more rules than are read. */
  cut: boolean;
}

export function readUrlRules(root: Document | ShadowRoot): UrlRules {
  const rules: UrlRule[] = [];
  const unreadable: string[] = [];
  let seen = 0;

  function walk(list: CSSRuleList, parent: string): void {
    for (const rule of Array.from(list)) {
      if (++seen > MAX_RULES) return;
      if (rule instanceof CSSStyleRule) {
        const hasAddress = rule.style.getPropertyValue('background-image').includes('url(');
        const nested = rule.cssRules?.length > 0;
        if (!hasAddress && !nested) continue;
        const selector = parent ? rule.selectorText.replaceAll('&', `:is(${parent})`) : rule.selectorText;
        if (hasAddress) rules.push(toUrlRule(selector));
        if (nested) walk(rule.cssRules, selector);
      } else if (rule instanceof CSSImportRule) {
        if (rule.styleSheet) open(rule.styleSheet);
      } else if ('cssRules' in rule && applies(rule)) {
        walk((rule as CSSGroupingRule).cssRules, parent);
      }
    }
  }

  function open(sheet: CSSStyleSheet): void {
    if (sheet.disabled || (sheet.media.length > 0 && !matchMedia(sheet.media.mediaText).matches)) return;
    let list: CSSRuleList;
    try {
      list = sheet.cssRules;
    } catch {
      if (/^https?:/.test(sheet.href ?? '')) unreadable.push(sheet.href ?? '');
      return;
    }
    walk(list, '');
  }

  for (const sheet of sheetsOf(root)) open(sheet);
  return { rules, unreadable, cut: seen > MAX_RULES };
}

function sheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  const owner = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  const read = (name: string): Iterable<CSSStyleSheet> =>
    (Object.getOwnPropertyDescriptor(owner, name)?.get?.call(root) as Iterable<CSSStyleSheet> | undefined) ??
    [];
  return [...Array.from(read('styleSheets')), ...Array.from(read('adoptedStyleSheets'))];
}

function applies(rule: CSSRule): boolean {
  if (rule instanceof CSSMediaRule) return matchMedia(rule.media.mediaText).matches;
  if (rule instanceof CSSSupportsRule) return CSS.supports(rule.conditionText);
  // Layers, containers and scopes: the computed style decides later whether the picture is used.
  return rule.constructor.name !== 'CSSKeyframesRule';
}

/** Pseudo-elements cannot be queried: the element is found without them and asked about them. */
function toUrlRule(selector: string): UrlRule {
  const pseudos: (string | undefined)[] = [];
  if (/::?before\b/.test(selector)) pseudos.push('::before');
  if (/::?after\b/.test(selector)) pseudos.push('::after');
  if (pseudos.length === 0 || selector.includes(',')) pseudos.unshift(undefined);
  return { selector: selector.replace(/::?(?:before|after)\b|::[\w-]+/g, '') || '*', pseudos };
}
