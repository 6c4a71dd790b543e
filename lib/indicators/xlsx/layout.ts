// The workbook form of a set: sheet names, column titles and the Chinese words for its fixed choices.
import type { TableColumn } from './table';

export const SHEETS = {
  guide: '填写说明',
  basics: '基本信息',
  parts: '部分',
  criteria: '评分点',
  params: '检查参数',
} as const;

export const PART_WORDS = { veto: '单项否决', deduction: '扣分', bonus: '加分' } as const;
export const PER_WORDS = { occurrence: '每处', once: '一次' } as const;
export const SCOPE_WORDS = { page: '按页面', site: '全站' } as const;
export const SUBJECT_WORDS = { website: '政府网站', 'new-media': '政务新媒体' } as const;
export const POLICY_WORDS = { none: '不设', rescale: '按比例折算', spread: '分摊到其余指标' } as const;
export const YES = '是';
export const NO = '否';

/** Rows of 基本信息: label and what to fill in. */
export const BASICS = {
  id: ['编号', '字母、数字和短横线，同一套指标的各版本用同一编号。'],
  version: ['版本', '按文本填写，如 2026.1；内容改动后请换新版本。'],
  title: ['名称', '显示在评分表上的名称。'],
  appliesTo: ['适用对象', '政府网站 或 政务新媒体。'],
  document: ['依据文件', '文件名称和文号。'],
  note: ['依据说明', '可空；如哪些数字已核对、哪些是示例。'],
  passLine: ['合格线', '可空；扣分部分得分低于此分为不合格。'],
  bonusGate: ['加分门槛', '可空；扣分部分得分高于此分才计加分，空着表示不设门槛。'],
  vetoScore: ['否决得分', '可空；触发单项否决时记的分，空着表示不记分。'],
  policy: ['不适用规则', '不设、按比例折算 或 分摊到其余指标（对象无对外服务时）。'],
  policyCategory: ['不适用类别编号', '不适用规则不是“不设”时填写，如办事服务的类别编号。'],
} as const;
export type Basic = keyof typeof BASICS;

const confirmed = [YES, NO];
const wide = 34;

export const BASICS_HEAD = [
  { title: '项目', width: 18 },
  { title: '内容', width: 60 },
  { title: '填写要求', width: 60 },
] as const satisfies readonly TableColumn[];

export const PARTS_HEAD = {
  kind: { title: '部分', width: 12, choices: Object.values(PART_WORDS) },
  title: { title: '名称', width: 28 },
  points: { title: '满分或封顶', width: 12 },
  confirmed: { title: '分值已核对', width: 12, choices: confirmed },
} as const satisfies Record<string, TableColumn>;

/** One row is one criterion; category and indicator repeat, or stay empty for “as above”. */
export const CRITERIA_HEAD = {
  part: { title: '部分', width: 9, choices: Object.values(PART_WORDS) },
  category: { title: '类别', width: 10 },
  categoryPoints: { title: '类别分值', width: 7 },
  categoryConfirmed: {
    title: '类别分值已核对',
    width: 9,
    choices: confirmed,
    prompt: '可空；空着表示与所含指标一致。',
  },
  indicator: { title: '指标', width: 14 },
  indicatorPoints: { title: '指标分值', width: 7 },
  indicatorConfirmed: { title: '指标分值已核对', width: 9, choices: confirmed },
  indicatorSource: { title: '指标依据', width: 22 },
  text: { title: '评分点', width: wide },
  points: { title: '分值', width: 7 },
  per: {
    title: '计分方式',
    width: 9,
    choices: Object.values(PER_WORDS),
    prompt: '每处：分值 × 处数；一次：无论几处只计一次。',
  },
  cap: { title: '评分点封顶', width: 9 },
  scope: {
    title: '检查范围',
    width: 9,
    choices: Object.values(SCOPE_WORDS),
    prompt: '按页面：各页分别计数；全站：同一问题在多个页面只计一次。',
  },
  confirmed: { title: '分值已核对', width: 9, choices: confirmed },
  source: { title: '依据条款', width: 24 },
  howTo: { title: '检查方法', width: wide },
  checks: { title: '关联自动检查', width: 60 },
  categoryId: { title: '类别编号', width: 14 },
  indicatorId: { title: '指标编号', width: 18 },
  id: { title: '评分点编号', width: 20 },
} as const satisfies Record<string, TableColumn>;

/** One row is one limit of one check; files from before it was there do not have the sheet. */
export const PARAMS_HEAD = {
  check: { title: '检查编号', width: 28 },
  name: { title: '参数', width: 22 },
  value: { title: '取值', width: 16 },
  hint: { title: '说明', width: 60 },
} as const satisfies Record<string, TableColumn>;

export type PartsColumn = keyof typeof PARTS_HEAD;
export type CriteriaColumn = keyof typeof CRITERIA_HEAD;

/** Columns that may be missing from a file altogether. */
export const OPTIONAL_CRITERIA: ReadonlySet<string> = new Set<CriteriaColumn>([
  'categoryConfirmed',
  'indicatorSource',
  'cap',
  'source',
  'howTo',
  'checks',
  'categoryId',
  'indicatorId',
  'id',
]);

/** The text of 填写说明, one line a row. */
export const GUIDE = [
  '一、本工作簿是一套检查指标。“基本信息”填写整套指标的规则，“部分”填写单项否决、扣分、加分三部分，“评分点”每行填写一个评分点。',
  '二、请不要改动工作表名称和表头文字；列的次序可以调整，可以增加自己的列（导入时忽略并提示）。请勿使用公式。',
  '三、分值以“分”为单位，最多两位小数。单项否决部分的分值一律填 0，不填封顶。',
  '四、扣分部分：指标分值之和应等于类别分值，类别分值之和应等于满分。加分部分：各级封顶不高于下一级合计。',
  '五、“计分方式”填“每处”的，按分值 × 处数计，可用“评分点封顶”限定；填“一次”的，无论几处只计一次。',
  '六、同一类别、同一指标的各行应相邻。“部分”“类别”“指标”及其分值、依据与上一行相同的可以空着。',
  '七、“分值已核对”填“是”表示该数字已对照文件原文；填“否”的数字在界面和评分表上标注“权重未经原文核对”。',
  '八、编号空着时按次序自动编号。修改已用过的指标时请保留编号，以便与往期比较。',
  '九、“关联自动检查”可空；每行一项，格式为“检查编号 问题=… 对象=… 结果=fail”，各项以逗号分隔，不写的不限。结果 fail 为确定的问题，review 为需人工核实。',
  '十、“检查参数”可空，用来改变自动检查的期限，每行填写一项检查编号、参数和取值，“说明”列供自己备注。不填的按自动检查的默认值。',
  '　　可用的参数：stale-columns（栏目更新）的 newsDays 动态要闻类期限，天，默认 14；noticeMonths 通知公告类期限，月，默认 6；policyMonths 政策文件类期限，月，默认 6；otherDays 其他栏目期限，天，默认不设。',
  '　　unanswered-messages（留言答复）的 unansweredMonths 超过多少个月未答复，默认 3；withinMonths 只看最近多少个月的留言，默认 12；staleMonths 最新答复距今不超过多少个月，默认 2；replyDays 答复期限，天，默认不设。',
  '　　unpublished-survey-results（征集结果）的 resultMonths 结束后多少个月内公开结果，默认 1；minimum 一年内最少征集次数，默认不设。',
  '十一、导入时逐项核对，有错误会指出工作表、行、列和改法；有错误的指标不会导入，原有内容不受影响。',
] as const;
