// Folding keeps positions: whatever is found in the folded text stands at the same place in the page's text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, fold, tidy } from '@/lib/text/fold';

describe('fold', () => {
  it('plains full-width, traditional and invisible characters', () => {
    expect(fold('網站標識碼：１２３－４　Ａ\u00a0b')).toBe('网站标识码:123-4 A b');
  });

  it('never changes the length and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('tidies what a person would copy', () => {
    expect(tidy(' 甲\u2063\u2063 \n 乙\u200b ')).toBe('甲 乙');
    expect(comparable('浙ICP备 12345678 号－1')).toBe(comparable('浙icp备12345678号-1'));
  });
});
