// Walks the style rules of a tree that apply now, without a copy of them: large portals have many thousands.
export interface StyleRule {
  /** Selector with the parents of nested rules put in; made when it is asked for, which most rules are not. */
  readonly selector: string;
  style: CSSStyleDeclaration;
  /** Depends on a media query. */
  conditional: boolean;
}

export interface StyleSheets {
  rules: Iterable<StyleRule>;
  /** Addresses of style sheets that the browser hides: of other sites, or not loaded. Complete after the walk. */
  unreadable: string[];
}

export function styleSheetsOf(root: Document | ShadowRoot, view: Window): StyleSheets {
  const unreadable: string[] = [];

  function* walk(list: CSSRuleList, parent: string, conditional: boolean): Iterable<StyleRule> {
    for (const rule of list) {
      if (rule instanceof CSSStyleRule) {
        yield {
          get selector() {
            return selectorOf(rule, parent);
          },
          style: rule.style,
          conditional,
        };
        if (rule.cssRules?.length > 0) yield* walk(rule.cssRules, selectorOf(rule, parent), conditional);
      } else if (rule instanceof CSSImportRule) {
        if (rule.styleSheet) yield* open(rule.styleSheet);
      } else if (rule instanceof CSSMediaRule) {
        if (view.matchMedia(rule.media.mediaText).matches) yield* walk(rule.cssRules, parent, true);
      } else if (rule instanceof CSSSupportsRule) {
        if (CSS.supports(rule.conditionText)) yield* walk(rule.cssRules, parent, conditional);
      } else if ('cssRules' in rule && rule.constructor.name !== 'CSSKeyframesRule') {
        yield* walk((rule as CSSGroupingRule).cssRules, parent, conditional);
      }
    }
  }

  function* open(sheet: CSSStyleSheet): Iterable<StyleRule> {
    if (sheet.disabled || (sheet.media.length > 0 && !view.matchMedia(sheet.media.mediaText).matches)) return;
    let list: CSSRuleList;
    try {
      list = sheet.cssRules;
    } catch {
      if (/^https?:/.test(sheet.href ?? '')) unreadable.push(sheet.href ?? '');
      return;
    }
    yield* walk(list, '', false);
  }

  function* all(): Iterable<StyleRule> {
    for (const sheet of sheetsOf(root)) yield* open(sheet);
  }

  return { rules: all(), unreadable };
}

function selectorOf(rule: CSSStyleRule, parent: string): string {
  return parent ? rule.selectorText.replaceAll('&', `:is(${parent})`) : rule.selectorText;
}

/** Read by the getters of the class: a form field called styleSheets shadows the document's own. */
function sheetsOf(root: Document | ShadowRoot): CSSStyleSheet[] {
  const owner = root.nodeType === 9 ? Document.prototype : ShadowRoot.prototype;
  const read = (name: string): Iterable<CSSStyleSheet> =>
    (Object.getOwnPropertyDescriptor(owner, name)?.get?.call(root) as Iterable<CSSStyleSheet> | undefined) ??
    [];
  return [...read('styleSheets'), ...read('adoptedStyleSheets')];
}
