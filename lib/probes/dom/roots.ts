// The trees of one frame: its document and every open shadow root inside, so that probes see components too.
import { listAll, shadowOf } from './native';
import { remembered } from './page-memory';

/** Common elements that cannot hold a shadow root: leaving them to the selector engine spares most of a page. */
const MAY_HOLD =
  ':not(a, li, ul, ol, dl, dt, dd, img, br, hr, b, i, em, strong, font, form, input, button, select, option, label, table, tbody, thead, tr, td, th, script, style, link, meta, title, head, html, svg, svg *)';

/** A component may get its shadow root without any change that is noticed: not remembered for longer. */
const LONGEST_MS = 300;

/** Document first, then open shadow roots in document order; at most `cap` trees. */
export function rootsOf(document: Document, cap = 200): (Document | ShadowRoot)[] {
  return [...remembered(document, `roots ${cap}`, () => findRoots(document, cap), LONGEST_MS)];
}

function findRoots(document: Document, cap: number): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length && roots.length < cap; at++) {
    const root = roots[at];
    if (!root) break;
    const holders = listAll(root, MAY_HOLD);
    for (let index = 0; index < holders.length; index++) {
      const holder = holders[index];
      const shadow = holder && shadowOf(holder);
      if (shadow && roots.length < cap) roots.push(shadow);
    }
  }
  return roots;
}
