// Chinese wording of accounts that have published nothing for two weeks.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '账号更新',
  passing: '最近一次发布在登记之日前 2 周内。',
  failing: '登记之日前 2 周内没有发布。',
  advice: '请及时更新；确不再使用的，请按规定备案后关停、注销。',
  sees: '检查员登记的“最近发布日期”与登记之日（北京时间）相隔的天数，超过 14 天的报告。',
  cannotSee: '账号平台上的内容；没有登记最近发布日期的账号不判断。',
};
export default wording;

export const group = '账号情况';

export const messages = {
  stale: (last: string, day: string, days: number) =>
    `最近一次发布是 ${last}，到登记之日 ${day} 已 ${days} 天，超过 2 周。`,
};
