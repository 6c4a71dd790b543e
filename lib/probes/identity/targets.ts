// Where an element leads and what it draws: href, odd attributes, handlers, backgrounds.
import { baseOf, parentElementOf } from '../dom/native';
import { attributeOf, attributesOf } from './dom';

const EMBEDDED_TARGET = /(?:https?:)?\/\/[^\s'"<>()]+/i;

/** Where a click leads: href, an address in another attribute, or one in the click handler; '' when nowhere. */
export function targetOf(element: Element): string {
  const href = attributeOf(element, 'href').trim();
  if (href && !/^(?:#|javascript:\s*(?:;|void\s*\(?\s*0?\s*\)?;?)?$)/i.test(href))
    return absolute(href, baseOf(element));
  let odd = '';
  for (const [name, value] of Object.entries(attributesOf(element))) {
    if (/^(?:href|src|style|class|id|alt|title|target|data-src|xmlns.*)$/.test(name)) continue;
    if (
      /^(?:onclick|onmousedown|onmouseup|@click|v-on:click|ng-click)$/.test(name) ||
      EMBEDDED_TARGET.test(value)
    ) {
      odd = name === 'onclick' ? value : (EMBEDDED_TARGET.exec(value)?.[0] ?? odd);
      if (odd) break;
    }
  }
  return odd || href;
}

/** The handler of a wrapper: marks are often an image inside a span that opens the window. */
export function handlerAbove(element: Element): string {
  let current = parentElementOf(element);
  for (let steps = 0; steps < 3 && current; steps++) {
    const handler = attributeOf(current, 'onclick') || attributeOf(current, 'href');
    if (handler) return handler;
    current = parentElementOf(current);
  }
  return '';
}

function absolute(href: string, base: string): string {
  if (/^javascript:/i.test(href)) return href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/** true for links, buttons, elements with a handler, and those that show a pointer. */
export function isClickable(element: Element): boolean {
  for (let current: Element | null = element, steps = 0; current && steps < 3; steps++) {
    if (current.localName === 'a' || current.localName === 'button' || attributeOf(current, 'onclick'))
      return true;
    try {
      if (steps === 0 && getComputedStyle(current).cursor === 'pointer') return true;
    } catch {
      return false;
    }
    current = parentElementOf(current);
  }
  return false;
}

/** Address of the element's background picture; '' when none. */
export function backgroundOf(element: Element): string {
  try {
    return /url\(["']?([^"')]+)/.exec(getComputedStyle(element).backgroundImage)?.[1]?.slice(0, 500) ?? '';
  } catch {
    return '';
  }
}
