// Counts the columns of the whole site that are stale or empty against the numbers from which the veto speaks.
import * as words from '@/lib/locale/zh-CN/checks/column-tally';
import type { ColumnEntry } from '@/lib/model/columns';
import { type ColumnSeen, ColumnsSummary, type ColumnTallySummary } from '@/lib/model/summary';
import { addDays, daysBetween, shanghaiDay } from '@/lib/text/days';
import type { FindingDraft } from '../engine/define-check';
import { defineSiteCheck, type PageResults } from '../engine/define-site-check';
import { columnKey, entryOf } from '../judge/columns/column-key';
import { ColumnLimits, limitOf } from '../judge/columns/limits';

/** 国办秘函〔2019〕19号 附件1 单项否决“栏目不更新”. */
const THRESHOLDS = { 'too-many-stale-news': 5, 'too-many-stale-other': 10, 'too-many-empty': 5 } as const;
type TallyKind = keyof typeof THRESHOLDS;
const KINDS = Object.keys(THRESHOLDS) as TallyKind[];

type Tallied = ColumnTallySummary['columns'][number];

export default defineSiteCheck({
  id: 'column-tally',
  run(pages, { columns: register }) {
    const seen = pages.flatMap((page) => columnsOf(page));
    if (seen.length === 0) return undefined;
    const day = shanghaiDay(
      pages
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
    );
    const columns = merge(seen, register).map((column) => judgeAgain(column, register));
    const tallies = KINDS.map((kind) => {
      const counted = columns.filter((column) => kindOf(column) === kind);
      const certain = counted.filter((column) => column.certain).length;
      return { kind, certain, unsure: counted.length - certain, threshold: THRESHOLDS[kind] };
    });
    const summary: ColumnTallySummary = { day, columns, tallies, notes: notesOf(columns, tallies) };
    return { findings: tallies.flatMap((tally) => toFinding(tally, columns)), summary };
  },
});

/** Columns of one page; a page whose result was stored by another version says nothing. */
function columnsOf(page: PageResults): Tallied[] {
  const result = page.results.find(({ checkId }) => checkId === 'stale-columns');
  const summary = ColumnsSummary.safeParse(result?.summary);
  if (!summary.success) return [];
  return summary.data.columns
    .filter(({ state }) => state !== 'paged')
    .map((column) => ({ ...column, page: page.url, pageTitle: page.title }));
}

/** Each column once: its own page speaks before excerpts on others; of several, the newest date. */
function merge(seen: readonly Tallied[], register: readonly ColumnEntry[]): Tallied[] {
  const addresses = new Map<string, Set<string>>();
  for (const { key, name } of seen) {
    if (key.startsWith('name:')) continue;
    addresses.set(
      columnKey(undefined, name),
      (addresses.get(columnKey(undefined, name)) ?? new Set()).add(key),
    );
  }
  const byKey = new Map<string, Tallied>();
  for (const column of [...seen].sort(compareSeen)) {
    const known = entryOf(register, column.key, column.name)?.key ?? column.key;
    const named = known.startsWith('name:') ? [...(addresses.get(known) ?? [])] : [];
    const key = named.length === 1 && named[0] ? named[0] : known;
    const other = byKey.get(key);
    byKey.set(key, other ? better(other, { ...column, key }) : { ...column, key });
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function better(a: Tallied, b: Tallied): Tallied {
  if (a.own !== b.own) {
    const [own, block] = a.own ? [a, b] : [b, a];
    // An excerpt that is newer than the column's page proves an update all the same.
    const isNewer = block.newest !== undefined && own.newest !== undefined && block.newest > own.newest;
    return isNewer
      ? {
          ...own,
          newest: block.newest,
          source: block.source,
          days: block.days,
          page: block.page,
          pageTitle: block.pageTitle,
        }
      : own;
  }
  return (b.newest ?? '') > (a.newest ?? '') ? b : a;
}

/** Corrections made since the page was inspected count at once. */
function judgeAgain(column: Tallied, register: readonly ColumnEntry[]): Tallied {
  const entry = entryOf(register, column.key, column.name);
  const kind = entry?.kind ?? column.kind;
  const { newest, since: _since, days: _days, ...rest } = column;
  const today = column.newest && column.days !== undefined ? addDays(column.newest, column.days) : undefined;
  const base = { ...rest, ...(newest && { newest }), name: entry?.name ?? column.name, kind };
  if (entry?.excluded) return { ...base, state: 'excluded', certain: true };
  if (newest === undefined || today === undefined) {
    const state = column.state === 'excluded' ? (column.rows === 0 ? 'empty' : 'undated') : column.state;
    return { ...base, state };
  }
  const limit = limitOf(kind, entry, ColumnLimits.parse({}), today);
  const days = daysBetween(newest, today);
  if (!limit) return { ...base, days, state: 'unlimited', certain: true };
  const state: ColumnSeen['state'] = newest < limit.since ? 'stale' : 'fresh';
  const isSure = kind !== 'other' && column.own && column.source === 'printed';
  const certain =
    state === 'fresh' || (column.state === 'stale' ? column.certain && kind === column.kind : isSure);
  return { ...base, days, since: limit.since, state, certain };
}

function kindOf(column: Tallied): TallyKind | undefined {
  if (column.state === 'empty') return 'too-many-empty';
  if (column.state !== 'stale') return undefined;
  return column.kind === 'other' ? 'too-many-stale-other' : 'too-many-stale-news';
}

function toFinding(
  tally: ColumnTallySummary['tallies'][number],
  columns: readonly Tallied[],
): FindingDraft[] {
  const all = tally.certain + tally.unsure;
  if (all < tally.threshold) return [];
  const counted = columns.filter((column) => kindOf(column) === tally.kind);
  const [first] = counted;
  return [
    {
      kind: tally.kind,
      item: 'site',
      outcome: tally.certain >= tally.threshold ? 'fail' : 'review',
      group: words.group,
      message: words.messages.reached(tally.kind, tally.certain, tally.unsure, tally.threshold),
      expected: words.messages.expected(tally.threshold),
      found: words.messages.list(counted),
      advice: words.default.advice,
      locator: { url: first?.page ?? '', frame: '', selector: '' },
    },
  ];
}

function notesOf(columns: readonly Tallied[], tallies: ColumnTallySummary['tallies']): string[] {
  const below = tallies
    .filter(({ certain, unsure, threshold }) => certain + unsure > 0 && certain + unsure < threshold)
    .map(({ kind, certain, unsure, threshold }) => words.messages.below(kind, certain, unsure, threshold));
  const unlimited = columns.filter(({ state }) => state === 'unlimited').length;
  const undated = columns.filter(({ state }) => state === 'undated').length;
  return [
    ...below,
    ...(unlimited > 0 ? [words.messages.unlimited(unlimited)] : []),
    ...(undated > 0 ? [words.messages.undated(undated)] : []),
  ];
}

function compareSeen(a: Tallied, b: Tallied): number {
  const order = (column: Tallied) =>
    `${column.key.startsWith('name:') ? 1 : 0}\n${column.key}\n${column.page}`;
  return order(a) < order(b) ? -1 : 1;
}
