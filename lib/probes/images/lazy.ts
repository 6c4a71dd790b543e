// Brings pictures that wait for scrolling into view, once and briefly, and puts the page back exactly where it was.
import type { Skip } from '@/lib/model/primitives';
import type { ProbeContext } from '../define-probe';
import { isVisible } from '../dom/appearance';
import { parentElementOf, rectOf } from '../dom/native';
import { isWaiting, waitsForScript } from './elements';

const MAX_STOPS = 40;
const MAX_BOXES = 6;
const MAX_PER_BOX = 12;
const TIME_MS = 5000;
/** The browser's own lazy loading answers within two frames; scripts are often throttled to a quarter of a second. */
const BROWSER_PAUSE_MS = 80;
const SCRIPT_PAUSE_MS = 350;
/** What a visitor does to scroll: from then on the page is theirs. */
const VISITOR_ACTS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

export interface Brought {
  /** Pictures that were in view at least once: whatever they have not loaded is still on its way. */
  elements: ReadonlySet<Element>;
  scrolled: boolean;
  skipped: Skip[];
}

const NOTHING: Brought = { elements: new Set(), scrolled: false, skipped: [] };

/** Scrolls only when visible pictures wait, only to where they are, at most five seconds and forty stops. */
export async function bringIntoView(elements: readonly Element[], context: ProbeContext): Promise<Brought> {
  const waiting = elements.filter((element) => isWaiting(element) && isVisible(element));
  const view = context.document.defaultView;
  if (waiting.length === 0 || !view) return NOTHING;
  if (context.document.visibilityState === 'hidden')
    return {
      ...NOTHING,
      skipped: [{ what: `${waiting.length} 张延迟加载的图片`, why: '标签页不在前台，无法滚动加载' }],
    };
  const journey = new Journey(view, context);
  try {
    await journey.alongPage(waiting);
    await journey.insideBoxes(waiting.filter(isWaiting).slice(0, MAX_BOXES * MAX_PER_BOX));
  } finally {
    await journey.home();
  }
  const left = waiting.filter((element) => isWaiting(element) && !journey.seen.has(element)).length;
  const why = journey.interrupted ? '检查时有人操作页面，已停止滚动' : '为不影响页面，滚动次数和时间有限';
  return {
    elements: journey.seen,
    scrolled: journey.moved,
    skipped: left > 0 ? [{ what: `${left} 张延迟加载的图片`, why }] : [],
  };
}

class Journey {
  readonly seen = new Set<Element>();
  moved = false;
  interrupted = false;
  private readonly start: { left: number; top: number };
  private readonly boxes = new Map<Element, { left: number; top: number }>();
  private readonly until: number;
  private readonly stop = (event: Event) => {
    if (event.isTrusted) this.interrupted = true;
  };

  constructor(
    private readonly view: Window,
    private readonly context: ProbeContext,
  ) {
    this.start = { left: view.scrollX, top: view.scrollY };
    const now = performance.now();
    this.until = Math.min(now + TIME_MS, now + (context.deadline - now) * 0.5);
    for (const act of VISITOR_ACTS) view.addEventListener(act, this.stop, { capture: true, passive: true });
  }

  async alongPage(waiting: readonly Element[]): Promise<void> {
    const height = this.view.innerHeight;
    const places = waiting
      .map((element) => ({ element, top: rectOf(element).top + this.view.scrollY }))
      .sort((a, b) => a.top - b.top);
    for (let at = 0, stops = 0; at < places.length && stops < MAX_STOPS && this.goesOn(); stops++) {
      const first = places[at]?.top ?? 0;
      const group: Element[] = [];
      for (; at < places.length && (places[at]?.top ?? 0) < first + height * 0.7; at++) {
        const element = places[at]?.element;
        if (element) group.push(element);
      }
      const pending = group.filter(isWaiting);
      if (pending.length === 0) continue;
      this.scrollPage(this.start.left, Math.max(0, first - height * 0.15));
      await this.pause(pending);
    }
  }

  /** Pictures in lists that scroll by themselves. */
  async insideBoxes(waiting: readonly Element[]): Promise<void> {
    const counts = new Map<Element, number>();
    for (const element of waiting) {
      if (!this.goesOn()) return;
      const box = scrollBoxOf(element);
      if (!box || (!counts.has(box) && counts.size >= MAX_BOXES)) continue;
      const count = (counts.get(box) ?? 0) + 1;
      counts.set(box, count);
      if (count > MAX_PER_BOX || !isWaiting(element)) continue;
      if (!this.boxes.has(box)) this.boxes.set(box, { left: box.scrollLeft, top: box.scrollTop });
      const outer = rectOf(box);
      if (outer.bottom < 0 || outer.top > this.view.innerHeight)
        this.scrollPage(this.start.left, Math.max(0, outer.top + this.view.scrollY - 40));
      const [inner, frame] = [rectOf(element), rectOf(box)];
      this.moved = true;
      scrollBox(box, box.scrollLeft + inner.left - frame.left, box.scrollTop + inner.top - frame.top);
      await this.pause([element]);
    }
  }

  /** Back to where everything stood; pages that answer the scrolling are corrected for a moment. */
  async home(): Promise<void> {
    try {
      if (!this.moved) return;
      for (let tries = 0; tries < 4; tries++) {
        for (const [box, { left, top }] of this.boxes)
          if (box.scrollLeft !== left || box.scrollTop !== top) scrollBox(box, left, top);
        if (this.view.scrollX !== this.start.left || this.view.scrollY !== this.start.top)
          this.view.scrollTo({ ...this.start, behavior: 'instant' });
        if (this.interrupted) return;
        await this.context.sleep(40);
      }
    } finally {
      for (const act of VISITOR_ACTS) this.view.removeEventListener(act, this.stop, { capture: true });
    }
  }

  private goesOn(): boolean {
    return !this.interrupted && performance.now() < this.until;
  }

  private scrollPage(left: number, top: number): void {
    if (Math.abs(this.view.scrollY - top) < 1) return;
    this.moved = true;
    this.view.scrollTo({ left, top, behavior: 'instant' });
  }

  private async pause(group: readonly Element[]): Promise<void> {
    const began = performance.now();
    await this.context.sleep(BROWSER_PAUSE_MS);
    while (group.some(waitsForScript) && performance.now() - began < SCRIPT_PAUSE_MS && !this.interrupted)
      await this.context.sleep(40);
    for (const element of group) this.seen.add(element);
  }
}

function scrollBox(box: Element, left: number, top: number): void {
  const scrollTo = Element.prototype.scrollTo as (options: ScrollToOptions) => void;
  scrollTo.call(box, { left, top, behavior: 'instant' });
}

/** The nearest box around the element that scrolls by itself. */
function scrollBoxOf(element: Element): Element | undefined {
  for (let box = parentElementOf(element); box; box = parentElementOf(box)) {
    if (box === element.ownerDocument.body || box === element.ownerDocument.documentElement) return undefined;
    const room = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    if (!room) continue;
    const { overflowX, overflowY } = getComputedStyle(box);
    if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return box;
  }
  return undefined;
}
