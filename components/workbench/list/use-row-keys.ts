// Up and down the rows of a long table with the keyboard, also to rows that are not in the page yet.
import { type KeyboardEvent, type RefObject, useRef } from 'react';

const STOPS = 'a[href], button, input';

/**
 * Arrows, PageUp, PageDown, Home and End take the focus to the same stop of another `tr[data-index]`.
 * @param rowHeight pixels
 * @param scrollTo brings a row into sight
 */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  scrollTo: (index: number) => void,
) {
  /** Row that the keyboard is on its way to: keys may come faster than rows are rendered and focused. */
  const heading = useRef<number>(null);
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    const index = heading.current ?? Number(row.dataset.index);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(rows - 1, Math.max(0, to));
    scrollTo(next);
    heading.current = next;
    focusIn(scroller, next, stopsOf(row).indexOf(target), () => {
      if (heading.current === next) heading.current = null;
    });
  };
}

/** Focuses a stop of a row that may be rendered only after the scroll; its last one where it has fewer. */
function focusIn(
  scroller: RefObject<HTMLElement | null>,
  index: number,
  stop: number,
  onDone: () => void,
  attempts = 10,
): void {
  requestAnimationFrame(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
    if (!row && attempts > 0) return focusIn(scroller, index, stop, onDone, attempts - 1);
    const stops = row ? stopsOf(row) : [];
    stops[Math.min(stop, stops.length - 1)]?.focus({ preventScroll: true });
    onDone();
  });
}

function stopsOf(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(STOPS)];
}
