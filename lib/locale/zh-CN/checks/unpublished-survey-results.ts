// Chinese wording of the check of surveys and calls for opinions.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '征集调查',
  passing: '本页所列征集调查未见结束后未公开结果的情况。',
  failing: '发现 {n} 处征集调查问题。',
  advice: '请在征集调查结束后及时公开意见征集、采纳情况或调查结果，并在列表中标明起止时间和结果链接。',
  sees: '征集调查、意见征集、网上调查等栏目列表：起止时间、状态和结果链接，近 1 年内开展的次数，结束超过 1 个月是否公开结果（含同页另行发布的结果公告）。',
  cannotSee:
    '列表中没有写出、需要点开才能看到的起止时间和结果；其他栏目发布的结果；列表其他页的活动（请翻页后再检查）。',
};
export default wording;

export const groups = {
  'unpublished-result': '结束后未见公开结果',
  'undated-ending': '已结束，时间不明',
  'few-surveys': '活动次数较少',
} as const;

const day = (text: string) => {
  const [y, m, d] = text.split('-').map(Number);
  return `${y}年${m}月${d}日`;
};
const named = (title: string) => `“${title.length > 40 ? `${title.slice(0, 40)}…` : title}”`;

/** How the page shows that there is no result. */
export const resultWords = {
  denied: '标明未公布结果',
  blank: '结果一栏为空',
  unseen: '列表中未见结果链接',
  published: '已公开结果',
} as const;

export const messages = {
  unpublished: (title: string, end: string, how: string, months: number) =>
    `征集调查${named(title)}已于${day(end)}结束，${how}，超过 ${months} 个月。`,
  undatedEnding: (title: string, how: string) =>
    `征集调查${named(title)}已结束，${how}，看不到结束时间，请点开核实。`,
  few: (count: number, minimum: number) => `近 1 年内开展征集调查 ${count} 次，少于规定的 ${minimum} 次。`,
};

export const expected = {
  result: (months: number) => `结束后 ${months} 个月内公开结果`,
  few: (minimum: number) => `近 1 年内不少于 ${minimum} 次`,
};

export const notes = {
  noMinimum: (count: number) => ({
    what: '征集调查次数',
    why: `所用指标体系未规定最少次数，未作判断；本页所列近 1 年内的有 ${count} 次`,
  }),
  noPeriods: (n: number) => ({
    what: `${n} 项征集调查`,
    why: '列表没有标明截止时间和状态，需逐项点开查看结果',
  }),
  cut: (n: number) => ({ what: `${n} 项征集调查`, why: '列表过长，只读取了前面的部分' }),
};
