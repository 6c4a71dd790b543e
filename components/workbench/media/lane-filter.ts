// Which accounts the fast lane goes through, and where it goes on: pure, so that it is tested without a browser.
import type { RoundAccount } from '@/lib/desk/calls/media';
import { wordSearch } from '../list/word-search';

export interface LaneFilter {
  /** Words; each must occur in name, unit, account or address. */
  text: string;
  /** '' = every one. */
  group: string;
  platform: string;
  /** '' = every one; 'nobody' = not handed out. */
  inspector: string;
  state: '' | 'todo' | 'finished';
}

export const NO_LANE_FILTER: LaneFilter = { text: '', group: '', platform: '', inspector: '', state: '' };

/** Prefix of the inspector filter, so that a person of any name differs from “nobody”. */
export const INSPECTOR = 'is:';

/**
 * The accounts that fit, in their order.
 * @param kept subjects that stay whatever their state: what was just finished must not jump away under the keys
 */
export function shownAccounts(
  accounts: readonly RoundAccount[],
  filter: LaneFilter,
  kept: ReadonlySet<string> = new Set(),
): RoundAccount[] {
  const hasWords = search(filter.text);
  return accounts.filter((account) => {
    const { subject, inspector, state } = account;
    if (filter.group !== '' && (subject.group ?? 'none') !== filter.group) return false;
    if (filter.platform !== '' && (subject.platform ?? 'other') !== filter.platform) return false;
    if (filter.inspector === 'nobody' && inspector !== '') return false;
    if (filter.inspector.startsWith(INSPECTOR) && inspector !== filter.inspector.slice(INSPECTOR.length))
      return false;
    const fits = filter.state === '' || (state === 'finished') === (filter.state === 'finished');
    return (fits || kept.has(subject.id)) && hasWords(account);
  });
}

/** Where to go on: the account asked for while it is shown, else the first that is not finished, else the first. */
export function currentIndex(shown: readonly RoundAccount[], wanted: string | undefined): number {
  const asked = shown.findIndex(({ subject }) => subject.id === wanted);
  if (asked >= 0) return asked;
  const todo = shown.findIndex(({ state }) => state !== 'finished');
  return todo >= 0 ? todo : shown.length > 0 ? 0 : -1;
}

const search = wordSearch(({ subject }: RoundAccount) => [
  subject.name,
  subject.unit,
  subject.account,
  subject.url,
]);
