// Finds the rows that messages or surveys stand in, whatever the markup: below a row of heads, or beside alike neighbours.
import { isHead } from '@/lib/text/interaction-words';
import type { Chunk } from '../dom/chunks';
import { firstChildOf, localNameOf, nextOf, parentElementOf, shadowOf, textOf } from '../dom/native';
import { type HeadRun, type Hit, type HitKind, isTelling } from './hits';

export interface FoundGroup {
  /** The row that holds the heads, when there is one. */
  headRow?: Element;
  heads: string[];
  rows: Element[];
  /** true: each row has one element per head. */
  aligned: boolean;
}

const ORDER: HitKind[] = [
  'asked',
  'message-state',
  'survey-state',
  'period',
  'end',
  'answered',
  'start',
  'question',
  'answer',
  'date',
];
const LONGEST_ROW = 6_000;

/** Groups in no particular order; no row lies inside another. */
export function findGroups(
  chunks: readonly Chunk[],
  hits: readonly Hit[],
  runs: readonly HeadRun[],
): FoundGroup[] {
  const groups: FoundGroup[] = [];
  const taken = new Set<Element>();
  for (const run of runs) {
    const group = groupBelow(chunks, run);
    if (!group || group.rows.some((row) => overlaps(row, taken))) continue;
    groups.push(group);
    for (const row of group.rows) taken.add(row);
  }
  for (const kind of ORDER) {
    const elements = hits.flatMap((hit) => {
      const chunk = hit.kind === kind ? chunks[hit.chunk] : undefined;
      return chunk ? [chunk.element] : [];
    });
    for (const rows of siblingRows(elements)) {
      if (rows.some((row) => overlaps(row, taken))) continue;
      groups.push({ heads: [], rows, aligned: false });
      for (const row of rows) taken.add(row);
    }
  }
  return groups;
}

/** true when some hit speaks of messages or surveys for certain. */
export function anyTelling(hits: readonly Hit[]): boolean {
  return hits.some(({ kind }) => isTelling(kind));
}

function overlaps(row: Element, taken: ReadonlySet<Element>): boolean {
  for (let current: Element | null = row; current; current = parentElementOf(current))
    if (taken.has(current)) return true;
  for (const other of taken) if (Node.prototype.contains.call(row, other)) return true;
  return false;
}

/**
 * The row of an element is its largest ancestor that holds no second one of the kind; rows with a common parent belong
 * together. Only parents with two rows or more are lists.
 */
function siblingRows(elements: readonly Element[]): Element[][] {
  const counts = new Map<Element, number>();
  for (const element of new Set(elements))
    for (let current: Element | null = element; current; current = parentElementOf(current))
      counts.set(current, (counts.get(current) ?? 0) + 1);
  const byParent = new Map<Element, Element[]>();
  for (const element of new Set(elements)) {
    let row = element;
    let parent = parentElementOf(row);
    while (parent && counts.get(parent) === 1) {
      row = parent;
      parent = parentElementOf(row);
    }
    if (!parent || counts.get(row) !== 1) continue;
    byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
  }
  return [...byParent.entries()]
    .filter(([, rows]) => rows.length >= 2)
    .map(([parent, rows]) => withAlikeSiblings(parent, rows))
    .filter((rows) => rows.length >= 2);
}

/** Neighbours of the same kind are rows too, although they show no label or state. */
function withAlikeSiblings(parent: Element, rows: readonly Element[]): Element[] {
  const names = new Set(rows.map(localNameOf));
  const known = new Set(rows);
  if (['body', 'html'].includes(localNameOf(parent)) && names.size > 1) return [];
  return childrenOf(parent).filter((child) => {
    const length = (textOf(child) ?? '').trim().length;
    return known.has(child)
      ? length <= LONGEST_ROW
      : names.has(localNameOf(child)) && length >= 8 && length < LONGEST_ROW;
  });
}

function groupBelow(chunks: readonly Chunk[], { from, to }: HeadRun): FoundGroup | undefined {
  const elements = chunks.slice(from, to).map(({ element }) => element);
  const headRow = commonAncestor(elements);
  if (!headRow) return undefined;
  const cells = cellsOf(headRow);
  const heads = cells.map((cell) => (textOf(cell) ?? '').replace(/\s+/g, ' ').trim().slice(0, 20));
  if (!isHeadRow(cells, heads)) return undefined;
  let current: Element | null = headRow;
  for (let level = 0; current && level < 6; level++) {
    const rows: Element[] = [];
    for (let next = nextOf(current); next; next = nextOf(next)) rows.push(...rowsOf(next, heads.length, 0));
    if (rows.length > 0) return { headRow, heads, rows, aligned: true };
    current = parentElementOf(current);
    if (!current || localNameOf(current) === 'body') break;
  }
  return undefined;
}

/** Not a line of a form or table that pairs labels with (empty) values. */
function isHeadRow(cells: readonly Element[], heads: readonly string[]): boolean {
  if (heads.length < 2 || new Set(cells.map(localNameOf)).size > 1) return false;
  const known = heads.filter((head) => isHead(head)).length;
  return known * 2 >= heads.length && heads.filter((head) => head === '').length <= 1;
}

/** The element itself when it has as many cells as there are heads, else the rows it wraps. */
function rowsOf(element: Element, cells: number, depth: number): Element[] {
  if (cellsOf(element).length === cells && cellsOf(element).some((cell) => (textOf(cell) ?? '').trim()))
    return isRepeated(element, cells) ? [] : [element];
  if (depth >= 5) return [];
  return childrenOf(element).flatMap((child) => rowsOf(child, cells, depth + 1));
}

/** A list that happens to have as many rows as there are heads is no row. */
function isRepeated(element: Element, cells: number): boolean {
  const inner = childrenOf(element);
  return inner.length > 1 && inner.every((child) => childrenOf(child).length === cells);
}

/** Child elements; a single child that wraps all others is looked through. */
export function cellsOf(row: Element): Element[] {
  let children = childrenOf(row);
  for (let depth = 0; depth < 3 && children.length === 1; depth++) {
    const only = children[0];
    const inner = only ? childrenOf(only) : [];
    if (inner.length < 2) break;
    children = inner;
  }
  return children;
}

export function childrenOf(parent: Node): Element[] {
  const children: Element[] = [];
  for (let child = firstChildOf(parent); child; child = nextOf(child)) children.push(child);
  return children;
}

function commonAncestor(elements: readonly Element[]): Element | undefined {
  const [first, ...rest] = elements;
  if (!first) return undefined;
  for (let current: Element | null = first; current; current = parentElementOf(current)) {
    const ancestor = current;
    if (rest.every((element) => Node.prototype.contains.call(ancestor, element))) return ancestor;
  }
  return shadowOf(first) ? first : undefined;
}
