// An event whose own effect can never happen, while the page's handlers see an ordinary one.

export interface HarmlessEvent {
  /** true: a handler asked the browser not to do what the event does by itself. */
  prevented(): boolean;
  /** For handlers that say so by returning false. */
  prevent(): void;
}

/**
 * The event is cancelled before it is sent, so no order of listeners and no stopped propagation can let it through; its
 * own properties hide that from handlers and listen to what they want.
 */
export function makeHarmless(event: Event): HarmlessEvent {
  let prevented = false;
  const prevent = () => {
    prevented = true;
  };
  Event.prototype.preventDefault.call(event);
  Object.defineProperties(event, {
    preventDefault: { configurable: true, value: prevent },
    defaultPrevented: { configurable: true, get: () => prevented },
    returnValue: {
      configurable: true,
      get: () => !prevented,
      set: (value: unknown) => {
        if (value === false) prevented = true;
      },
    },
  });
  return { prevented: () => prevented, prevent };
}

/** true: the browser keeps to a cancellation made before sending, and the page has not broken that. */
export function canBeHarmless(document: Document): boolean {
  const link = Document.prototype.createElement.call(document, 'a');
  const event = new MouseEvent('click', { cancelable: true });
  Event.prototype.preventDefault.call(event);
  return EventTarget.prototype.dispatchEvent.call(link, event) === false;
}

/**
 * Handlers set as `onclick` cancel by returning false, which no script can see: while `work` runs they are wrapped.
 * Listeners keep their order, attributes stay as they are.
 */
export function noticingFalse(
  start: Element,
  name: 'onclick' | 'onsubmit',
  prevent: () => void,
  work: () => void,
): void {
  const undo: (() => void)[] = [];
  for (const target of pathOf(start)) {
    const handler: unknown = Reflect.get(target, name);
    if (typeof handler !== 'function') continue;
    const wrapper = function (this: unknown, ...given: unknown[]): unknown {
      const answer: unknown = Reflect.apply(handler, this, given);
      if (answer === false) prevent();
      return answer;
    };
    Reflect.set(target, name, wrapper);
    undo.push(() => {
      if (Reflect.get(target, name) === wrapper) Reflect.set(target, name, handler);
    });
  }
  try {
    work();
  } finally {
    for (const back of undo) back();
  }
}

/** The element and everything above it, through open shadow roots, up to the window. */
function pathOf(start: Element): EventTarget[] {
  const path: EventTarget[] = [];
  for (let node: Node | null = start; node; ) {
    path.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return [...path, window];
}
