// Draws marks over the page: one strong mark on the spot in question, weak numbered ones on all findings.
import type { Locator } from '@/lib/model/finding';
import type { Rect } from '@/lib/model/primitives';
import { boxOf, findSpot, isLaidOut, openDetails, type Spot, scrollToSpot } from './find-spot';
import { adoptStyles, createOwnHost } from './own-ui';

const CSS_TEXT = `
.box { position: absolute; box-sizing: border-box; border: 2px dashed #d9480f; border-radius: 3px; pointer-events: none; }
.strong { border: 3px solid #c92a2a; box-shadow: 0 0 0 3px #fff, 0 0 0 5px #c92a2a; }
.label { position: absolute; left: -2px; bottom: 100%; max-width: 260px; padding: 1px 6px; font: 12px/18px sans-serif;
  color: #fff; background: #c92a2a; border-radius: 3px 3px 0 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.below .label { bottom: auto; top: 100%; border-radius: 0 0 3px 3px; }
.weak .label { background: #d9480f; }
`;

interface Mark {
  spot: Spot;
  strong: boolean;
  label: string;
  node: HTMLElement | null;
  /** Scrolled out of its scroll area or frame: a mark would stand on something else. */
  clipped: boolean;
}

export interface Marks {
  /**
   * Opens closed details around the spot, marks it strongly and brings it into view. No box when it is gone, or `hidden`:
   * there, but without a place on the screen.
   */
  jump(locator: Locator, label: string): { box: Rect | null; hidden: boolean };
  /** Replaces the weak marks; returns how many spots were found. */
  showAll(marks: readonly { locator: Locator; label: string }[]): number;
  clear(): void;
}

export function createMarks(): Marks {
  let host: HTMLElement | null = null;
  let layer: HTMLElement | null = null;
  let marks: Mark[] = [];
  let frameRequest = 0;
  // Knows about clipping by every scroll area and frame around an element, without measuring any.
  const clipping = new IntersectionObserver((entries) => {
    for (const entry of entries)
      for (const mark of marks) if (mark.spot.element === entry.target) mark.clipped = !entry.isIntersecting;
  });

  const ensureLayer = () => {
    if (host?.isConnected && layer) return layer;
    const own = createOwnHost('marks', {
      position: 'fixed',
      inset: '0',
      'pointer-events': 'none',
      'z-index': '2147483646',
      display: 'block',
      visibility: 'visible',
      opacity: '1',
    });
    adoptStyles(own.root, CSS_TEXT);
    layer = document.createElement('div');
    own.root.append(layer);
    document.documentElement.append(own.host);
    host = own.host;
    return layer;
  };

  /** Follows the page while marks are shown; measuring all first keeps layout work to one pass a frame. */
  const follow = () => {
    const boxes = marks.map(({ spot, clipped }) =>
      spot.element.isConnected && !clipped ? boxOf(spot) : null,
    );
    const into = ensureLayer();
    marks.forEach((mark, index) => {
      place(mark, boxes[index] ?? null, into);
    });
    frameRequest = marks.length > 0 ? requestAnimationFrame(follow) : 0;
  };
  const draw = () => {
    cancelAnimationFrame(frameRequest);
    follow();
  };
  const add = (mark: Pick<Mark, 'spot' | 'strong' | 'label'>) => {
    marks.push({ ...mark, node: null, clipped: false });
    clipping.observe(mark.spot.element);
  };
  const remove = (gone: readonly Mark[]) => {
    for (const mark of gone) mark.node?.remove();
    marks = marks.filter((mark) => !gone.includes(mark));
    for (const { spot } of gone)
      if (!marks.some((mark) => mark.spot.element === spot.element)) clipping.unobserve(spot.element);
    if (marks.length === 0) {
      cancelAnimationFrame(frameRequest);
      host?.remove();
      host = null;
      layer = null;
    }
  };

  return {
    jump(locator, label) {
      const spot = findSpot(locator);
      remove(marks.filter((mark) => mark.strong));
      if (!spot) return { box: null, hidden: false };
      openDetails(spot);
      scrollToSpot(spot);
      if (!isLaidOut(spot)) return { box: null, hidden: true };
      add({ spot, strong: true, label });
      draw();
      return { box: boxOf(spot), hidden: false };
    },
    showAll(wanted) {
      remove(marks.filter((mark) => !mark.strong));
      for (const { locator, label } of wanted) {
        const spot = findSpot(locator);
        if (spot && isLaidOut(spot)) add({ spot, strong: false, label });
      }
      const shown = marks.filter((mark) => !mark.strong).length;
      if (marks.length > 0) draw();
      return shown;
    },
    clear() {
      remove(marks);
    },
  };
}

function place(mark: Mark, box: Rect | null, layer: HTMLElement): void {
  const outside =
    !box || box.y > innerHeight || box.y + box.height < 0 || box.x > innerWidth || box.x + box.width < 0;
  if (outside || !box) {
    if (mark.node) mark.node.hidden = true;
    return;
  }
  if (!mark.node) {
    mark.node = document.createElement('div');
    const label = document.createElement('div');
    label.className = 'label';
    label.textContent = mark.label;
    mark.node.append(label);
  }
  if (!mark.node.isConnected) layer.append(mark.node);
  mark.node.hidden = false;
  // The label stays outside the box; near the top edge it goes below so that it is not cut off.
  mark.node.className = `box ${mark.strong ? 'strong' : 'weak'}${box.y < 24 ? ' below' : ''}`;
  mark.node.style.transform = `translate(${box.x - 3}px, ${box.y - 3}px)`;
  mark.node.style.width = `${box.width + 6}px`;
  mark.node.style.height = `${box.height + 6}px`;
}
