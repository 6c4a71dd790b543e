// One recognisable piece of the page, for facts.
import type { MobilePiece } from '@/lib/model/facts/mobile-view';
import type { ProbeContext } from '../define-probe';
import { pageRect, shortText } from '../dom/appearance';
import { attribute, localNameOf, textOf } from '../dom/native';

export function pieceOf(element: Element, context: ProbeContext): MobilePiece {
  const text =
    shortText(shownText(element), 60) ||
    shortText(attribute(element, 'alt') ?? attribute(element, 'title'), 60);
  return {
    tag: localNameOf(element),
    text,
    rect: pageRect(element, context.document.defaultView ?? window),
    selector: context.selectorOf(element),
  };
}

/** Text as drawn: style sheets and scripts inside the element are no text. */
function shownText(element: Element): string | null {
  if (!(element instanceof HTMLElement)) return textOf(element);
  const getter = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'innerText')?.get;
  return getter ? String(getter.call(element)) : textOf(element);
}
