// Where an element is and whether a visitor can see it, for facts.
import type { Rect } from '@/lib/model/primitives';
import { closest, rectOf } from './native';

/** Box in whole CSS pixels relative to the page. */
export function pageRect(element: Element, view: Window): Rect {
  const box = rectOf(element);
  return {
    x: Math.round(box.x + view.scrollX),
    y: Math.round(box.y + view.scrollY),
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
}

/** Rendered and not `visibility:hidden`; an element scrolled out of sight is visible. */
export function isVisible(element: Element): boolean {
  const check = Element.prototype.checkVisibility as typeof Element.prototype.checkVisibility | undefined;
  if (check) return check.call(element, { visibilityProperty: true });
  return closest(element, '[hidden]') === null;
}

/** Text with white space squeezed, cut at `length` characters. */
export function shortText(text: string | null, length: number): string {
  // The slice before the expression keeps a megabyte of text from being squeezed for nothing.
  return (text ?? '')
    .slice(0, length * 8)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, length);
}
