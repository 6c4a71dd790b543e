// The style rules of a tree that set a background picture and apply now.
import { styleSheetsOf } from '../dom/style-sheets';

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
  const sheets = styleSheetsOf(root, window);
  const rules: UrlRule[] = [];
  let seen = 0;
  for (const rule of sheets.rules) {
    if (++seen > MAX_RULES) break;
    if (rule.style.getPropertyValue('background-image').includes('url('))
      rules.push(toUrlRule(rule.selector));
  }
  return { rules, unreadable: sheets.unreadable, cut: seen > MAX_RULES };
}

/** Pseudo-elements cannot be queried: the element is found without them and asked about them. */
function toUrlRule(selector: string): UrlRule {
  const pseudos: (string | undefined)[] = [];
  if (/::?before\b/.test(selector)) pseudos.push('::before');
  if (/::?after\b/.test(selector)) pseudos.push('::after');
  if (pseudos.length === 0 || selector.includes(',')) pseudos.unshift(undefined);
  return { selector: selector.replace(/::?(?:before|after)\b|::[\w-]+/g, '') || '*', pseudos };
}
