// One round of harmless clicks in the page's own world: closes the exits, clicks, watches, puts back, opens the exits.
import type { ClickClaim, ClickRound, ClickSight, Resistance } from '@/lib/model/facts/leave-notice';
import { elementAt } from '@/lib/probes/dom/selector';
import { Actions, type Tell } from './actions';
import { closeExits } from './exits';
import { Patches } from './patches';
import { Changes, stayButton } from './put-back';
import { heldFrame, releaseHeld } from './requests';
import { type Before, drawnNow, look, newSights } from './sights';
import { Timers } from './timers';

/** What is to be clicked. Nothing else of what the extension knows is handed to the page's world. */
export interface ClickTarget {
  index: number;
  kind: 'anchor' | 'area' | 'option' | 'handler' | 'form';
  selector: string;
}

/** How long the page may take to answer a click with something to be seen, milliseconds. */
const WATCH_MS = 1_800;
/** After the page began to leave or asked: long enough to see whether a dialog comes along. */
const AFTERWARDS_MS = 80;
const STEP_MS = 50;
/** Changes are looked at for so long: a dialog may fade in. */
const FADE_MS = 700;
const CLOSE_MS = 700;
/** A dialog out of sight may still be tidying up after itself. */
const TIDY_MS = 400;
const MOST_SIGHTS = 20;

/** Clicks the targets one after the other. Never rejects; whatever cannot be done safely is said in `resists`. */
export async function runRound(targets: readonly ClickTarget[]): Promise<ClickRound> {
  const patches = new Patches();
  const undo: (() => void)[] = [];
  const claims: ClickClaim[] = [];
  const place = { href: location.href, x: scrollX, y: scrollY, focus: document.activeElement };
  let resists: Resistance | undefined;
  try {
    let sink: Tell = () => undefined;
    const tell: Tell = (what, text) => sink(what, text);
    const { dispatchEvent } = EventTarget.prototype;
    const actions = new Actions((target, event) => Reflect.apply(dispatchEvent, target, [event]), tell);
    resists = closeExits(patches, actions, tell, (back) => undo.push(back));
    if (!resists) {
      const timers = new Timers(patches);
      const changes = new Changes(document);
      undo.push(() => changes.close());
      for (const target of targets) {
        const round = new Click(target, actions, timers, changes);
        sink = round.tell;
        const claim = await round.run();
        claims.push(claim);
        if (!round.clear) resists = 'dialog-stays';
        else if (location.href !== place.href) resists = 'moved';
        if (resists) break;
      }
      // Something a click set off may still be on its way.
      await timers.sleep(300);
      timers.stopLate();
    }
  } catch {
    resists ??= 'events';
  } finally {
    for (const back of undo.reverse()) attempt(back);
    patches.restore();
    attempt(() => releaseHeld(document));
    attempt(() => putBackPlace(place));
  }
  return { claims, ...(resists && { resists }) };
}

function putBackPlace({ x, y, focus }: { x: number; y: number; focus: Element | null }): void {
  if (scrollX !== x || scrollY !== y) scrollTo({ left: x, top: y, behavior: 'instant' });
  if (document.activeElement !== focus && focus instanceof HTMLElement && focus.isConnected)
    focus.focus({ preventScroll: true });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // One thing that cannot be put back must not keep the rest from it.
  }
}

/** One click and its watch. */
class Click {
  /** false: a dialog of this click could not be taken away. */
  clear = true;
  readonly #saw: ClickSight[] = [];
  readonly #started = performance.now();
  #closed = true;

  constructor(
    private readonly target: ClickTarget,
    private readonly actions: Actions,
    private readonly timers: Timers,
    private readonly changes: Changes,
  ) {}

  readonly tell: Tell = (what, text) => {
    if (this.#saw.length >= MOST_SIGHTS) return;
    this.#saw.push({ what, text: text.slice(0, 500), after: Math.round(performance.now() - this.#started) });
  };

  async run(): Promise<ClickClaim> {
    const element = elementAt(this.target.selector, document);
    if (!element) return this.#claim('gone', false);
    const before = { ...look(document), drawn: drawnNow(document), link: element };
    this.changes.forget();
    let prevented = false;
    let broken = false;
    let takeBack = () => {};
    await this.timers.during(() => {
      try {
        if (this.target.kind === 'option') takeBack = this.#choose(element);
        else if (element instanceof HTMLFormElement) prevented = this.actions.submit(element);
        else prevented = this.actions.click(element);
      } catch {
        broken = true;
      }
    });
    const atOnce = this.changes.count();
    const dialogs = await this.#watch(before);
    this.timers.stopLate();
    await this.#putBack(dialogs, before, atOnce);
    takeBack();
    return this.#claim(broken ? 'broken' : 'clicked', prevented);
  }

  #choose(element: Element): () => void {
    if (!(element instanceof HTMLOptionElement)) return () => {};
    return this.actions.choose(element);
  }

  #claim(state: ClickClaim['state'], prevented: boolean): ClickClaim {
    return { index: this.target.index, state, prevented, saw: this.#saw, closed: this.#closed };
  }

  /** Waits until there is something to be seen or the time is over. Gives the elements that appeared. */
  async #watch(before: Before): Promise<Element[]> {
    let left = Number.POSITIVE_INFINITY;
    let changes = 0;
    let lookUntil = 0;
    for (;;) {
      const now = performance.now() - this.#started;
      const count = this.changes.count();
      if (count !== changes) lookUntil = now + FADE_MS;
      changes = count;
      const fresh = now <= lookUntil ? newSights(before, look(document)) : [];
      if (fresh.length > 0) {
        for (const { element, text } of fresh) {
          if (text) this.tell('dialog', text);
          const frame = heldFrame(element);
          if (frame) this.tell('frame', frame);
        }
        return fresh.map(({ element }) => element);
      }
      if (left === Number.POSITIVE_INFINITY && this.#saw.some(({ what }) => what !== 'request'))
        left = now + AFTERWARDS_MS;
      if (now >= left || now >= WATCH_MS) return [];
      await this.timers.sleep(STEP_MS);
    }
  }

  async #putBack(dialogs: readonly Element[], before: Before, atOnce: number): Promise<void> {
    const open = () => newSights(before, look(document)).map(({ element }) => element);
    const frame = new Set<Node>([before.link, document.documentElement, document.body]);
    // What the closing itself leads to is none of this click's doing.
    const seen = this.#saw.length;
    if (dialogs.length > 0) {
      await this.#close(dialogs);
      this.#closed = open().length === 0;
      if (!this.#closed) {
        const concerned = (node: Node) =>
          frame.has(node) || dialogs.some((dialog) => dialog.contains(node) || node === dialog.parentNode);
        this.changes.undo(atOnce, concerned);
        this.clear = open().length === 0;
      }
    } else if (atOnce > 0 || this.changes.count() > 0) this.changes.undo(atOnce, (node) => frame.has(node));
    this.changes.undoAttributes(frame);
    this.#saw.length = seen;
  }

  /** Presses what a visitor would press to stay, then the Escape key. */
  async #close(dialogs: readonly Element[]): Promise<void> {
    const view = document.defaultView ?? window;
    for (const dialog of dialogs) {
      const button = stayButton(dialog, view);
      if (button) await this.timers.during(() => void this.actions.click(button));
    }
    const gone = () => dialogs.every((dialog) => !look(document).seen.has(dialog));
    for (let waited = 0; waited < CLOSE_MS && !gone(); waited += STEP_MS) await this.timers.sleep(STEP_MS);
    if (gone()) {
      await this.timers.sleep(TIDY_MS);
      return;
    }
    for (const dialog of dialogs) if (dialog instanceof HTMLDialogElement && dialog.open) dialog.close();
    const leave = new KeyboardEvent('keydown', {
      key: 'Escape',
      code: 'Escape',
      keyCode: 27,
      bubbles: true,
    });
    await this.timers.during(() => void document.dispatchEvent(leave));
    for (let waited = 0; waited < CLOSE_MS / 2 && !gone(); waited += STEP_MS)
      await this.timers.sleep(STEP_MS);
  }
}
