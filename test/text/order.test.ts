// Names stand as people look them up: by pinyin, numbers by their value, and always in the same order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoint, byName, namesInOrder } from '@/lib/text/order';

describe('names', () => {
  it('stand by pinyin, not by code point', () => {
    const names = ['中山区', '北京区', '安定区', '重庆区'];
    expect([...names].sort(byName)).toEqual(['安定区', '北京区', '重庆区', '中山区']);
    expect([...names].sort(byCodePoint)).not.toEqual([...names].sort(byName));
  });

  it('have their numbers by value', () => {
    const names = ['账号129', '账号30', '账号9', '账号 0010'];
    expect([...names].sort(byName)).toEqual(['账号 0010', '账号9', '账号30', '账号129']);
    expect(['2026-129', '2026-30'].sort(byName)).toEqual(['2026-30', '2026-129']);
  });

  it('are listed once each, without the empty one', () => {
    expect(namesInOrder(['乙', '', '甲', '乙'])).toEqual(['甲', '乙']);
  });

  it('have one order only: different texts are never equal, whichever way they are asked', () => {
    const some = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '0', 'a', 'A', 'é', 'e\u0301', ' ') });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(Math.sign(byName(a, b))).toBe(-Math.sign(byName(b, a)) + 0);
        expect(byName(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
