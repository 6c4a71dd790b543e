// Puts the page back after a click: closes what opened by its own button, and undoes what the click changed.
import { isSeen } from './sights';

const BUTTON =
  'button, a, input[type="button"], input[type="submit"], input[type="reset"], [role="button"], [onclick], [class*="btn" i], [class*="close" i], [class*="cancel" i], [data-dismiss], [data-bs-dismiss]';
const NO_WORDS =
  /^(取\s*消|关\s*闭|返\s*回|否|不|暂不.*|放弃.*|留在.*|继续停留|停留.*|cancel|close|no|[×✕✖xX])$/i;
const NO_NAMES = /close|cancel|dismiss|btn1\b|btn-?no\b/i;

/** The button by which a visitor stays on the page; undefined when there is none. */
export function stayButton(dialog: Element, view: Window): Element | undefined {
  const buttons = [...dialog.querySelectorAll(BUTTON)].filter((button) => isPressable(button, view));
  const words = (button: Element) =>
    (button instanceof HTMLInputElement ? button.value : (button.textContent ?? '')).trim();
  const names = (button: Element) =>
    ['class', 'id', 'data-dismiss', 'data-bs-dismiss', 'aria-label', 'title']
      .map((name) => button.getAttribute(name) ?? '')
      .join(' ');
  return (
    buttons.find((button) => NO_WORDS.test(words(button))) ??
    buttons.find(
      (button) =>
        NO_NAMES.test(names(button)) ||
        /关闭|取消/.test(names(button)) ||
        button.hasAttribute('data-dismiss'),
    )
  );
}

function isPressable(button: Element, view: Window): boolean {
  const box = button.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && isSeen(button.parentElement ?? button, view);
}

/** Watches what changes on the page, so that it can be undone. */
export class Changes {
  #records: MutationRecord[] = [];
  readonly #observer: MutationObserver;

  constructor(document: Document) {
    this.#observer = new MutationObserver((records) => this.#records.push(...records));
    this.#observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeOldValue: true,
      characterData: true,
      characterDataOldValue: true,
    });
  }

  /** Number of changes so far: a higher number later means that something moved. */
  count(): number {
    this.#records.push(...this.#observer.takeRecords());
    return this.#records.length;
  }

  forget(): void {
    this.#observer.takeRecords();
    this.#records = [];
  }

  /** Undoes, last first, what happened up to record `until` and whatever else `concerns` the click. */
  undo(until: number, concerns: (node: Node, record: MutationRecord) => boolean): void {
    this.count();
    const records = this.#records;
    for (let at = records.length - 1; at >= 0; at--) {
      const record = records[at];
      if (record && (at < until || concerns(record.target, record))) undoOne(record);
    }
    this.forget();
  }

  /** Undoes attribute changes of these elements only: the dialog was closed by the page's own means. */
  undoAttributes(elements: ReadonlySet<Node>): void {
    this.count();
    for (const record of [...this.#records].reverse())
      if (record.type === 'attributes' && elements.has(record.target)) undoOne(record);
    this.forget();
  }

  close(): void {
    this.#observer.disconnect();
  }
}

function undoOne(record: MutationRecord): void {
  const { type, target, attributeName, attributeNamespace, oldValue } = record;
  if (type === 'characterData') {
    target.nodeValue = oldValue;
    return;
  }
  if (type === 'attributes') {
    if (!(target instanceof Element) || attributeName === null || attributeNamespace !== null) return;
    if (oldValue === null) target.removeAttribute(attributeName);
    else target.setAttribute(attributeName, oldValue);
    return;
  }
  for (const node of record.addedNodes) if (node.parentNode === target) target.removeChild(node);
  for (const node of record.removedNodes) {
    const { nextSibling } = record;
    const stillThere = nextSibling?.parentNode === target ? nextSibling : null;
    if (!node.parentNode) target.insertBefore(node, stillThere);
  }
}
