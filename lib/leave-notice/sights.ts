// What a visitor sees now that looks like a dialog or speaks of leaving the site.

import { rootsOf } from '@/lib/probes/dom/roots';
import { OWN_ATTRIBUTE } from '@/lib/probes/engine/gather';
import { leaveWords } from '@/lib/text/leave-prompt';

const DIALOG =
  'dialog[open], [popover], [role*="dialog" i], [aria-modal="true"], [class*="alert" i], [class*="dialog" i], [class*="modal" i], [class*="layer" i], [class*="popup" i], [class*="tip" i], [class*="mask" i], [class*="confirm" i], [id*="alert" i], [id*="dialog" i], [id*="modal" i], [id*="popup" i], [id*="tip" i], [id*="confirm" i]';
const MOST = 400;
const MOST_TEXT = 400;

/** What could be seen at one moment. */
export interface Look {
  /** Visible elements that look like dialogs or whose own words speak of leaving, with their visible text. */
  seen: ReadonlyMap<Element, string>;
  /** All that look like that, hidden ones too. */
  known: ReadonlySet<Element>;
}

export function look(document: Document): Look {
  const seen = new Map<Element, string>();
  const known = new Set<Element>();
  const view = document.defaultView;
  if (!view) return { seen, known };
  const note = (element: Element) => {
    if (known.has(element) || element === document.body || element === document.documentElement) return;
    known.add(element);
    if (isSeen(element, view)) seen.set(element, textOf(element));
  };
  for (const root of rootsOf(document)) {
    for (const element of [...root.querySelectorAll(DIALOG)].slice(0, MOST)) note(element);
    for (const element of wordHolders(root, document)) note(element);
  }
  // Overlays are put right under body, whatever they are called.
  for (const element of [...(document.body?.children ?? [])].slice(-MOST))
    if (/^(fixed|absolute)$/.test(view.getComputedStyle(element).position)) note(element);
  return { seen, known };
}

/** Every element that is drawn now: what gets a dialog's name later was no dialog if it was there all the time. */
export function drawnNow(document: Document): ReadonlySet<Element> {
  const drawn = new Set<Element>();
  for (const element of document.body?.getElementsByTagName('*') ?? [])
    if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) drawn.add(element);
  return drawn;
}

export interface Before extends Look {
  drawn: ReadonlySet<Element>;
  /** What is clicked: a dialog does not hold the link that opens it. */
  link: Element;
}

/** What is new: outermost elements only, without empty ones (backdrops) unless they hold a frame. */
export function newSights(before: Before, now: Look): { element: Element; text: string }[] {
  const fresh = [...now.seen].filter(([element, text]) => {
    if (element.contains(before.link)) return false;
    const earlier = before.seen.get(element);
    if (earlier !== undefined)
      return earlier !== text && leaveWords(text) !== '' && leaveWords(earlier) === '';
    return before.known.has(element) || !before.drawn.has(element);
  });
  const outermost = fresh.filter(
    ([element]) => !fresh.some(([other]) => other !== element && other.contains(element)),
  );
  return outermost
    .filter(([element, text]) => text !== '' || element.querySelector('iframe, frame') !== null)
    .map(([element, text]) => ({ element, text }));
}

/** true: drawn, not transparent, and within the window. */
export function isSeen(element: Element, view: Window): boolean {
  if (element.closest(`[${OWN_ATTRIBUTE}]`)) return false;
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = element.getBoundingClientRect();
  const { innerWidth, innerHeight } = view;
  if (box.width >= 20 && box.height >= 10)
    return box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  // A wrapper without a size of its own around a fixed box.
  return [...element.children].some((child) => {
    const inner = child.getBoundingClientRect();
    return inner.width >= 20 && inner.height >= 10 && inner.right > 0 && inner.bottom > 0;
  });
}

function textOf(element: Element): string {
  const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);
}

function wordHolders(root: Document | ShadowRoot, document: Document): Element[] {
  const top = root instanceof Document ? root.body : root;
  if (!top || leaveWords(top.textContent ?? '') === '') return [];
  const found: Element[] = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < 50; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || /^(script|style|noscript|template)$/.test(parent.localName)) continue;
    if (leaveWords(node.nodeValue ?? '') !== '') found.push(parent);
  }
  return found;
}
