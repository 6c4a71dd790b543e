// Boxes and crops on evidence stay inside the picture, in whole pixels, whatever pointer and keyboard do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownArea } from '@/components/shared/crop-picture';
import {
  boxBetween,
  isBigEnough,
  middleBox,
  movedBox,
  resizedBox,
  SMALLEST_BOX,
} from '@/components/shared/evidence-boxes';
import type { Rect } from '@/lib/model/primitives';

const picture = { width: 1280, height: 720 };
const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const box = fc
  .tuple(point, point)
  .map(([a, b]) => boxBetween(a, b, picture))
  .filter(isBigEnough);

function expectInside({ x, y, width, height }: Rect) {
  for (const number of [x, y, width, height]) expect(Number.isInteger(number)).toBe(true);
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(picture.width);
  expect(y + height).toBeLessThanOrEqual(picture.height);
}

describe('boxes', () => {
  it('are the same whichever corner is drawn first', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(boxBetween(a, b, picture)).toEqual(boxBetween(b, a, picture));
        expectInside(boxBetween(a, b, picture));
      }),
    );
  });

  it('keep their size when moved and stop at the edge', () => {
    fc.assert(
      fc.property(box, coordinate, coordinate, (start, dx, dy) => {
        const moved = movedBox(start, dx, dy, picture);
        expectInside(moved);
        expect([moved.width, moved.height]).toEqual([start.width, start.height]);
      }),
    );
    expect(movedBox({ x: 10, y: 10, width: 100, height: 50 }, -30, 5, picture)).toEqual({
      x: 0,
      y: 15,
      width: 100,
      height: 50,
    });
  });

  it('keep the opposite corner when resized and never vanish', () => {
    fc.assert(
      fc.property(box, point, fc.constantFrom('nw', 'ne', 'sw', 'se'), (start, to, corner) => {
        const sized = resizedBox(start, corner, to, picture);
        expectInside(sized);
        expect(isBigEnough(sized)).toBe(true);
        if (corner === 'se') expect([sized.x, sized.y]).toEqual([start.x, start.y]);
        if (corner === 'nw')
          expect([sized.x + sized.width, sized.y + sized.height]).toEqual([
            start.x + start.width,
            start.y + start.height,
          ]);
      }),
    );
  });

  it('start in the middle third', () => {
    expect(middleBox({ x: 0, y: 0, width: 300, height: 90 }, picture)).toEqual({
      x: 100,
      y: 30,
      width: 100,
      height: 30,
    });
    expect(isBigEnough({ width: SMALLEST_BOX, height: SMALLEST_BOX - 1 })).toBe(false);
  });
});

describe('shownArea', () => {
  it('is the whole picture without a crop', () => {
    expect(shownArea(picture)).toEqual({ x: 0, y: 0, ...picture });
  });

  it('rounds both edges, so that neighbouring crops fit together', () => {
    expect(shownArea({ ...picture, crop: { x: 130.7, y: 74.7, width: 1021.25, height: 573.25 } })).toEqual({
      x: 131,
      y: 75,
      width: 1021,
      height: 573,
    });
  });

  it('is never empty and never outside', () => {
    fc.assert(
      fc.property(
        fc.record({ x: coordinate, y: coordinate, width: coordinate, height: coordinate }),
        (crop) => {
          const area = shownArea({ ...picture, crop });
          expectInside(area);
          expect(Math.min(area.width, area.height)).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
