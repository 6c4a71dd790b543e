// What every theme of the barriers probe works with: cheap reads of elements, and the notebook of what was seen.
import type { BarrierSighting } from '@/lib/model/facts/barriers';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import {
  attribute,
  attributeNames,
  firstNodeOf,
  localNameOf,
  nextNodeOf,
  nodeTextOf,
  rectOf,
  textOf,
} from '../dom/native';

/** Places kept per pattern; the rest is only counted. */
const PLACES = 20;

/** One theme: sees every element once in document order, then says what the whole page shows. */
export interface Theme {
  visit(element: Element, name: string): void;
  /** Yields where the page may have its turn. */
  finish?(): Iterable<void>;
}

export interface Scene {
  readonly document: Document;
  readonly view: Window;
  note(rule: string, element: Element, value?: string): void;
  /** Names of the element's attributes: tells in one read that most of what a theme asks for is not there. */
  attributes(element: Element): string[];
  visible(element: Element): boolean;
  style(element: Element): CSSStyleDeclaration;
  rect(element: Element): DOMRect;
  /** Text of the element and its descendants, white space squeezed, at most `length` characters. */
  text(element: Element, length: number): string;
  /** Text that stands directly in the element, untrimmed. */
  ownText(element: Element): string;
}

export interface Notebook {
  scene: Scene;
  sightings(): Promise<BarrierSighting[]>;
}

interface Entry {
  count: number;
  seen: Set<Element>;
  places: { element: Element; value?: string }[];
}

export function openNotebook(context: ProbeContext, view: Window): Notebook {
  const entries = new Map<string, Entry>();
  const visible = new WeakMap<Element, boolean>();
  // Several themes ask for the same element's own text and attributes one after the other.
  let lastElement: Element | undefined;
  let lastOwnText = '';
  let lastNamed: Element | undefined;
  let lastNames: string[] = [];
  const styles = new WeakMap<Element, CSSStyleDeclaration>();

  const scene: Scene = {
    document: context.document,
    view,
    note(rule, element, value) {
      const entry = entries.get(rule) ?? { count: 0, seen: new Set(), places: [] };
      if (entry.seen.has(element) || context.isOwn(element)) return;
      entries.set(rule, entry);
      entry.seen.add(element);
      entry.count += 1;
      if (entry.places.length < PLACES)
        entry.places.push(value === undefined ? { element } : { element, value });
    },
    visible(element) {
      const known = visible.get(element);
      if (known !== undefined) return known;
      const now = isVisible(element);
      visible.set(element, now);
      return now;
    },
    style(element) {
      const known = styles.get(element);
      if (known) return known;
      const now = view.getComputedStyle(element);
      styles.set(element, now);
      return now;
    },
    attributes(element) {
      if (element !== lastNamed) {
        lastNamed = element;
        lastNames = attributeNames(element);
      }
      return lastNames;
    },
    rect: rectOf,
    text: (element, length) => shortText(textOf(element), length),
    ownText(element) {
      if (element !== lastElement) {
        lastElement = element;
        lastOwnText = readOwnText(element);
      }
      return lastOwnText;
    },
  };
  return {
    scene,
    async sightings() {
      const sightings: BarrierSighting[] = [];
      for (const [rule, { count, places }] of entries) {
        const described: BarrierSighting['places'] = [];
        for (const { element, value } of places) {
          await context.breathe();
          described.push({
            selector: context.selectorOf(element),
            subject: subjectOf(element),
            ...(value === undefined ? {} : { value: value.slice(0, 200) }),
          });
        }
        sightings.push({ rule, count, places: described });
      }
      return sightings.sort((a, b) => (a.rule < b.rule ? -1 : 1));
    },
  };
}

function readOwnText(element: Element): string {
  let text = '';
  for (let node = firstNodeOf(element); node; node = nextNodeOf(node))
    if (node.nodeType === 3) text += nodeTextOf(node) ?? '';
  return text;
}

/** What a person would call the element. */
function subjectOf(element: Element): string {
  const text = shortText(textOf(element), 60);
  if (text && !/^(?:style|script|html|body)$/.test(localNameOf(element))) return text;
  for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'name', 'id', 'href', 'src']) {
    const value = shortText(attribute(element, name), 60);
    if (value) return value;
  }
  return localNameOf(element);
}

/** Attribute value without surrounding blanks; '' when missing. */
export function trimmed(element: Element, name: string): string {
  return (attribute(element, name) ?? '').trim();
}

/** true: it can be reached with the Tab key as the markup says. */
export function isFocusable(element: Element, name: string): boolean {
  if (attribute(element, 'tabindex') !== null) return !/^-/.test(trimmed(element, 'tabindex'));
  if (name === 'a' || name === 'area') return attribute(element, 'href') !== null;
  if (/^(?:input|select|textarea|button)$/.test(name))
    return attribute(element, 'disabled') === null && attribute(element, 'type')?.toLowerCase() !== 'hidden';
  return (
    /^(?:summary|iframe|audio|video|embed|object)$/.test(name) ||
    trimmed(element, 'contenteditable') === 'true'
  );
}

export const FOCUSABLE =
  'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,[tabindex]:not([tabindex^="-"]),[contenteditable=true]';
