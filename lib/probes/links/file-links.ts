// Finds links that lead to a file on the author's computer or an office share: `file:`, `C:\`, `\\server\`.
import type { LinkFacts } from '@/lib/model/facts/links';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import { attribute, queryAll, textOf } from '../dom/native';

type FileLink = NonNullable<LinkFacts['fileLinks']>[number];

const SELECTOR = 'a[href^="file:" i], a[href*=":\\\\"], a[href^="\\\\\\\\"], area[href^="file:" i]';
const MOST = 200;

/** In document order within each tree. Whether a host behind `\\` is public is for the check to say. */
export function collectFileLinks(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): FileLink[] {
  const found: FileLink[] = [];
  for (const root of roots)
    for (const element of queryAll(root, SELECTOR)) {
      if (found.length >= MOST) return found;
      if (context.isOwn(element)) continue;
      found.push({
        written: (attribute(element, 'href') ?? '').trim().slice(0, 500),
        text: shortText(textOf(element), 80),
        visible: isVisible(element),
        selector: context.selectorOf(element),
      });
    }
  return found;
}
