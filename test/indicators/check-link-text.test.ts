// Links to checks as people write them in a cell.
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { linksToText, textToLinks } from '@/lib/indicators/xlsx/check-link-text';

// Property tests: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('links as text', () => {
  it('read like a sentence', () => {
    const links = [
      { check: 'broken-images', kinds: ['not-loaded', 'http-error'], outcomes: ['fail' as const] },
      { check: 'identification', items: ['a b', ''] },
    ];
    const text = 'broken-images 问题=not-loaded,http-error 结果=fail\nidentification 对象="a b",""';
    expect(linksToText(links)).toBe(text);
    expect(textToLinks(text)).toEqual({ links });
  });

  it('forgive full-width signs, spaces and empty lines', () => {
    expect(textToLinks('\n  images  问题 ＝ a， b 结果= fail \r\n')).toEqual({
      links: [{ check: 'images', kinds: ['a', 'b'], outcomes: ['fail'] }],
    });
  });

  it.each([
    'images 问题',
    'images 问题=a,,b',
    'images 其他=a',
    'images 问题=a 问题=b',
    'a,b',
    '问题=a',
    'images "',
    'images 结果=maybe',
    'images 问题=a,',
    '“images”',
  ])('refuse %s', (text) => {
    expect(textToLinks(text)).toEqual({ wrong: expect.stringContaining('写法不对') });
  });

  it('come back unchanged, whatever they hold', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const link = fc.record(
      {
        check: word,
        kinds: fc.array(word, { maxLength: 3 }),
        items: fc.array(word, { maxLength: 3 }),
        outcomes: fc.subarray(['fail' as const, 'review' as const]),
      },
      { requiredKeys: ['check'] },
    );
    fc.assert(
      fc.property(fc.array(link, { maxLength: 4 }), (links) => {
        expect(textToLinks(linksToText(links))).toEqual({ links });
      }),
    );
  });
});
