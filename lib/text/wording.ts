// Searches texts for the words of a list: whole Latin words, right contexts left alone, of several words at one place the longest.
import { createWordMatcher, plainText, type WordMatch } from './word-matcher';

export interface SearchedWord {
  word: string;
  /** Longer expressions that hold the word and are right. */
  exceptions: readonly string[];
}

export interface WordingSearch {
  /** Places in the text by start; none overlap. `pattern` is the index of the word. */
  find(text: string): WordMatch[];
}

/** Compiles the list once for many texts. A word never matches across a line break. */
export function searchWording(words: readonly SearchedWord[]): WordingSearch {
  const patterns = words.map(({ word }) => word);
  /** Word that an exception belongs to, by pattern index. */
  const exceptionOf = new Map<number, number>();
  words.forEach(({ exceptions }, index) => {
    for (const exception of exceptions) {
      exceptionOf.set(patterns.length, index);
      patterns.push(exception);
    }
  });
  const matcher = createWordMatcher(patterns);
  const plain = patterns.map(plainText);
  return {
    find(text) {
      const found = matcher.find(text);
      const right = new Map<number, WordMatch[]>();
      for (const match of found) {
        const word = exceptionOf.get(match.pattern);
        if (word === undefined) continue;
        const places = right.get(word);
        if (places) places.push(match);
        else right.set(word, [match]);
      }
      const wrong = found.filter(
        (match) =>
          !exceptionOf.has(match.pattern) &&
          isWhole(text, match, plain[match.pattern] ?? '') &&
          !right.get(match.pattern)?.some(({ from, to }) => from <= match.from && match.to <= to),
      );
      return longestOnly(wrong);
    },
  };
}

const LATIN = /[\p{Script=Latin}\p{Nd}_]/u;

/** A word that begins or ends with a Latin letter or a digit must begin or end there. */
function isWhole(text: string, { from, to }: WordMatch, plain: string): boolean {
  const before = plainText(text.slice(Math.max(0, from - 8), from)).at(-1) ?? '';
  const after = plainText(text.slice(to, to + 8)).charAt(0);
  const opens = LATIN.test(plain.charAt(0)) && LATIN.test(before);
  const closes = LATIN.test(plain.charAt(plain.length - 1)) && LATIN.test(after);
  return !opens && !closes;
}

/** From left to right the longest at each place; what overlaps with one taken is dropped. */
function longestOnly(matches: WordMatch[]): WordMatch[] {
  const sorted = matches.sort((a, b) => a.from - b.from || b.to - a.to || a.pattern - b.pattern);
  const taken: WordMatch[] = [];
  for (const match of sorted) if (match.from >= (taken.at(-1)?.to ?? 0)) taken.push(match);
  return taken;
}
