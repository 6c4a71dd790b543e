// The words by which message and survey columns are told: heads, labels, states, and which columns do not count.
import { fold } from './fold';

/** What a column head or a label says that its value is. */
export type InteractionRole =
  | 'title'
  | 'asked'
  | 'answered'
  | 'state'
  | 'question'
  | 'answer'
  | 'start'
  | 'end'
  | 'period'
  | 'result'
  | 'date';

const ASKING = '留言|提交|来信|写信|咨询|提问|发信|诉求|投诉|建言|反映|信件|问政|提出|收件|受理|登记';
const ANSWERING = '答复|回复|办结|回信|反馈|回应|答复人?|处理完成|处理|办理|解答';
const TIME = '(?:时间|日期|日)';

/** In this order: the first that fits decides. Matched against the bare head (no blanks, brackets or colon). */
const ROLES: [InteractionRole, RegExp][] = [
  [
    'result',
    /^(?:结果反馈|征集结果|调查结果|结果公布|结果公示|采纳情况|意见采纳情况|反馈情况|意见反馈|征集反馈|反馈结果|结果)$/,
  ],
  ['period', /^(?:起止|征集|调查|活动|有效|公示|起讫|征求意见|参与)(?:时间|日期|期限|起止时间|时间段)$/],
  ['end', /^(?:截止|截至|结束|终止|征集截止|调查截止|征集结束|到期)(?:时间|日期|日)$/],
  ['start', /^(?:开始|起始|征集开始|发起|调查开始)(?:时间|日期|日)$/],
  ['answered', new RegExp(`^(?:${ANSWERING})${TIME}$`)],
  ['asked', new RegExp(`^(?:${ASKING})${TIME}$`)],
  [
    'state',
    /^(?:状态|办理状态|处理状态|答复状态|回复状态|办理情况|办理进度|处理情况|当前状态|信件状态|留言状态|受理状态|是否答复|是否回复|征集状态|调查状态|活动状态|处理进度|办件状态)$/,
  ],
  ['date', /^(?:时间|日期|发布时间|发布日期|公开时间|更新时间)$/],
  [
    'answer',
    /^(?:答复|回复|答|回答|答复内容|回复内容|答复意见|办理结果|处理结果|回复意见|答复情况|回复情况|官方回复|处理意见|答复详情)$/,
  ],
  [
    'question',
    /^(?:问|留言内容|来信内容|咨询内容|问题内容|提问内容|信件内容|留言|来信|问题描述|诉求内容|网友留言)$/,
  ],
  [
    'title',
    /^(?:标题|主题|留言标题|留言主题|信件标题|信件主题|来信标题|来信主题|咨询标题|咨询主题|问题标题|诉求标题|问题|名称|征集主题|调查主题|调查名称|活动名称|事项|题目|征集标题|征集名称|问卷名称)$/,
  ],
];

/** Heads that occur beside those above; they name a column but nothing that is judged. */
const OTHER_HEAD =
  /^(?:序号|编号|信件编号|留言编号|查询码|类别|类型|信件类型|留言类型|写信人|来信人|留言人|姓名|网名|答复单位|回复单位|办理单位|受理单位|承办单位|答复部门|回复部门|办理部门|受理部门|处理部门|部门|单位|浏览量|浏览次数|点击|点击数|点击量|满意度|评价|操作|发起单位|征集单位|发布单位|参与人数|详情|地区|领域)$/;

let lastText = '';
let lastBare = '';

/** A head or label without blanks, brackets and the colon behind it. */
export function bareHead(text: string): string {
  // One text is asked for its state, its role and whether it is a head, one after the other.
  if (text !== lastText) {
    lastText = text;
    lastBare = fold(text.slice(0, 40))
      .replace(/[\s:[\]()【】■●•·|>*↑↓▲▼]/g, '')
      .trim();
  }
  return lastBare;
}

/** What a head or label means; undefined when it means nothing here. */
export function roleOf(head: string): InteractionRole | undefined {
  const bare = bareHead(head);
  if (bare === '' || bare.length > 12) return undefined;
  return ROLES.find(([, shape]) => shape.test(bare))?.[0];
}

/** true for any word that stands over a column of such lists. */
export function isHead(text: string): boolean {
  return roleOf(text) !== undefined || OTHER_HEAD.test(bareHead(text));
}

export type MessageState = 'answered' | 'unanswered' | 'in-hand' | 'invalid';

const STATES: [MessageState, RegExp][] = [
  [
    'invalid',
    /^(?:不予受理|不予公开|无效|无效留言|已撤回|已撤销|已关闭|已退回|退回|重复件|重复|已作废|不受理)$/,
  ],
  [
    'unanswered',
    /^(?:未答复|未回复|未回应|未办理|未处理|未受理|未办结|待答复|待回复|待处理|待受理|待办理|尚未答复|尚未回复|暂未回复|暂未答复|暂无回复|暂无答复|未反馈)$/,
  ],
  [
    'in-hand',
    /^(?:办理中|处理中|受理中|正在办理|正在处理|正在受理|已受理|已转办|转办中|审核中|已提交|已交办|交办中|待审核|延期办理|已签收|回复中|答复中|已接收|待办|在办|跟进中)$/,
  ],
  [
    'answered',
    /^(?:已答复|已回复|已办结|办结|已处理|已反馈|已解决|已完成|已回应|已办理|办理完毕|处理完毕|办理完成|已答|已回|已结案|回复完毕|答复完毕|已办|是)$/,
  ],
];

/** The state a short text names, brackets aside; undefined when it names none. */
export function messageState(text: string): MessageState | undefined {
  const bare = bareHead(text);
  if (bare === '' || bare.length > 8) return undefined;
  return STATES.find(([, shape]) => shape.test(bare))?.[0];
}

export type SurveyState = 'running' | 'ended' | 'coming' | 'published' | 'unpublished';

const SURVEY_STATES: [SurveyState, RegExp][] = [
  ['unpublished', /^(?:未反馈|未公布|结果未公布|暂无结果|暂无反馈|未公开|待反馈|无|未公布结果|尚未公布)$/],
  [
    'published',
    /^(?:已反馈|已公布|结果已公布|已公开|已公布结果|查看结果|结果反馈|查看反馈|征集结果|调查结果|意见反馈|采纳情况|意见采纳情况|反馈情况|结果公布|查看|反馈|结果)$/,
  ],
  ['ended', /^(?:已结束|已截止|已完成|结束|截止|已过期|征集结束|调查结束|活动结束|活动已结束)$/],
  [
    'running',
    /^(?:进行中|征集中|正在进行|正在征集|调查中|未结束|我要参与|我要参加|参与调查|火热进行|开放中)$/,
  ],
  ['coming', /^(?:未开始|即将开始|未启动)$/],
];

/** The state of a survey that a short text names; undefined when it names none. */
export function surveyState(text: string): SurveyState | undefined {
  const bare = bareHead(text);
  if (bare === '' || bare.length > 8) return undefined;
  return SURVEY_STATES.find(([, shape]) => shape.test(bare))?.[0];
}

/** Columns that the rule on unanswered messages leaves out: petitions, discipline, interviews, surveys. */
const LEFT_OUT =
  /信访|纪检|监察|检举|违纪|违法举报|巡视|巡察|监督举报|举报平台|访谈|访谈录|直播|新闻发布会|征集|调查|问卷|投票|征求意见|办件公示|办件结果|行政许可|双公示|依申请公开|信息公开申请|招聘|拍卖|失物/;
/** Reports of misdeeds are left out when discipline is meant; the word alone does not say. */
const DOUBTFUL = /举报|曝光/;
const CONSULTATION =
  /留言|来信|信箱|咨询|建言|问政|网上信件|互动交流|政民互动|诉求|投诉|网友|市民热线|12345|我要写信|民意直通|在线问答|答问|问答选登|有问必答|百姓|群众呼声|意见建议|办理答复|回复选登/;

export type ColumnKind = 'consultation' | 'left-out' | 'doubtful' | 'unknown';

/** Which kind of column a name speaks of, judged on the most telling words first. */
export function columnKind(text: string): ColumnKind {
  if (LEFT_OUT.test(text)) return 'left-out';
  if (DOUBTFUL.test(text)) return 'doubtful';
  return CONSULTATION.test(text) ? 'consultation' : 'unknown';
}

const SURVEY = /征集|调查|问卷|征求意见|意见建议征询|民意测评|投票/;
/** The word in other senses: land acquisition, statistics and investigations of accidents are no surveys of the public. */
const NOT_SURVEY = /事故调查|统计调查|调查队|普查|征地|调查报告|抽样调查|资源调查|线索征集|藏品征集|征集志愿/;

/** true when the name speaks of surveys and calls for opinions. */
export function isSurveyName(text: string): boolean {
  return SURVEY.test(text) && !NOT_SURVEY.test(text);
}

/** Result words in a title or link of a survey. */
export const SURVEY_RESULT =
  /结果|采纳|反馈|情况(?:的)?(?:说明|公告|公示|通报|公布)|意见汇总|征集情况|落实情况|回应/;
