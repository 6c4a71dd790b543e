// Names an element by its content, so that the same fault keeps its key when the page is laid out anew.
import { attribute, baseOf, localNameOf } from '@/lib/probes/dom/native';

const TEXT_LIMIT = 80;
const HTML_LIMIT = 300;
const TEXTUAL = new Set(['p', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'a', 'button']);

export interface ElementDescription {
  /**
   * What the element is, in terms that survive a redesign: tag, then its address (link target, image, frame, form) without
   * scheme and fragment, else its name, label or text, else its classes. Not unique: equals are told apart by their order.
   */
  subject: string;
  /** Its own text, else label, alternative text, title or value; at most 80 characters. */
  text: string;
  /** The opening tag as markup, at most 300 characters; for showing, never for parsing. */
  html: string;
}

/** Describes an element; safe on forms whose fields carry the names of DOM properties. */
export function describeElement(element: Element): ElementDescription {
  const tag = localNameOf(element);
  const text = textOf(element);
  return { subject: subjectOf(element, tag, text), text, html: openingMarkup(element, tag) };
}

function subjectOf(element: Element, tag: string, text: string): string {
  const address = addressOf(element);
  if (address) return `${tag} ${address}`;
  const name = attribute(element, 'name') || attribute(element, 'aria-label');
  if (name && !TEXTUAL.has(tag)) return `${tag} ${shorten(name)}`;
  if (text) return `${tag} ${text}`;
  const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean).sort().join('.');
  return classes ? `${tag}.${classes}` : tag;
}

function textOf(element: Element): string {
  const text = leadingText(element);
  if (text) return text;
  for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'value']) {
    const value = shorten(attribute(element, name) ?? '');
    if (value) return value;
  }
  return '';
}

function openingMarkup(element: Element, tag: string): string {
  let markup = `<${tag}`;
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const value = attribute(element, name) ?? '';
    // Inline images would fill the whole excerpt.
    const shown = value.length > 120 ? `${value.slice(0, 120)}…` : value;
    markup += ` ${name}="${shown.replace(/"/g, '&quot;')}"`;
    if (markup.length > HTML_LIMIT) break;
  }
  markup += '>';
  return markup.length > HTML_LIMIT ? `${markup.slice(0, HTML_LIMIT - 1)}…` : markup;
}

function addressOf(element: Element): string {
  for (const name of ['href', 'src', 'data', 'action']) {
    const value = attribute(element, name)?.trim();
    if (!value || value.startsWith('#') || /^javascript:/i.test(value)) continue;
    if (/^data:/i.test(value)) return value.slice(0, 64);
    return shortAddress(value, baseOf(element));
  }
  return '';
}

/** Path and query of an address on the page's own host, with the host otherwise. */
function shortAddress(value: string, base: string): string {
  try {
    const url = new URL(value, base);
    const path = `${url.pathname}${url.search}`.slice(0, 200);
    return url.host && url.host !== new URL(base).host
      ? `//${url.host}${path}`
      : path || url.href.slice(0, 200);
  } catch {
    return value.slice(0, 200);
  }
}

/** The first 80 characters of an element's text without reading a whole document's worth of it. */
function leadingText(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let seen = 0; seen < 40 && text.length < TEXT_LIMIT * 2; seen += 1) {
    const node = walker.nextNode();
    if (!node) break;
    const parent = node.parentElement?.localName;
    if (parent === 'script' || parent === 'style' || parent === 'noscript') continue;
    text += `${(node.nodeValue ?? '').slice(0, 400)} `;
  }
  return shorten(text);
}

function shorten(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim();
  return clean.length > TEXT_LIMIT ? `${clean.slice(0, TEXT_LIMIT - 1)}…` : clean;
}
