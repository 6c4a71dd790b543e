// Lets rows that are out of sight cost neither layout nor paint, once the browser knows how high they are.
import { type RefObject, useEffect, useLayoutEffect } from 'react';

/** Set on a row whose present height the browser has noted (see `.item` in checklist.module.css). */
const DRAWN = 'data-drawn';

/** Drawn anew since the last frame began. */
let fresh = new Set<Element>();
/** Laid out in the frame under way. */
let laidOut = new Set<Element>();
let isAsked = false;

/**
 * The row is laid out wherever it is, for one whole frame: a height noted before would shift the list under the pointer. A row
 * with the focus or the pointer is laid out anyway.
 */
function drawAnew(row: Element): void {
  if (row.hasAttribute(DRAWN) && row.matches(':focus-within, :hover')) return;
  row.removeAttribute(DRAWN);
  laidOut.delete(row);
  fresh.add(row);
  if (!isAsked) ask();
}

function ask(): void {
  isAsked = true;
  requestAnimationFrame(nextFrame);
}

function nextFrame(): void {
  for (const row of laidOut) row.setAttribute(DRAWN, '');
  laidOut = fresh;
  fresh = new Set();
  isAsked = false;
  if (laidOut.size > 0) ask();
}

/** For a row that React draws only when its own data change. Past React, which need not draw anything for it. */
export function useDrawnRow(row: RefObject<Element | null>): void {
  useLayoutEffect(() => {
    if (row.current) drawAnew(row.current);
  });
}

/** Another width gives all rows of a list (`li`) another height. */
export function useRowsOfWidth(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let width = element.clientWidth;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      for (const row of element.querySelectorAll(`li[${DRAWN}]`)) drawAnew(row);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
}
