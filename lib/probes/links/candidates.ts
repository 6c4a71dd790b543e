// Finds the elements that lead somewhere: links, image-map areas, options, inline handlers and forms.
import type { LinkFact, LinkKind } from '@/lib/model/facts/links';
import { addressesInHandler, readLinkAddress } from '@/lib/text/link-address';
import type { ProbeContext } from '../define-probe';
import { isVisible, shortText } from '../dom/appearance';
import { attribute, baseOf, closest, localNameOf, queryAll, textOf } from '../dom/native';

/** An element and one address; the fact is made late because most of its cost is only worth it below the cap. */
export interface Candidate {
  element: Element;
  fact(): LinkFact;
}

/** Elements between two looks at the clock. */
const LOOK_EVERY = 16;
/** Where pages keep the address of what opens by script. */
const ADDRESS_ATTRIBUTES = ['data-href', 'data-url', 'data-link', 'data-jump'];
const SELECTOR =
  'a, area[href], option, form[action], form[onsubmit], [formaction], [onclick], :is(li, div, span, p, td, button, input, dd, h3)[data-href], :is(li, div, span, p, td, button, input, dd, h3)[data-url], :is(li, div, span, p, td, button, dd)[data-link], :is(li, div, span, p, td, button, dd)[data-jump]';

/** Candidates in document order within each tree. Links without an http(s) address lead nowhere and are left out. */
export async function collectCandidates(
  roots: readonly (Document | ShadowRoot)[],
  context: ProbeContext,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const root of roots)
    for (const [at, element] of queryAll(root, SELECTOR).entries()) {
      if (at % LOOK_EVERY === 0) await context.breathe();
      if (context.isOwn(element)) continue;
      for (const { kind, written, handler, resolved } of addressesOf(element)) {
        const { address, malformed } = resolved
          ? { address: resolved, malformed: false }
          : readLinkAddress(written, baseOf(element));
        if (!address) continue;
        found.push({
          element,
          fact: () => factOf(element, { kind, written, handler, address, malformed }, context),
        });
      }
    }
  return found;
}

interface Written {
  kind: LinkKind;
  written: string;
  handler?: string;
  /** Absolute http(s) address, when the browser has it at hand and the text needs no putting right. */
  resolved?: string;
}

function addressesOf(element: Element): Written[] {
  const name = localNameOf(element);
  const onclick = attribute(element, 'onclick') ?? undefined;
  if (name === 'a' || name === 'area')
    return linkAddresses(element, name === 'a' ? 'anchor' : 'area', onclick);
  if (name === 'option') {
    const select = closest(element, 'select');
    const handler = (select && attribute(select, 'onchange')) ?? onclick;
    const written = optionAddress((attribute(element, 'value') ?? '').trim(), handler) || kept(element);
    if (!written) return [];
    return [{ kind: 'option', written, ...(handler && { handler }) }];
  }
  if (name === 'form') {
    const written = attribute(element, 'action') ?? '';
    const handler = attribute(element, 'onsubmit') ?? undefined;
    if (!written && handler) return handlerAddresses('form', handler);
    return [{ kind: 'form', written, ...(handler && { handler }) }];
  }
  const formaction = attribute(element, 'formaction');
  if (formaction) return [{ kind: 'form', written: formaction, ...(onclick && { handler: onclick }) }];
  const opened = onclick ? handlerAddresses('handler', onclick) : [];
  return opened.length > 0 ? opened : keptAddress(element, onclick);
}

/** A list's entry may leave the scheme to the script that opens it. */
function optionAddress(value: string, handler: string | undefined): string {
  if (/^(https?:)?[\\/]{2}/i.test(value)) return value;
  if (handler && /http/i.test(handler) && /^[\w-]+(\.[\w-]+)+(:\d+)?(\/\S*)?$/.test(value))
    return `http://${value}`;
  return '';
}

/** The whole address that an element keeps for a script, or ''. Pictures and scripts are no places to go. */
function kept(element: Element): string {
  for (const name of ADDRESS_ATTRIBUTES) {
    const value = (attribute(element, name) ?? '').trim();
    if (
      /^(https?:)?\/\/[^/\s]/i.test(value) &&
      !/\.(?:png|jpe?g|gif|svg|webp|bmp|js|css|json)(?:$|[?#])/i.test(value)
    )
      return value;
  }
  return '';
}

function keptAddress(element: Element, onclick: string | undefined): Written[] {
  const written = kept(element);
  return written ? [{ kind: 'handler', written, ...(onclick && { handler: onclick }) }] : [];
}

/** A link's own address wins; a script address counts when the link has none of its own. */
function linkAddresses(element: Element, kind: 'anchor' | 'area', onclick: string | undefined): Written[] {
  const href = attribute(element, 'href') ?? attribute(element, 'xlink:href') ?? '';
  const text = href.trim();
  if (/^javascript:/i.test(text)) {
    const code = `${text.slice('javascript:'.length)}\n${onclick ?? ''}`;
    const opened = handlerAddresses(kind, code);
    return opened.length > 0 ? opened : keptAddress(element, onclick);
  }
  if (text !== '' && !text.startsWith('#')) {
    const resolved = isPlain(text) ? resolvedByBrowser(element) : '';
    return [{ kind, written: href, ...(onclick && { handler: onclick }), ...(resolved && { resolved }) }];
  }
  const opened = onclick ? handlerAddresses(kind, onclick) : [];
  return opened.length > 0 ? opened : keptAddress(element, onclick);
}

/** true: nothing in the text that an author may have meant otherwise (see readLinkAddress). */
function isPlain(text: string): boolean {
  return !text.includes('\\') && !/^https?:\/*https?:/i.test(text);
}

/** Asking the element is much cheaper than parsing the address anew; '' when it is no http(s) address. */
function resolvedByBrowser(element: Element): string {
  const { href } = element as HTMLAnchorElement;
  return typeof href === 'string' && /^https?:/.test(href) ? href : '';
}

function handlerAddresses(kind: LinkKind, code: string): Written[] {
  return addressesInHandler(code).map((written) => ({ kind, written, handler: code }));
}

function factOf(
  element: Element,
  link: Written & { address: string; malformed: boolean },
  context: ProbeContext,
): LinkFact {
  const target = attribute(element, 'target');
  const classes = attribute(element, 'class')?.trim();
  return {
    kind: link.kind,
    written: link.written.slice(0, 2000),
    address: link.address.slice(0, 2000),
    ...(link.malformed && { malformed: true }),
    text: readableText(element),
    ...(target && { target: target.slice(0, 40) }),
    ...(link.handler && { handler: link.handler.trim().slice(0, 1000) }),
    ...(classes && { classes: classes.slice(0, 200) }),
    visible: isVisible(element),
    selector: context.selectorOf(element),
  };
}

function readableText(element: Element): string {
  if (localNameOf(element) === 'form')
    return shortText(attribute(element, 'title') ?? attribute(element, 'name'), 80);
  const text = shortText(textOf(element), 80);
  if (text) return text;
  const picture = queryAll(element, 'img[alt], [aria-label], [title]')[0];
  for (const [holder, name] of [
    [element, 'aria-label'],
    [element, 'title'],
    [element, 'alt'],
    [picture, 'alt'],
    [picture, 'aria-label'],
    [picture, 'title'],
  ] as const) {
    const value = holder && shortText(attribute(holder, name), 80);
    if (value) return value;
  }
  return '';
}
