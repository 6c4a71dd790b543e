// Closes every way out of the page for as long as links are clicked: navigation, windows, boxes, forms, requests.
import type { Resistance } from '@/lib/model/facts/leave-notice';
import { type Actions, absolute, type Tell } from './actions';
import { canBeHarmless } from './harmless-event';
import type { Patches } from './patches';
import { holdRequests } from './requests';

/** The part of the Navigation API that is used here; the DOM types of TypeScript do not have it. */
interface NavigateEvent extends Event {
  destination?: { url: string };
}

/**
 * Closes the exits. `undefined`: all are closed, and `opened` tells how to open them; else why they cannot be, and
 * nothing must be clicked. The caller restores `patches` in both cases.
 */
export function closeExits(
  patches: Patches,
  actions: Actions,
  tell: Tell,
  cleanUp: (undo: () => void) => void,
): Resistance | undefined {
  if (!canBeHarmless(document)) return 'events';
  if (!holdNavigation(tell, cleanUp)) return 'navigation';
  if (!holdWindows(patches, tell)) return 'window';
  if (!holdBoxes(patches, tell)) return 'dialogs';
  if (!holdRequests(patches, tell)) return 'network';
  if (!holdClicks(patches, actions, cleanUp)) return 'events';
  return undefined;
}

/** Every way of changing the address ends in this one event, which can be cancelled. */
function holdNavigation(tell: Tell, cleanUp: (undo: () => void) => void): boolean {
  const { navigation } = window as { navigation?: EventTarget };
  if (!navigation) return false;
  const trial = new Event('navigate', { cancelable: true });
  let heard = false;
  const stop = (event: Event) => {
    event.stopImmediatePropagation();
    if (event === trial) {
      heard = true;
      return;
    }
    event.preventDefault();
    tell('navigate', String((event as NavigateEvent).destination?.url ?? ''));
  };
  EventTarget.prototype.addEventListener.call(navigation, 'navigate', stop, { capture: true });
  cleanUp(() =>
    EventTarget.prototype.removeEventListener.call(navigation, 'navigate', stop, { capture: true }),
  );
  EventTarget.prototype.dispatchEvent.call(navigation, trial);
  return heard;
}

function holdWindows(patches: Patches, tell: Tell): boolean {
  const nothing = () => undefined;
  const opened = (url?: unknown) => {
    const address = url === undefined ? '' : String(url);
    if (address && !/^about:blank/i.test(address)) tell('open', absolute(address));
    return fakeWindow(tell);
  };
  return [
    patches.replace(window, 'open', opened),
    patches.replace(window, 'close', nothing),
    patches.replace(window, 'print', nothing),
    patches.replace(History.prototype, 'back', nothing),
    patches.replace(History.prototype, 'forward', nothing),
    patches.replace(History.prototype, 'go', nothing),
    patches.replace(Document.prototype, 'write', nothing),
    patches.replace(Document.prototype, 'writeln', nothing),
    patches.replace(Document.prototype, 'open', function (this: Document, ...given: unknown[]) {
      return given.length > 2 ? opened(given[0]) : this;
    }),
    // A dialog must not take the inspector's place in the panel or the page's scroll position.
    patches.replace(HTMLElement.prototype, 'focus', nothing),
    patches.replace(Element.prototype, 'scrollIntoView', nothing),
  ].every(Boolean);
}

/** What `window.open` gives a page that goes on with it: `w.location.href = …`. */
function fakeWindow(tell: Tell): object {
  const go = (url: unknown) => tell('open', absolute(String(url)));
  const location = {
    assign: go,
    replace: go,
    get href() {
      return 'about:blank';
    },
    set href(url: string) {
      go(url);
    },
  };
  const nothing = () => undefined;
  return {
    closed: false,
    opener: null,
    focus: nothing,
    blur: nothing,
    close: nothing,
    document: { write: nothing, writeln: nothing, close: nothing, open: nothing },
    get location() {
      return location;
    },
    set location(url: unknown) {
      go(url);
    },
  };
}

/** A visitor who says no stays on the page. */
function holdBoxes(patches: Patches, tell: Tell): boolean {
  const box = (what: 'confirm' | 'alert' | 'prompt', answer: unknown) =>
    patches.replace(window, what, (words?: unknown) => {
      tell(what, words === undefined ? '' : String(words));
      return answer;
    });
  return [box('confirm', false), box('alert', undefined), box('prompt', null)].every(Boolean);
}

/** Clicks and submissions that the page makes itself, and real ones of a person at the screen. */
function holdClicks(patches: Patches, actions: Actions, cleanUp: (undo: () => void) => void): boolean {
  const { click } = HTMLElement.prototype;
  const { dispatchEvent } = EventTarget.prototype;
  const isExit = (target: unknown): target is Element =>
    target instanceof Element && target.closest('a, area, button, input, form') !== null;
  const real = (event: Event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const name of ['click', 'auxclick', 'submit']) {
    window.addEventListener(name, real, { capture: true });
    cleanUp(() => window.removeEventListener(name, real, { capture: true }));
  }
  return [
    patches.replace(HTMLElement.prototype, 'click', function (this: HTMLElement) {
      if (isExit(this)) actions.click(this);
      else Reflect.apply(click, this, []);
    }),
    patches.replace(EventTarget.prototype, 'dispatchEvent', function (this: EventTarget, event: Event) {
      if (event.type === 'click' && isExit(this)) return !actions.sendClick(this, event);
      return Reflect.apply(dispatchEvent, this, [event]);
    }),
    patches.replace(HTMLFormElement.prototype, 'submit', function (this: HTMLFormElement) {
      actions.tellSubmit(this);
    }),
    patches.replace(
      HTMLFormElement.prototype,
      'requestSubmit',
      function (this: HTMLFormElement, submitter?: Element | null) {
        actions.submit(this, submitter ?? undefined);
      },
    ),
  ].every(Boolean);
}
