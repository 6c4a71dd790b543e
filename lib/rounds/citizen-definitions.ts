// What the numbers of “我为政府网站找错” messages mean, in the words that screen, export and documentation show.
import type { AnswerState } from '@/lib/model/citizen-numbers';
import type { NumberDefinition } from './number-definitions';

/** In the order of the screen. docs/rounds.md holds the same sentences. */
export const citizenDefinitions: readonly NumberDefinition[] = [
  {
    term: '留言数',
    text: '导入本轮次的全部留言，留言编号相同的只计一条；重复导入时按新文件更新。无效、驳回等状态的留言同样计入，如不计入请先从文件中删去。',
  },
  {
    term: '单位与分组',
    text: '已关联检查对象的，以台账中的单位和分组为准；未关联的，以平台导出的单位和手工选定的分组为准。单位名称的全半角、空格差异不计。同一单位只归入一个分组。未写单位的计入总数，不计入任何单位。',
  },
  {
    term: '前几家单位占比',
    text: '留言最多的若干家单位（默认6家，可改）的留言数之和÷留言总数，四舍五入到两位小数。末位并列的，按名称取舍并注明。',
  },
  {
    term: '办结期限',
    text: '平台导出的办结期限；没有期限的，按提交日期加上本页填写的天数（自然日）推算。未填写天数的不作推算，也不判断是否按期。',
  },
  {
    term: '按期办结率',
    text: '按期办结数÷（按期办结数＋逾期办结数＋超期未办结数）。办结日期不晚于办结期限的为按期，期限当日办结也算按期。尚未到期的、没有期限的、只有“已办结”状态而没有办结日期的，不计入，另行列出数量。',
  },
  {
    term: '超期未办结',
    text: '到统计日（默认当天）期限已过、尚未办结的留言；期限当日不算超期。超期天数＝统计日－办结期限，按自然日计。',
  },
];

/** Short names of the states on screen and in files. */
export const ANSWER_WORD: Record<AnswerState, string> = {
  'on-time': '按期办结',
  late: '逾期办结',
  'answered-unknown': '已办结，无法判断是否按期',
  overdue: '超期未办结',
  pending: '未到期',
  'open-unknown': '未办结，没有期限',
};
