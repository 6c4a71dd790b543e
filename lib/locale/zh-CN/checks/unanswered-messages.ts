// Chinese wording of the check of public messages and their answers.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '留言答复',
  passing: '本页公开的留言未见超期未答复的情况。',
  failing: '发现 {n} 处留言答复问题。',
  advice:
    '请尽快答复超期的留言，在列表中标明留言时间、答复时间和办理状态；公开前隐去姓名、电话、证件号码等个人信息。',
  sees: '留言、来信、咨询等列表和留言详情页：留言时间、答复时间、办理状态，近 1 年内是否有超过 3 个月未答复的留言，最近一次答复距今多久，公开内容中是否露出完整的手机号码或身份证号码。信访、纪检举报、访谈、征集调查和办件公示栏目不计。',
  cannotSee:
    '未公开的留言；列表其他页的留言（请翻页后再检查）；列表没有标明状态或日期、需要点开才能看到的答复；留言是否属于无效留言，答复内容是否切题。',
};
export default wording;

export const groups = {
  unanswered: '超过期限未答复',
  'unanswered-undated': '未答复，时间不明',
  'state-missing': '办理状态不明',
  'late-answer': '答复超过时限',
  'stale-answers': '答复长期未更新',
  'exposed-number': '疑似公开个人信息',
} as const;
export type MessageProblem = keyof typeof groups;

const named = (title: string) => `留言“${title.length > 40 ? `${title.slice(0, 40)}…` : title}”`;
const day = (text: string) => {
  const [y, m, d] = text.split('-').map(Number);
  return `${y}年${m}月${d}日`;
};

/** How the page puts the state of a message. */
export const stateWords = {
  unanswered: '标明未答复',
  'in-hand': '标明仍在办理',
  none: '未见办理状态和答复',
} as const;

export const messages = {
  unanswered: (title: string, asked: string, state: string, months: number) =>
    `${named(title)}于${day(asked)}提交，${state}，已超过 ${months} 个月。`,
  askedUnsure: '（留言日期未写年份，按最近一年推算）',
  unansweredUndated: (title: string) =>
    `${named(title)}标明未答复，但看不到留言时间，请点开核实是否超过期限。`,
  stateMissing: (n: number, title: string, months: number) =>
    n > 1
      ? `有 ${n} 条留言提交已超过 ${months} 个月，列表中看不到办理状态和答复（如“${title}”），请点开核实。`
      : `${named(title)}提交已超过 ${months} 个月，列表中看不到办理状态和答复，请点开核实。`,
  late: (title: string, asked: string, answered: string, days: number, limit: number) =>
    `${named(title)}于${day(asked)}提交、${day(answered)}答复，用时 ${days} 天，超过规定的 ${limit} 天。`,
  stale: (name: string, newest: string, months: number) =>
    `${name ? `“${name}”` : '本页'}最近一次答复为${day(newest)}，距今已超过 ${months} 个月。`,
  exposed: (kind: 'mobile' | 'id-card', masked: string) =>
    `公开的留言中有完整的${kind === 'mobile' ? '手机号码' : '身份证号码'} ${masked}（此处已隐去部分数字），请核实是否为个人信息。`,
};

export const expected = {
  unanswered: (months: number) => `留言在 ${months} 个月内得到答复`,
  late: (days: number) => `提交后 ${days} 天内答复`,
  stale: (months: number) => `${months} 个月内有新的答复`,
  exposed: '公开前隐去个人信息',
};

export const notes = {
  noLimit: (longest: number) => ({
    what: '答复时限',
    why: `所用指标体系未规定答复时限，未作判断；本页所列留言最长用时 ${longest} 天`,
  }),
  noStates: (n: number) => ({
    what: `${n} 条留言的答复情况`,
    why: '列表没有标明办理状态和答复时间，需逐条点开查看',
  }),
  leftOut: (name: string) => ({
    what: name ? `“${name}”栏目` : '本页的列表',
    why: '属信访、纪检举报、访谈、征集、办件等栏目，不计入留言答复',
  }),
  olderUnanswered: (n: number) => ({
    what: `${n} 条未答复的留言`,
    why: '提交时间在近 1 年以外，不计入本项',
  }),
  cut: (n: number) => ({ what: `${n} 条留言`, why: '列表过长，只读取了前面的部分' }),
};
