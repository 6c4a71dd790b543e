// Scores inspections against hand-made labels: found, false missing, false present, wrong value, per identification element.
import { IdentityElement, type IdentitySummary } from '../../lib/model/summary.ts';
import { comparable, fold } from '../../lib/text/fold.ts';

/** Label of one element on one page; `uncertain` is left out of the score. */
export interface Label {
  expect: 'present' | 'absent' | 'uncertain';
  value?: string;
}

/** The part of `truth.json` that is scored. */
export interface Truth {
  pages: { file: string; elements: Partial<Record<IdentityElement, Label>> }[];
}

/** What the inspection of one page said. */
export interface Observed {
  file: string;
  identity: IdentitySummary;
}

export interface Disagreement {
  file: string;
  element: IdentityElement;
  kind: 'false-missing' | 'false-present' | 'wrong-value' | 'not-inspected';
  expected: string;
  found: string;
}

export interface ElementScore {
  element: IdentityElement | 'all';
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
  elements: ElementScore[];
  total: ElementScore;
  disagreements: Disagreement[];
}

/**
 * Compares inspections with the labels. An element counts as reported when its state is present or malformed.
 * A wrong value counts as found and is listed apart. Ratios are 1 when there is nothing to divide by.
 */
export function score(truth: Truth, observed: Observed[]): Score {
  const byFile = new Map(observed.map((one) => [one.file, one.identity]));
  const disagreements: Disagreement[] = [];
  const tallies = new Map(IdentityElement.options.map((element) => [element, emptyTally()]));
  for (const page of truth.pages) {
    const identity = byFile.get(page.file);
    for (const element of IdentityElement.options) {
      const label = page.elements[element];
      const tally = tallies.get(element);
      if (!label || !tally || label.expect === 'uncertain') continue;
      const entry = identity?.find((one) => one.element === element);
      const expected = label.expect === 'present' ? (label.value ?? '有') : '无';
      const note = (kind: Disagreement['kind']) =>
        disagreements.push({
          file: page.file,
          element,
          kind,
          expected,
          found: entry ? `${entry.state} ${entry.value ?? ''}`.trim() : '未检查',
        });
      if (!entry) note('not-inspected');
      const reported = entry !== undefined && entry.state !== 'missing';
      if (label.expect === 'present' && reported) {
        tally.found += 1;
        if (!sameValue(element, label.value, entry.value)) {
          tally.wrongValue += 1;
          note('wrong-value');
        }
      } else if (label.expect === 'present') {
        tally.falseMissing += 1;
        if (entry) note('false-missing');
      } else if (reported) {
        tally.falsePresent += 1;
        note('false-present');
      } else tally.correctlyMissing += 1;
    }
  }
  const elements = [...tallies].map(([element, tally]) => withRatios(element, tally));
  const sum = emptyTally();
  for (const tally of tallies.values())
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return { pages: truth.pages.length, elements, total: withRatios('all', sum), disagreements };
}

/** The score as lines of text for a terminal. */
export function scoreText(result: Score): string {
  const head = [
    'element',
    'found',
    'false missing',
    'false present',
    'wrong value',
    'precision',
    'recall',
    'F1',
  ];
  const rows = [...result.elements, result.total].map((one) => [
    one.element,
    String(one.found),
    String(one.falseMissing),
    String(one.falsePresent),
    String(one.wrongValue),
    one.precision.toFixed(3),
    one.recall.toFixed(3),
    one.f1.toFixed(3),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const table = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const differences = result.disagreements.map(
    ({ file, element, kind, expected, found }) =>
      `${file}: ${element} ${kind}: expected ${expected}, found ${found}`,
  );
  return [...table, '', `${result.pages} pages, ${differences.length} disagreements`, ...differences].join(
    '\n',
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

function withRatios(element: ElementScore['element'], tally: Tally): ElementScore {
  const { found, falseMissing, falsePresent } = tally;
  const precision = found + falsePresent ? found / (found + falsePresent) : 1;
  const recall = found + falseMissing ? found / (found + falseMissing) : 1;
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  return { element, ...tally, precision, recall, f1 };
}

/** Marks are compared by the id in the label's prose, the site map only by being there, the rest without blanks. */
function sameValue(
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
