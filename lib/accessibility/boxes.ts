// Keeps the boxes that axe compares consistent while the page lives: read at one scroll position, read anew when it shifts.
import type { AxeInternals, Box, VirtualNode } from './axe-internals';
import type { Pacer } from './pacer';
import { buildGrid, forgetGrid } from './stacking-grid';

/** How often boxes are read before a page that keeps shifting is taken as it is. */
const MOST_LAYS = 4;
const SAMPLE_SIZE = 16;
/** Without any sign of change the sample is looked at only so often, in milliseconds. */
const GLANCE_MS = 100;
/** Sub-pixel jitter is not movement. */
const TOLERANCE_PX = 0.5;

export class Boxes {
  private lays = 0;
  private scroll = { x: 0, y: 0 };
  private sample: { element: Element; box: DOMRect }[] = [];
  /** Something happened that may move boxes: a change of the tree, something loaded, another window size. */
  private touched = false;
  private glanced = 0;
  private readonly signs: MutationObserver;
  private readonly touch = () => {
    this.touched = true;
  };

  constructor(
    private readonly axe: AxeInternals,
    private readonly document: Document,
    private readonly root: VirtualNode,
    private readonly own: ReadonlySet<Element>,
    private readonly pacer: Pacer,
  ) {
    this.signs = new MutationObserver(this.touch);
    this.signs.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    document.addEventListener('load', this.touch, { capture: true, passive: true });
    window.addEventListener('resize', this.touch, { passive: true });
  }

  /** Stops watching the page. */
  close(): void {
    this.signs.disconnect();
    this.document.removeEventListener('load', this.touch, { capture: true });
    window.removeEventListener('resize', this.touch);
  }

  /** Reads the boxes, again when the page shifts meanwhile. False when time ran out. */
  async lay(): Promise<boolean> {
    do {
      if (this.lays > 0) await forgetGrid(this.axe, this.root, this.pacer);
      this.lays += 1;
      this.touched = false;
      this.scroll = { x: window.scrollX, y: window.scrollY };
      this.sample = this.takeSample();
      if (!(await buildGrid(this.axe, this.document, this.root, this.own, this, this.pacer))) return false;
    } while (this.outdated());
    return true;
  }

  /**
   * Does work that reads boxes with the window standing where it stood when they were laid; nothing is painted in
   * between, so the visitor sees no jump.
   */
  hold<T>(work: () => T): T {
    const { scrollX, scrollY } = window;
    if (scrollX === this.scroll.x && scrollY === this.scroll.y) return work();
    window.scrollTo({ left: this.scroll.x, top: this.scroll.y, behavior: 'instant' });
    try {
      return work();
    } finally {
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
    }
  }

  /** The page has shifted since the boxes were read, and reading them anew is still worth it. */
  outdated(): boolean {
    if (this.lays >= MOST_LAYS) return false;
    const now = performance.now();
    if (!this.touched && now - this.glanced < GLANCE_MS) return false;
    this.touched = false;
    this.glanced = now;
    return this.hold(() =>
      this.sample.some(({ element, box }) => differ(box, element.getBoundingClientRect())),
    );
  }

  /** Elements spread over the page, whose boxes tell when the layout as a whole has changed. */
  private takeSample(): { element: Element; box: DOMRect }[] {
    const all = this.root._selectorMap?.['*'] ?? [];
    const step = Math.max(1, Math.floor(all.length / SAMPLE_SIZE));
    return all
      .filter((_, index) => index % step === 0)
      .map(({ actualNode }) => ({ element: actualNode, box: actualNode.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
  }
}

/** The element no longer stands where it stood when its box was read. */
export function hasMoved(node: VirtualNode): boolean {
  return differ(node.boundingClientRect, node.actualNode.getBoundingClientRect());
}

function differ(was: Box, is: Box): boolean {
  return (
    Math.abs(was.x - is.x) > TOLERANCE_PX ||
    Math.abs(was.y - is.y) > TOLERANCE_PX ||
    Math.abs(was.width - is.width) > TOLERANCE_PX ||
    Math.abs(was.height - is.height) > TOLERANCE_PX
  );
}
