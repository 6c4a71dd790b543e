// Geometry of the red boxes in the evidence editor: pure, in picture pixels, always inside the picture.
import type { Rect } from '@/lib/model/primitives';

/** A box smaller than this on either side is a slip of the hand. Picture pixels. */
export const SMALLEST_BOX = 6;

export interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}
export type Corner = 'nw' | 'ne' | 'sw' | 'se';

/** The box between two corners, whole pixels, cut to the picture. */
export function boxBetween(a: Point, b: Point, picture: Size): Rect {
  const left = clamp(Math.round(Math.min(a.x, b.x)), 0, picture.width);
  const top = clamp(Math.round(Math.min(a.y, b.y)), 0, picture.height);
  const right = clamp(Math.round(Math.max(a.x, b.x)), 0, picture.width);
  const bottom = clamp(Math.round(Math.max(a.y, b.y)), 0, picture.height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box shifted, stopped at the picture's edges. */
export function movedBox(box: Rect, dx: number, dy: number, picture: Size): Rect {
  return {
    ...box,
    x: clamp(Math.round(box.x + dx), 0, Math.max(0, picture.width - box.width)),
    y: clamp(Math.round(box.y + dy), 0, Math.max(0, picture.height - box.height)),
  };
}

/** The box with one corner drawn to `to`; the opposite corner stays, and it never gets smaller than SMALLEST_BOX. */
export function resizedBox(box: Rect, corner: Corner, to: Point, picture: Size): Rect {
  const west = corner === 'nw' || corner === 'sw';
  const north = corner === 'nw' || corner === 'ne';
  const fixed = { x: west ? box.x + box.width : box.x, y: north ? box.y + box.height : box.y };
  const x = west
    ? clamp(to.x, 0, Math.max(0, fixed.x - SMALLEST_BOX))
    : clamp(to.x, fixed.x + SMALLEST_BOX, picture.width);
  const y = north
    ? clamp(to.y, 0, Math.max(0, fixed.y - SMALLEST_BOX))
    : clamp(to.y, fixed.y + SMALLEST_BOX, picture.height);
  return boxBetween(fixed, { x, y }, picture);
}

/** A first box for those who draw without a pointer: the middle third of `area`. */
export function middleBox(area: Rect, picture: Size): Rect {
  return boxBetween(
    { x: area.x + area.width / 3, y: area.y + area.height / 3 },
    { x: area.x + (area.width * 2) / 3, y: area.y + (area.height * 2) / 3 },
    picture,
  );
}

export function isBigEnough({ width, height }: Size): boolean {
  return width >= SMALLEST_BOX && height >= SMALLEST_BOX;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
