// Puts what was judged of an element into the form of findings and notes.
import type { FindingDraft } from '@/lib/checks/engine/define-check';
import { identityElementNames as names } from '@/lib/locale/zh-CN/identity-elements';
import type { PageFacts } from '@/lib/model/page-facts';
import type { IdentityElement } from '@/lib/model/summary';
import type { Candidate } from './candidate';

/** A finding about the element at its place. */
export function draft(
  page: PageFacts,
  element: IdentityElement,
  kind: string,
  outcome: 'fail' | 'review',
  message: string,
  place: Pick<Candidate, 'selector' | 'frame' | 'rect' | 'value'>,
): FindingDraft {
  return {
    kind,
    item: element,
    outcome,
    group: names[element],
    message,
    locator: {
      url: page.url,
      frame: place.frame,
      selector: place.selector,
      ...(place.value ? { text: place.value } : {}),
      ...(place.rect ? { rect: place.rect } : {}),
    },
  };
}

/** Expected and found, each only when there is something to say. */
export function detail(expected: string | undefined, found: string | undefined) {
  return { ...(expected ? { expected } : {}), ...(found ? { found } : {}) };
}

/** One note of all that is worth noting; nothing when there is none. */
export function noteOf(parts: string[]) {
  const note = parts.filter(Boolean).join('；');
  return note ? { note } : {};
}
