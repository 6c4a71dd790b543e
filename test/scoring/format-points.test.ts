// Points are shown without a digit too many or too few.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints } from '@/lib/scoring/format-points';

describe('formatPoints', () => {
  it.each([
    [9550, '95.5'],
    [10000, '100'],
    [-25, '-0.25'],
    [0, '0'],
    [-0, '0'],
    [-0.4, '0'],
    [5, '0.05'],
    [10, '0.1'],
    [1000, '10'],
    [10449.5, '104.5'],
    [10449.49, '104.49'],
    [0.5, '0.01'],
    [-100, '-1'],
  ])('shows %d as %s', (points, text) => {
    expect(formatPoints(points)).toBe(text);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (points) => {
        const text = formatPoints(points);
        expect(Math.round(Number(text) * 100)).toBe(points === 0 ? 0 : points);
        expect(text).toMatch(/^-?\d+(\.\d?[1-9])?$/);
      }),
    );
  });
});
