// Scores inspections against hand-made labels: found, false missing, false present, wrong value, per element and page tag.
import {
  IdentityElement,
  type IdentitySummary,
  PageTag,
  type PageTagsSummary,
} from '../../lib/model/summary.ts';
import { comparable, fold } from '../../lib/text/fold.ts';
import type { Truth } from './truth.ts';

/** What the inspection of one page said. */
export interface Observed {
  file: string;
  identity: IdentitySummary;
  pageTags?: PageTagsSummary;
}

export interface Disagreement {
  file: string;
  item: IdentityElement | PageTag;
  kind: 'false-missing' | 'false-present' | 'wrong-value' | 'not-inspected';
  expected: string;
  found: string;
}

export interface ItemScore {
  item: IdentityElement | PageTag | 'all';
  found: number;
  correctlyMissing: number;
  falseMissing: number;
  falsePresent: number;
  wrongValue: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface Score {
  pages: number;
  elements: ItemScore[];
  elementTotal: ItemScore;
  tags: ItemScore[];
  tagTotal: ItemScore;
  disagreements: Disagreement[];
}

const LONGEST_VALUE = 100;

/** One labelled item beside what was reported of it; no `reported` = the page or its check did not finish. */
interface Comparison {
  file: string;
  item: IdentityElement | PageTag;
  expected: { present: boolean; text: string };
  reported?: { present: boolean; text: string };
  sameValue: boolean;
}

/**
 * Compares inspections with the labels. An element counts as reported when its state is present or malformed, a tag
 * when it is present or empty. A wrong value counts as found and is listed apart. Ratios are 1 when there is nothing
 * to divide by.
 */
export function score(truth: Truth, observed: Observed[]): Score {
  const byFile = new Map(observed.map((one) => [one.file, one]));
  const disagreements: Disagreement[] = [];
  const elements = truth.pages.flatMap((page) => compareElements(page, byFile.get(page.file)));
  const tags = truth.pages.flatMap((page) => compareTags(page, byFile.get(page.file)));
  const ofElements = tally(IdentityElement.options, elements, disagreements);
  const ofTags = tally(PageTag.options, tags, disagreements);
  return {
    pages: truth.pages.length,
    elements: ofElements.rows,
    elementTotal: ofElements.total,
    tags: ofTags.rows,
    tagTotal: ofTags.total,
    disagreements,
  };
}

function compareElements(page: Truth['pages'][number], seen: Observed | undefined): Comparison[] {
  return IdentityElement.options.flatMap((element): Comparison[] => {
    const label = page.elements?.[element];
    if (!label || label.expect === 'uncertain') return [];
    const entry = seen?.identity.find((one) => one.element === element);
    const present = label.expect === 'present';
    return [
      {
        file: page.file,
        item: element,
        expected: { present, text: present ? (label.value ?? '有') : '无' },
        ...(entry
          ? {
              reported: {
                present: entry.state !== 'missing',
                text: `${entry.state} ${entry.value ?? ''}`.trim(),
              },
            }
          : {}),
        sameValue: sameElement(element, label.value, entry?.value),
      },
    ];
  });
}

function compareTags(page: Truth['pages'][number], seen: Observed | undefined): Comparison[] {
  const labels = new Map(
    Object.entries(page.meta ?? {}).map(([name, value]) => [name.trim().toLowerCase(), [value].flat()]),
  );
  const missing = new Set((page.meta_missing ?? []).map((name) => name.trim().toLowerCase()));
  return PageTag.options.flatMap((tag): Comparison[] => {
    const name = tag.toLowerCase();
    const values = labels.get(name);
    if (!values && !missing.has(name)) return [];
    const entry = seen?.pageTags?.find((one) => one.tag === tag);
    const filled = (values ?? []).map((value) => value ?? '').filter((value) => value.trim() !== '');
    const sameValue =
      entry?.state === 'empty'
        ? filled.length === 0
        : filled.some((value) => sameText(value, entry?.value ?? ''));
    return [
      {
        file: page.file,
        item: tag,
        expected: { present: values !== undefined, text: values ? filled.join('；') || '（空）' : '无' },
        ...(entry
          ? {
              reported: {
                present: entry.state !== 'missing',
                text: `${entry.state} ${entry.value ?? ''}`.trim(),
              },
            }
          : {}),
        sameValue,
      },
    ];
  });
}

function tally(
  items: readonly ItemScore['item'][],
  comparisons: Comparison[],
  disagreements: Disagreement[],
) {
  const tallies = new Map(items.map((item) => [item, emptyTally()]));
  const sum = emptyTally();
  for (const { file, item, expected, reported, sameValue } of comparisons) {
    const own = tallies.get(item);
    if (!own) continue;
    const note = (kind: Disagreement['kind']) =>
      disagreements.push({ file, item, kind, expected: expected.text, found: reported?.text ?? '未检查' });
    const count = (key: keyof Tally) => {
      own[key] += 1;
      sum[key] += 1;
    };
    if (!reported) note('not-inspected');
    if (expected.present && reported?.present) {
      count('found');
      if (!sameValue) {
        count('wrongValue');
        note('wrong-value');
      }
    } else if (expected.present) {
      count('falseMissing');
      if (reported) note('false-missing');
    } else if (reported?.present) {
      count('falsePresent');
      note('false-present');
    } else count('correctlyMissing');
  }
  return {
    rows: [...tallies].map(([item, own]) => withRatios(item, own)),
    total: withRatios('all', sum),
  };
}

/** The score as lines of text for a terminal: elements, page tags, then every disagreement. */
export function scoreText(result: Score): string {
  const differences = result.disagreements.map(
    ({ file, item, kind, expected, found }) =>
      `${file}: ${item} ${kind}: expected ${cut(expected)}, found ${cut(found)}`,
  );
  return [
    ...table('element', [...result.elements, result.elementTotal]),
    '',
    ...table('page tag', [...result.tags, result.tagTotal]),
    '',
    `${result.pages} pages, ${differences.length} disagreements`,
    ...differences,
  ].join('\n');
}

/** Descriptions can be a thousand characters long; JSON has them whole. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line;
}

function table(title: string, scores: ItemScore[]): string[] {
  const head = [title, 'found', 'false missing', 'false present', 'wrong value', 'precision', 'recall', 'F1'];
  const rows = scores.map((one) => [
    one.item,
    String(one.found),
    String(one.falseMissing),
    String(one.falsePresent),
    String(one.wrongValue),
    one.precision.toFixed(3),
    one.recall.toFixed(3),
    one.f1.toFixed(3),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

interface Tally {
  found: number;
  correctlyMissing: number;
  falseMissing: number;
  falsePresent: number;
  wrongValue: number;
}

function emptyTally(): Tally {
  return { found: 0, correctlyMissing: 0, falseMissing: 0, falsePresent: 0, wrongValue: 0 };
}

function withRatios(item: ItemScore['item'], counts: Tally): ItemScore {
  const { found, falseMissing, falsePresent } = counts;
  const precision = found + falsePresent ? found / (found + falsePresent) : 1;
  const recall = found + falseMissing ? found / (found + falseMissing) : 1;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { item, ...counts, precision, recall, f1 };
}

/** Marks are compared by the id in the label's prose, the site map only by being there, the rest without blanks. */
function sameElement(
  element: IdentityElement,
  expected: string | undefined,
  found: string | undefined,
): boolean {
  if (!expected || element === 'siteMap') return true;
  if (element === 'govMark' || element === 'errorReportEntry') {
    const id = /[0-9a-f]{32}|CA\d{15,}|(?:bm)?\d{8,10}/i.exec(fold(expected))?.[0];
    return !id || comparable(found ?? '') === comparable(id);
  }
  return comparable(found ?? '') === comparable(expected);
}

/** Without white space; a label may be cut short. */
function sameText(expected: string, found: string): boolean {
  const [a, b] = [comparable(expected), comparable(found)];
  return a === b || (a.length >= 200 && b.startsWith(a)) || (b.length >= 200 && a.startsWith(b));
}
