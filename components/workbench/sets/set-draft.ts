// Changes to a set that is being edited: pure, addressed by the same paths that the linter speaks of.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Path } from '@/lib/indicators/set-problem';
import type { Category, Criterion, Indicator, IndicatorSet } from '@/lib/model/indicator-set';

/** The set with the field at `path` replaced; undefined takes an optional field away. */
export function withValue(set: IndicatorSet, path: Path, value: unknown): IndicatorSet {
  return replaced(set, path, () => value) as IndicatorSet;
}

/** The set with `item` put at the end of the list at `list`. */
export function withItem(
  set: IndicatorSet,
  list: Path,
  item: Category | Indicator | Criterion,
): IndicatorSet {
  return replaced(set, list, (items) => [...asList(items), item]) as IndicatorSet;
}

/** The set without one item of a list. */
export function withoutItem(set: IndicatorSet, list: Path, index: number): IndicatorSet {
  return replaced(set, list, (items) => asList(items).filter((_, i) => i !== index)) as IndicatorSet;
}

/** The set with an item moved up (-1) or down (+1) in its list; unchanged at the ends. */
export function withMoved(set: IndicatorSet, list: Path, index: number, by: -1 | 1): IndicatorSet {
  return replaced(set, list, (items) => {
    const next = [...asList(items)];
    const [item, neighbour] = [next[index], next[index + by]];
    if (item === undefined || neighbour === undefined) return next;
    next[index] = neighbour;
    next[index + by] = item;
    return next;
  }) as IndicatorSet;
}

/** The set with an item taken from one list to the end of another list of the same kind. */
export function withTransferred(set: IndicatorSet, from: Path, index: number, to: Path): IndicatorSet {
  const item = asList(valueAt(set, from))[index];
  if (item === undefined || JSON.stringify(from) === JSON.stringify(to)) return set;
  const added = replaced(set, to, (items) => [...asList(items), item]) as IndicatorSet;
  return withoutItem(added, from, index);
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) => (node as Record<string | number, unknown> | undefined)?.[step],
    value,
  );
}

/** A criterion to be filled in; its id is free in the set. */
export function newCriterion(set: IndicatorSet): Criterion {
  return {
    id: freeId(
      'criterion',
      criteriaOf(set).map(({ criterion }) => criterion.id),
    ),
    text: '',
    points: 0,
    per: 'once',
    scope: 'site',
    source: '',
    confirmed: false,
    howTo: '',
    checks: [],
  };
}

/** An indicator with one criterion to be filled in. */
export function newIndicator(set: IndicatorSet): Indicator {
  const ids = set.parts.flatMap((p) => p.categories.flatMap((c) => c.indicators.map(({ id }) => id)));
  return {
    id: freeId('indicator', ids),
    name: '',
    points: 0,
    confirmed: false,
    source: '',
    criteria: [newCriterion(set)],
  };
}

/** A category with one indicator to be filled in. */
export function newCategory(set: IndicatorSet): Category {
  const ids = set.parts.flatMap((p) => p.categories.map(({ id }) => id));
  return { id: freeId('category', ids), name: '', points: 0, indicators: [newIndicator(set)] };
}

/**
 * The first draft of a copy: an own id for a shipped set, else the next version of the same one. `taken` are the ids
 * and versions that exist.
 */
export function copyOf(
  set: IndicatorSet,
  shipped: boolean,
  taken: readonly { id: string; version: string }[],
): IndicatorSet {
  const ids = taken.map(({ id }) => id);
  const id = shipped ? freeId(`own-${set.id}`, ids, true) : set.id;
  let version = shipped ? set.version : nextVersion(set.version);
  while (taken.some((other) => other.id === id && other.version === version)) version = nextVersion(version);
  return { ...structuredClone(set), id, version, title: shipped ? `${set.title}（本地修订）` : set.title };
}

/** `2019.1` → `2019.2`; without a number at the end one is added. */
export function nextVersion(version: string): string {
  const match = /^(.*?)(\d+)$/.exec(version);
  return match ? `${match[1]}${Number(match[2]) + 1}` : `${version}.1`;
}

function freeId(stem: string, taken: readonly string[], bareFirst = false): string {
  if (bareFirst && !taken.includes(stem)) return stem;
  for (let n = bareFirst ? 2 : 1; ; n++) {
    if (!taken.includes(`${stem}-${n}`)) return `${stem}-${n}`;
  }
}

function replaced(node: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (Array.isArray(node))
    return node.map((item, index) => (index === step ? replaced(item, rest, change) : item));
  const record = node as Record<string | number, unknown>;
  const value = replaced(record[step], rest, change);
  if (value !== undefined) return { ...record, [step]: value };
  const { [step]: _, ...others } = record;
  return others;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
