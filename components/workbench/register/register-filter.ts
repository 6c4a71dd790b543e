// Which subjects the register shows and in what order: pure, so that it is tested and measured without a browser.
import type { Subject } from '@/lib/model/session';
import { KIND_WORD } from '@/lib/register/words';
import { FILING_WORD } from '@/lib/text/filing-words';
import { byName } from '@/lib/text/order';
import { GROUP_WORD, PLATFORM_WORD } from '@/lib/text/subject-words';
import { wordSearch } from '../list/word-search';

/** '' = all; 'none' = where the register says nothing. */
export interface RegisterFilter {
  /** Words; each must occur in name, unit, sponsor, address, code, account, contact or note. */
  text: string;
  kind: '' | Subject['kind'];
  group: '' | 'none' | NonNullable<Subject['group']>;
  platform: '' | NonNullable<Subject['platform']>;
  filing: '' | 'none' | NonNullable<Subject['filing']>['state'];
}

export const NO_FILTER: RegisterFilter = { text: '', kind: '', group: '', platform: '', filing: '' };

const GROUPS = Object.keys(GROUP_WORD);
const PLATFORMS = Object.keys(PLATFORM_WORD);

/** Websites before accounts, then group, platform, name; the id last, so that the order never flickers. */
export function sortedRegister(subjects: readonly Subject[]): Subject[] {
  return [...subjects].sort(
    (a, b) =>
      Number(a.kind === 'new-media') - Number(b.kind === 'new-media') ||
      rank(GROUPS, a.group) - rank(GROUPS, b.group) ||
      rank(PLATFORMS, a.platform) - rank(PLATFORMS, b.platform) ||
      byName(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The subjects that match, in the order given. */
export function shownSubjects(subjects: readonly Subject[], filter: RegisterFilter): Subject[] {
  const hasWords = search(filter.text);
  return subjects.filter(
    (subject) =>
      (filter.kind === '' || subject.kind === filter.kind) &&
      (filter.group === '' || (subject.group ?? 'none') === filter.group) &&
      (filter.platform === '' || subject.platform === filter.platform) &&
      (filter.filing === '' || (subject.filing?.state ?? 'none') === filter.filing) &&
      hasWords(subject),
  );
}

/** Choices of a filter in words, “all” first. */
export const KIND_CHOICES = [{ value: '', label: '网站和新媒体' }, ...choices(KIND_WORD)];
export const GROUP_CHOICES = [
  { value: '', label: '全部分组' },
  ...choices(GROUP_WORD),
  { value: 'none', label: '未分组' },
];
export const PLATFORM_CHOICES = [{ value: '', label: '全部平台' }, ...choices(PLATFORM_WORD)];
export const FILING_CHOICES = [
  { value: '', label: '全部备案状态' },
  ...choices(FILING_WORD),
  { value: 'none', label: '未填写' },
];

/** Codes and words as a select takes them. */
export function choices(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function rank(order: readonly string[], value: string | undefined): number {
  return value === undefined ? order.length : order.indexOf(value);
}

const search = wordSearch(
  ({ name, unit, sponsor, url, host, aliases, siteIdCode, account, contact, note }: Subject) => [
    name,
    unit,
    sponsor,
    url,
    host,
    ...aliases,
    siteIdCode,
    account,
    contact,
    note,
  ],
);
