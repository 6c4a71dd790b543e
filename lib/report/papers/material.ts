// What every paper of a round is made from, and the words that all of them use.

import type { SubjectKind } from '@/lib/model/primitives';
import type { Platform } from '@/lib/model/register';
import type { RoundBook } from '@/lib/model/round-book';
import type { NumbersGroup, RoundNumbers } from '@/lib/model/round-numbers';
import { PLATFORM_WORD } from '@/lib/text/subject-words';

/** A picture of the round, as far as a paper talks about it; its bytes come later. */
export interface PaperPicture {
  id: string;
  /** Number within its session. */
  number: number;
  caption: string;
  url: string;
}

export interface PaperMaterial {
  book: RoundBook;
  previous?: RoundBook | undefined;
  numbers: RoundNumbers;
  /** The issuing office; '' = not known. */
  office: string;
  /** When the paper is made. */
  at: Date;
  /** Last day for mending, `YYYY-MM-DD`, as the office set it for its notices. */
  noticeDue?: string | undefined;
  /** By id. */
  pictures: ReadonlyMap<string, PaperPicture>;
}

/** A paper cannot be made; `message` is one Chinese sentence. */
export class PaperError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PaperError';
  }
}

/** Stands where a figure or a name is not known yet; nothing is ever made up. */
export function missing(what: string): string {
  return `【待补：${what}】`;
}

/** `YYYY-MM-DD…` → “2026年1月5日”. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Groups in the order of papers, in words: the sites, the accounts, and who is meant in an average. */
export const GROUP_WORDS: readonly {
  group: NumbersGroup;
  prefix: string;
  name: string;
  website: string;
  average: string;
}[] = [
  { group: 'district', prefix: 'districts', name: '区政府', website: '区政府门户网站', average: '各区政府' },
  {
    group: 'department',
    prefix: 'departments',
    name: '市级部门',
    website: '市级部门政府网站',
    average: '各市级部门',
  },
  { group: 'own', prefix: 'own', name: '本单位', website: '本单位网站', average: '本单位' },
  { group: 'other', prefix: 'other', name: '其他单位', website: '其他单位网站', average: '其他单位' },
  { group: 'none', prefix: 'ungrouped', name: '未分组', website: '未分组网站', average: '未分组单位' },
];

export const KIND_WORDS: Record<SubjectKind, { prefix: string; name: string; counted: string }> = {
  website: { prefix: 'website', name: '政府网站', counted: '网站' },
  'new-media': { prefix: 'media', name: '政务新媒体', counted: '账号' },
};

/** The bulletin says some of them in full. */
export const PLATFORM_WORDS: Record<Platform, string> = {
  ...PLATFORM_WORD,
  douyin: '抖音短视频',
  other: '其他政务新媒体',
};
