// Judges one column against its period: fresh, stale, empty or not to be told, and whether that is certain.
import type { ColumnEntry, ColumnKind } from '@/lib/model/columns';
import type { ColumnSeen } from '@/lib/model/summary';
import { columnKindOf } from '@/lib/text/column-kind';
import { daysBetween } from '@/lib/text/days';
import { entryOf, isLaterPage } from './column-key';
import type { FoundColumn } from './find-columns';
import { type ColumnLimits, type Limit, limitOf } from './limits';

export interface JudgedColumn {
  column: FoundColumn;
  seen: ColumnSeen;
  limit?: Limit;
  /** Why a person must look; left out when the state is certain. */
  doubt?: Doubt;
}

export type Doubt =
  | 'block'
  | 'address-only'
  | 'address-newer'
  | 'year'
  | 'one-day'
  | 'deep'
  | 'kind'
  | 'hidden'
  | 'own-period'
  | 'bare';

/** Deeper than this a column is hardly a first-level one (一级栏目). */
const FIRST_LEVEL = 3;

/** @param pageUrl address of the inspected page; @param today day of the inspection. */
export function judgeColumn(
  column: FoundColumn,
  pageUrl: string,
  register: readonly ColumnEntry[] | undefined,
  limits: ColumnLimits,
  today: string,
): JudgedColumn {
  const entry = entryOf(register, column.key, column.name);
  const guess = columnKindOf(column.name, column.columnType);
  const kind = entry?.kind ?? guess.kind;
  const limit = limitOf(kind, entry, limits, today);
  const { newest, source } = column.dates;
  const state = stateOf(column, entry, limit, pageUrl);
  const doubt = doubtOf(column, kind, entry?.correctedBy !== undefined || guess.sure, state, limit);
  return {
    column,
    ...(limit && { limit }),
    ...(doubt && { doubt }),
    seen: {
      key: entry?.key ?? column.key,
      name: entry?.name ?? column.name,
      ...((entry?.url ?? column.url) && { url: entry?.url ?? column.url }),
      kind,
      own: column.own,
      rows: column.rows,
      ...(newest && { newest, source, days: daysBetween(newest, today) }),
      ...(limit && { since: limit.since }),
      state,
      certain: doubt === undefined,
      selector: column.selector,
      ...(column.frame && { frame: column.frame }),
    },
  };
}

function stateOf(
  column: FoundColumn,
  entry: ColumnEntry | undefined,
  limit: Limit | undefined,
  pageUrl: string,
): ColumnSeen['state'] {
  if (entry?.excluded) return 'excluded';
  if (column.own && isLaterPage(pageUrl)) return 'paged';
  if (column.empty) return 'empty';
  const { newest } = column.dates;
  if (newest === undefined) return 'undated';
  if (!limit) return 'unlimited';
  return newest < limit.since ? 'stale' : 'fresh';
}

function doubtOf(
  column: FoundColumn,
  kind: ColumnKind,
  sureKind: boolean,
  state: ColumnSeen['state'],
  limit: Limit | undefined,
): Doubt | undefined {
  if (state === 'empty') return column.empty === 'bare' ? 'bare' : column.own ? undefined : 'block';
  if (state !== 'stale') return undefined;
  const { dates } = column;
  if (!column.own) return 'block';
  if (dates.source !== 'printed') return 'address-only';
  if (limit && dates.addressNewer !== undefined && dates.addressNewer >= limit.since) return 'address-newer';
  if (dates.yearUnsure) return 'year';
  if (dates.oneDay) return 'one-day';
  if (!column.visible) return 'hidden';
  if (!sureKind) return 'kind';
  if (kind === 'other') return 'own-period';
  return kind !== 'news' && (column.depth ?? 0) > FIRST_LEVEL ? 'deep' : undefined;
}
