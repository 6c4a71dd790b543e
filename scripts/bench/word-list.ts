// Measures the word search: 5,000 entries over one million characters of Chinese, against a plain loop of indexOf.
import { performance } from 'node:perf_hooks';
import { searchWording } from '../../lib/text/wording';

/** Times in milliseconds; `ratio` = time of the search over the time of the plain loop (below 1 = quicker). */
export interface WordListBench {
  entries: number;
  characters: number;
  found: number;
  /** Median of the runs; `buildMs` is compiling the list. */
  buildMs: number;
  searchMs: number;
  indexOfMs: number;
  ratio: number;
}

const ENTRIES = 5_000;
const CHARACTERS = 1_000_000;

/** Deterministic list and text; `runs` times, medians. The plain loop is run once: it takes seconds. */
export function benchWordList(runs = 5): WordListBench {
  const random = seeded(7);
  const letter = () => String.fromCharCode(0x4e00 + random(3_000));
  const letters = (count: number) => Array.from({ length: count }, letter).join('');
  const words = new Set<string>();
  while (words.size < ENTRIES) words.add(letters(2 + random(5)));
  const list = [...words];
  const pieces: string[] = [];
  for (let length = 0; length < CHARACTERS; ) {
    const piece = random(50) === 0 ? (list[random(list.length)] ?? '') : letters(20);
    pieces.push(piece);
    length += piece.length;
  }
  const text = pieces.join('').slice(0, CHARACTERS);

  const builds: number[] = [];
  const searches: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const search = searchWording(list.map((word) => ({ word, exceptions: [`${word}甲`] })));
    const built = performance.now();
    found = search.find(text).length;
    builds.push(built - start);
    searches.push(performance.now() - built);
  }
  const start = performance.now();
  for (const word of list) for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1));
  const indexOfMs = performance.now() - start;
  const searchMs = median(searches);
  return {
    entries: ENTRIES,
    characters: text.length,
    found,
    buildMs: rounded(median(builds)),
    searchMs: rounded(searchMs),
    indexOfMs: rounded(indexOfMs),
    ratio: Math.round((searchMs / indexOfMs) * 10_000) / 10_000,
  };
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
