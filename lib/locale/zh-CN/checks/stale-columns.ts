// Chinese wording of the check of columns that are not updated, empty or without dates.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '栏目更新',
  passing: '本页能读到日期的栏目均在期限内更新。',
  failing: '有 {n} 个栏目疑似未及时更新、空白或未标日期。',
  advice: '请及时更新栏目内容；确无更新需要的，请归并或撤下栏目，并为每条信息标明发布日期。',
  sees: '逐个读取页面上的信息列表（不论排版方式），取栏目名称、最新一条的日期和条数；按名称和“ColumnType”标签分为动态要闻、通知公告、政策文件和其他，以检查当日（北京时间）与 2 周、6 个月或台账中设定的期限比较；日期取列表所印日期，没有时参考网址中的日期。',
  cannotSee:
    '首页等页面上的栏目块只是摘录，须打开栏目页核实；点击后才加载的列表、图片中的日期、列表后续页不读；没有日期的列表只列为需核实，不推算更新时间；其他栏目没有统一期限，台账中设定期限后才比较。',
};
export default wording;

export const groups = {
  news: '动态要闻类栏目',
  notice: '通知公告类栏目',
  policy: '政策文件类栏目',
  other: '其他栏目',
  empty: '空白栏目',
  undated: '未标日期的栏目',
};

export const messages = {
  stale: (name: string, newest: string, days: number, limit: string) =>
    `栏目“${name}”最新一条的日期为 ${newest}（${days} 天前），超过 ${limit}未更新。`,
  staleDoubtful: (name: string, newest: string, days: number, limit: string, why: string) =>
    `栏目“${name}”最新一条的日期为 ${newest}（${days} 天前），似已超过 ${limit}未更新；${why}，请核实。`,
  empty: (name: string) => `栏目“${name}”没有任何信息。`,
  emptyDoubtful: (name: string, why: string) => `栏目“${name}”似为空白栏目；${why}，请核实。`,
  undated: (name: string, rows: number) =>
    `栏目“${name}”的 ${rows} 条信息未标日期，无法判断是否更新，请打开最新信息核实。`,
  onlyAhead: (name: string) => `栏目“${name}”列表中的日期都在检查日之后，不像发布日期，请核实更新情况。`,
  expectedUpdate: (since: string) => `${since} 以后有更新`,
  expectedRows: '栏目有内容',
  expectedDates: '每条信息标明发布日期',
  found: (newest: string, rows: number) => `最新 ${newest}，列表 ${rows} 条`,
  foundEmpty: '列表中没有信息',
  foundRows: (rows: number) => `列表 ${rows} 条，均无可用日期`,
};

/** Why a person must look. */
export const doubts = {
  block: '本页只是该栏目的摘录，以栏目页为准',
  'address-only': '列表未印日期，此日期取自网址',
  'address-newer': '网址中的日期较新，与所印日期不一致',
  year: '所印日期没有年份，按最近的过去日期推算',
  'one-day': '列表各条为同一天，可能是批量导入',
  deep: '该栏目可能不是一级栏目',
  kind: '栏目类别按网页标签推断',
  hidden: '该列表当前未显示',
  'own-period': '期限由检查单位自行设定',
  bare: '页面上有列表位置但没有读到内容，可能由脚本加载',
};

export const skips = {
  laterPage: { what: '栏目更新时间', why: '本页是列表的后续页，请在列表第一页检查' },
  nameless: (n: number) => ({ what: `${n} 个没有标题的列表`, why: '读不到栏目名称，未判断是否更新' }),
  foreignFrame: (host: string) => ({ what: `内嵌页面 ${host} 中的列表`, why: '不属于本网站，未检查' }),
};
