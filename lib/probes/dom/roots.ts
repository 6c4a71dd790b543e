// The trees of one frame: its document and every open shadow root inside, so that probes see components too.
import { queryAll, shadowOf } from './native';

/** Document first, then open shadow roots in document order; at most `cap` trees. */
export function rootsOf(document: Document, cap = 200): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let at = 0; at < roots.length && roots.length < cap; at++) {
    const root = roots[at];
    if (!root) break;
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf(element);
      if (shadow && roots.length < cap) roots.push(shadow);
    }
  }
  return roots;
}
