// Does to a link, form or choice what a visitor would do, and tells what would follow instead of letting it follow.
import type { ClickSight } from '@/lib/model/facts/leave-notice';
import { makeHarmless, noticingFalse } from './harmless-event';

export type Tell = (what: ClickSight['what'], text: string) => void;

const LINK = 'a[href], area[href], a[*|href]';
const SUBMITTER = 'button, input[type="submit" i], input[type="image" i]';

/** Sends events; the browser's own `dispatchEvent`, kept from before it was replaced. */
export type Send = (target: EventTarget, event: Event) => boolean;

export class Actions {
  constructor(
    private readonly send: Send,
    private readonly tell: Tell,
  ) {}

  /** Clicks. true: a handler stopped what the click does by itself. */
  click(element: Element): boolean {
    const event = new MouseEvent('click', {
      bubbles: true,
      cancelable: true,
      composed: true,
      view: window,
      detail: 1,
    });
    return this.sendClick(element, event);
  }

  /** Sends a click that someone else made, without its own effect. */
  sendClick(element: Element, event: Event): boolean {
    const harmless = makeHarmless(event);
    noticingFalse(element, 'onclick', harmless.prevent, () => this.send(element, event));
    if (!harmless.prevented()) this.#follow(element);
    return harmless.prevented();
  }

  /** Submits a form through its handlers. true: a handler stopped it. */
  submit(form: HTMLFormElement, submitter?: Element): boolean {
    const event = new SubmitEvent('submit', {
      bubbles: true,
      cancelable: true,
      ...(submitter instanceof HTMLElement && { submitter }),
    });
    const harmless = makeHarmless(event);
    noticingFalse(form, 'onsubmit', harmless.prevent, () => this.send(form, event));
    if (!harmless.prevented()) this.tellSubmit(form, submitter);
    return harmless.prevented();
  }

  tellSubmit(form: HTMLFormElement, submitter?: Element): void {
    const own = submitter && Element.prototype.getAttribute.call(submitter, 'formaction');
    const written = own || Element.prototype.getAttribute.call(form, 'action') || '';
    this.tell('submit', absolute(written));
  }

  /** Chooses an entry of a select. Gives the function that takes the choice back without events. */
  choose(option: HTMLOptionElement): () => void {
    const select = Element.prototype.closest.call(option, 'select');
    if (!(select instanceof HTMLSelectElement)) return () => undefined;
    const before = select.selectedIndex;
    option.selected = true;
    this.send(select, new Event('input', { bubbles: true, composed: true }));
    this.send(select, new Event('change', { bubbles: true }));
    return () => {
      select.selectedIndex = before;
    };
  }

  /** What the click does by itself, told. */
  #follow(element: Element): void {
    const link = Element.prototype.closest.call(element, LINK);
    if (link) {
      this.#followLink(link);
      return;
    }
    const button = Element.prototype.closest.call(element, SUBMITTER);
    if (!(button instanceof HTMLButtonElement || button instanceof HTMLInputElement)) return;
    if (button.form && /^(submit|image)$/.test(button.type)) this.submit(button.form, button);
  }

  #followLink(link: Element): void {
    const written =
      Element.prototype.getAttribute.call(link, 'href') ?? link.getAttribute('xlink:href') ?? '';
    if (/^\s*javascript:/i.test(written)) {
      runScriptAddress(written, link);
      return;
    }
    if (written.trim() === '' || written.trim().startsWith('#')) return;
    const target = Element.prototype.getAttribute.call(link, 'target') ?? '';
    this.tell(/^(_self|_top|_parent)?$/i.test(target) ? 'navigate' : 'open', absolute(written));
  }
}

/**
 * Runs a `javascript:` address under the page's own policy, as an inline handler: what it evaluates to can then not
 * replace the page.
 */
function runScriptAddress(written: string, link: Element): void {
  const code = written.replace(/^\s*javascript:/i, '');
  const holder = Document.prototype.createElement.call(document, 'a') as HTMLElement;
  Element.prototype.setAttribute.call(holder, 'onclick', decoded(code));
  const handler = holder.onclick;
  if (handler) Reflect.apply(handler, window, [new MouseEvent('click')]);
  else if (link.isConnected) throw new Error('The script address could not be run.');
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

export function absolute(written: string): string {
  try {
    return new URL(written.trim(), document.baseURI).href;
  } catch {
    return written.trim();
  }
}
