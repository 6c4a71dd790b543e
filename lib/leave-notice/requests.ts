// Holds back what a click would ask of servers, in whichever way a script can ask. Pictures and beacons count clicks or
// decorate: they are held without a word, because a prompt never waits for them.
import { absolute, type Tell } from './actions';
import type { Patches } from './patches';

/** Marks an address that was kept out of markup made during the watch. */
const HELD = 'data-held-';
const LOADERS =
  /(<(?:img|iframe|frame|script|embed|object|video|audio|source|track|link|input)\b[^>]*?\s)(src|srcset|href|data)(\s*=\s*)/gi;

/** false: the page does not let its ways to servers be closed. */
export function holdRequests(patches: Patches, tell: Tell): boolean {
  const pending = () => new Promise<never>(() => undefined);
  const addresses = new WeakMap<object, string>();
  const { open } = XMLHttpRequest.prototype;
  const held = [
    patches.replace(window, 'fetch', (input: unknown) => {
      tell('request', absolute(input instanceof Request ? input.url : String(input)));
      return pending();
    }),
    patches.replace(XMLHttpRequest.prototype, 'open', function (this: object, ...given: unknown[]) {
      addresses.set(this, String(given[1]));
      return Reflect.apply(open, this, given);
    }),
    patches.replace(XMLHttpRequest.prototype, 'send', function (this: object) {
      tell('request', absolute(addresses.get(this) ?? ''));
    }),
    patches.replace(Navigator.prototype, 'sendBeacon', () => true),
  ];
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker'] as const) {
    const native: unknown = Reflect.get(window, name);
    if (typeof native !== 'function') continue;
    const refuse = (_: object, given: unknown[]): never => {
      tell('request', absolute(String(given[0])));
      throw new DOMException('Held back during an inspection.', 'NetworkError');
    };
    held.push(patches.replace(window, name, new Proxy(native, { construct: refuse })));
  }
  holdElements(patches, tell);
  holdMarkup(patches, tell);
  return held.every(Boolean);
}

function holdElements(patches: Patches, tell: Tell): void {
  const sources: [object, string][] = [
    [HTMLImageElement.prototype, 'src'],
    [HTMLImageElement.prototype, 'srcset'],
    [HTMLScriptElement.prototype, 'src'],
    [HTMLIFrameElement.prototype, 'src'],
    [HTMLFrameElement.prototype, 'src'],
    [HTMLEmbedElement.prototype, 'src'],
    [HTMLObjectElement.prototype, 'data'],
    [HTMLMediaElement.prototype, 'src'],
    [HTMLSourceElement.prototype, 'src'],
    [HTMLInputElement.prototype, 'src'],
    [HTMLLinkElement.prototype, 'href'],
  ];
  for (const [owner, name] of sources)
    patches.setter(
      owner,
      name,
      (native) =>
        function (value) {
          if (isLocal(String(value))) Reflect.apply(native, this, [value]);
          else hold(this as Element, name, String(value), tell);
        },
    );
  const { setAttribute } = Element.prototype;
  patches.replace(
    Element.prototype,
    'setAttribute',
    function (this: Element, name: unknown, value: unknown): void {
      const loads = sources.some(
        ([owner, source]) =>
          source === String(name).toLowerCase() && Object.prototype.isPrototypeOf.call(owner, this),
      );
      if (loads && !isLocal(String(value))) hold(this, String(name), String(value), tell);
      else Reflect.apply(setAttribute, this, [name, value]);
    },
  );
}

/** Markup given as text: loading attributes are renamed before the browser reads it. */
function holdMarkup(patches: Patches, tell: Tell): void {
  const safe = (markup: unknown) => {
    if (typeof markup !== 'string' || !markup.includes('<')) return markup;
    return markup.replace(LOADERS, (_, start: string, name: string, equals: string) => {
      if (/^<script\b/i.test(start)) tell('request', '');
      return `${start}${HELD}${name}${equals}`;
    });
  };
  for (const owner of [Element.prototype, ShadowRoot.prototype])
    for (const name of ['innerHTML', 'outerHTML'])
      patches.setter(
        owner,
        name,
        (native) =>
          function (value) {
            Reflect.apply(native, this, [safe(value)]);
          },
      );
  const { insertAdjacentHTML } = Element.prototype;
  patches.replace(
    Element.prototype,
    'insertAdjacentHTML',
    function (this: Element, ...[where, markup]: unknown[]) {
      Reflect.apply(insertAdjacentHTML, this, [where, safe(markup)]);
    },
  );
}

function isLocal(written: string): boolean {
  return !/^(https?|wss?|ftp):/i.test(absolute(written));
}

function hold(element: Element, name: string, value: string, tell: Tell): void {
  if (/^i?frame$/.test(element.localName)) tell('frame', absolute(value));
  if (element.localName === 'script') tell('request', absolute(value));
  element.toggleAttribute(HELD + name.toLowerCase(), true);
  const kept = element.getAttributeNode(HELD + name.toLowerCase());
  if (kept) kept.value = value;
}

/** The address a frame inside `element` was to load, or undefined. */
export function heldFrame(element: Element): string | undefined {
  const frame = element.querySelector(`iframe[${HELD}src], frame[${HELD}src]`);
  return frame ? absolute(frame.getAttribute(`${HELD}src`) ?? '') : undefined;
}

/** Gives what stayed on the page its addresses back: those of its own host; call it when the ways are open again. */
export function releaseHeld(document: Document): void {
  for (const name of ['src', 'srcset', 'href', 'data'])
    for (const element of document.querySelectorAll(`[${HELD}${name}]`)) {
      const value = element.getAttribute(HELD + name) ?? '';
      element.removeAttribute(HELD + name);
      if (absolute(value).startsWith(`${location.origin}/`)) element.setAttribute(name, value);
    }
}
