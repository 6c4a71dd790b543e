// Chinese wording of the tally of stale and empty columns over the whole site.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '栏目更新全站汇总',
  passing: '已检查页面中的不更新栏目和空白栏目未达到单项否决数量。',
  failing: '有 {n} 类栏目达到单项否决数量。',
  advice: '请逐个核实所列栏目，及时更新内容或归并、撤下长期不更新的栏目。',
  sees: '汇总本次检查中各页面的栏目更新结果，同一栏目只计一次：超过期限的动态要闻、通知公告、政策文件类栏目合计，超过自设期限的其他栏目，空白栏目，分别与 5 个、10 个、5 个比较。',
  cannotSee:
    '只汇总已检查过的页面，未打开的栏目不计；其他栏目须先在栏目台账中设定更新期限；达到数量也只是建议，由检查员认定。',
};
export default wording;

export const group = '全站汇总';
export const page = '全站汇总';

const names = {
  'too-many-stale-news': '未及时更新的动态要闻、通知公告、政策文件类栏目',
  'too-many-stale-other': '超过自设期限未更新的其他栏目',
  'too-many-empty': '空白栏目',
};
type Kind = keyof typeof names;

const counts = (certain: number, unsure: number) =>
  unsure === 0
    ? `${certain} 个`
    : certain === 0
      ? `${unsure} 个（均需核实）`
      : `${certain + unsure} 个（其中 ${unsure} 个需核实）`;

export const messages = {
  reached: (kind: Kind, certain: number, unsure: number, threshold: number) =>
    `全站${names[kind]}有 ${counts(certain, unsure)}，达到单项否决的 ${threshold} 个。`,
  below: (kind: Kind, certain: number, unsure: number, threshold: number) =>
    `${names[kind]} ${counts(certain, unsure)}，未达到单项否决的 ${threshold} 个。`,
  expected: (threshold: number) => `少于 ${threshold} 个`,
  list: (columns: readonly { name: string; newest?: string | undefined; page: string }[]) =>
    columns
      .map(({ name, newest, page: where }) => `${name}（${newest ? `最新 ${newest}，` : ''}${where}）`)
      .join('；'),
  unlimited: (n: number) => `另有 ${n} 个其他栏目未设更新期限，未判断是否更新。`,
  undated: (n: number) => `${n} 个栏目的列表未标日期，需人工判断。`,
};
