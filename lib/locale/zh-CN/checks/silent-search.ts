// Chinese wording of the check whether the site's search answers.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '站内搜索应答',
  passing: '站内搜索能搜到本网站名称的相关内容。',
  failing: '站内搜索未能给出本网站名称的相关结果。',
  advice: '请修复站内搜索，确保能搜到已发布的信息。',
  sees: '以网站名称为搜索词，直接访问搜索结果地址（不操作页面、不离开当前页），看结果页能否打开、是否至少有一条标题含该名称的结果。',
  cannotSee:
    '由脚本提交或由脚本显示结果的搜索不能这样验证，列为需核实；搜索结果是否准确、排序是否合理由人判断；没有授权访问的搜索网站不验证。',
  onDemand: {
    button: '检验站内搜索',
    reason: '以网站名称试搜一次，需要访问本网站的权限；当前页面不会跳转。',
  },
};
export default wording;

export const group = '站内搜索';

export const messages = {
  expected: (query: string) => (query ? `搜索“${query}”至少有一条结果` : '搜索有结果'),
  noHit: (query: string) => `站内搜索“${query}”没有结果。`,
  noAnswer: (query: string, status: number | undefined, refused: boolean) =>
    `站内搜索“${query}”时结果页${status === undefined ? '没有应答' : `返回错误（${status}）`}${refused ? '' : '，请稍后核实'}。`,
  notProvable: (why: string) =>
    `站内搜索能否给出结果不能自动验证${why ? `（${why}）` : ''}，请搜索一次核实。`,
};
