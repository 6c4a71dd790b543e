// Counts what accounts did about the important information that they must repost (漏转): per account, per item and in total.
import type { Repost, RepostItem } from '@/lib/model/new-media';

/** `open`: nobody has looked yet; such a cell is never counted as missed. */
export interface RepostCounts {
  done: number;
  late: number;
  missed: number;
  na: number;
  open: number;
}

export interface RepostTally {
  /** By subject; every account asked for is there. */
  byAccount: ReadonlyMap<string, RepostCounts>;
  /** By item; every item is there. */
  byItem: ReadonlyMap<string, RepostCounts>;
  total: RepostCounts;
  /** Accounts that missed at least one item. */
  accountsMissing: number;
}

/**
 * One cell per account and item. Ticks of other accounts or items are passed over; of several for one cell the one made
 * last counts, then the later in the list.
 */
export function countReposts(
  items: readonly Pick<RepostItem, 'id'>[],
  reposts: readonly Pick<Repost, 'itemId' | 'subjectId' | 'state' | 'at'>[],
  subjectIds: readonly string[],
): RepostTally {
  const byAccount = new Map([...new Set(subjectIds)].map((id) => [id, empty()]));
  const byItem = new Map(items.map(({ id }) => [id, empty()]));
  const total = empty();
  const latest = new Map<string, (typeof reposts)[number]>();
  for (const tick of reposts) {
    const cell = JSON.stringify([tick.itemId, tick.subjectId]);
    const known = latest.get(cell);
    if (!known || known.at <= tick.at) latest.set(cell, tick);
  }
  for (const { itemId, subjectId, state } of latest.values()) {
    const account = byAccount.get(subjectId);
    const item = byItem.get(itemId);
    if (!account || !item) continue;
    account[state]++;
    item[state]++;
    total[state]++;
  }
  for (const counts of byAccount.values()) counts.open = byItem.size - decided(counts);
  for (const counts of byItem.values()) counts.open = byAccount.size - decided(counts);
  total.open = byItem.size * byAccount.size - decided(total);
  return {
    byAccount,
    byItem,
    total,
    accountsMissing: [...byAccount.values()].filter(({ missed }) => missed > 0).length,
  };
}

function decided({ done, late, missed, na }: RepostCounts): number {
  return done + late + missed + na;
}

function empty(): RepostCounts {
  return { done: 0, late: 0, missed: 0, na: 0, open: 0 };
}
