// Word search: the one-pass matcher against a naive one, and the rules on whole words, exceptions and the longest word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordMatcher, plainText, type WordMatch } from '@/lib/text/word-matcher';
import { searchWording } from '@/lib/text/wording';

const char = fc.constantFrom(
  'a',
  'B',
  'Ａ',
  '国',
  '家',
  '国',
  '\u200b',
  ' ',
  '　',
  '1',
  '\ud840',
  '\udc0b',
  'İ',
);
const anyText = fc.array(char, { maxLength: 40 }).map((chars) => chars.join(''));
const anyWord = fc.array(char, { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''));

/** Every place of every pattern, found by comparing. */
function naive(patterns: string[], text: string): WordMatch[] {
  const visible = [...Array(text.length).keys()].filter((at) => plainText(text.charAt(at)) !== '');
  const plain = plainText(text);
  return patterns.flatMap((pattern, index) => {
    const word = plainText(pattern);
    const places: WordMatch[] = [];
    for (let at = 0; word !== '' && at + word.length <= plain.length; at++)
      if (plain.startsWith(word, at))
        places.push({
          pattern: index,
          from: visible[at] ?? -1,
          to: (visible[at + word.length - 1] ?? -1) + 1,
        });
    return places;
  });
}

const sorted = (matches: WordMatch[]) =>
  matches.map(({ pattern, from, to }) => `${from}-${to} ${pattern}`).sort();

describe('createWordMatcher', () => {
  it('finds what comparing finds', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 12 }), anyText, (patterns, text) => {
        expect(sorted(createWordMatcher(patterns).find(text))).toEqual(sorted(naive(patterns, text)));
      }),
      { numRuns: 500 },
    );
  });

  it('is blind to case, width, blanks and invisible characters', () => {
    const [match] = createWordMatcher(['IPv6 改造']).find('支持ＩＰＶ６　改\u200b造。');
    expect(match).toEqual({ pattern: 0, from: 2, to: 10 });
  });
});

describe('searchWording', () => {
  const find = (words: (string | [string, ...string[]])[], text: string) => {
    const list = words.map((entry) => (typeof entry === 'string' ? [entry] : entry));
    const search = searchWording(list.map(([word = '', ...exceptions]) => ({ word, exceptions })));
    return search.find(text).map(({ from, to }) => text.slice(from, to));
  };

  it('takes Latin words and numbers whole, also beside Chinese', () => {
    expect(find(['App', '5G'], 'happy APP，移动app下载 Apps 15G 5G网络')).toEqual(['APP', 'app', '5G']);
    expect(find(['café'], 'CAFÉS café')).toEqual(['café']);
  });

  it('leaves right contexts alone and reports the word elsewhere', () => {
    expect(find([['象', '大象', '现象']], '大象、现象和想象')).toEqual(['象']);
    expect(find([['测试', '核酸检测试剂']], '核酸检测试剂测试')).toEqual(['测试']);
  });

  it('reports the longest of several words at one place', () => {
    expect(find(['全国', '全国人大', '人大会议'], '全国人大会议')).toEqual(['全国人大']);
  });

  it('falls back to a shorter word when the longer one stands in a right context', () => {
    expect(find([['甲乙丙', '甲乙丙丁'], '乙丙'], '甲乙丙丁')).toEqual(['乙丙']);
  });

  it('gives places that never overlap, in order, of words that are there', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { maxLength: 8 }), anyText, (words, text) => {
        const search = searchWording(words.map((word) => ({ word, exceptions: [] })));
        let end = 0;
        for (const { pattern, from, to } of search.find(text)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(plainText(text.slice(from, to))).toBe(plainText(words[pattern] ?? ''));
          end = to;
        }
      }),
    );
  });
});
