// The columns of the “我为政府网站找错” platform's export, and what a row of it says.
import type { ImportedReport } from '@/lib/model/citizen-report';
import type { SubjectGroup } from '@/lib/model/register';
import type { ImportField } from './column-mapping';
import { type ImportPlan, type ImportRow, shorten } from './import-plan';

export type CitizenField =
  | 'number'
  | 'unit'
  | 'group'
  | 'site'
  | 'siteIdCode'
  | 'url'
  | 'kind'
  | 'content'
  | 'submittedDay'
  | 'dueDay'
  | 'answeredDay'
  | 'state';

export const citizenFields: readonly ImportField<CitizenField>[] = [
  {
    name: 'number',
    title: '留言编号',
    synonyms: [
      '编号',
      '问题编号',
      '留言ID',
      '留言号',
      '单号',
      '工单号',
      '工单编号',
      '受理编号',
      '流水号',
      'ID',
      '编码',
    ],
    required: true,
  },
  {
    name: 'unit',
    title: '单位',
    synonyms: [
      '主办单位',
      '责任单位',
      '办理单位',
      '承办单位',
      '处理单位',
      '所属单位',
      '单位名称',
      /.*单位(名称)?/,
    ],
  },
  { name: 'group', title: '分组', synonyms: ['单位类别', '单位类型', '所属分组', '单位分组'] },
  {
    name: 'siteIdCode',
    title: '网站标识码',
    synonyms: ['标识码', '政府网站标识码', '网站标识编码'],
  },
  {
    name: 'site',
    title: '网站',
    synonyms: [
      '网站名称',
      '问题网站',
      '被举报网站',
      '站点',
      '站点名称',
      '所属网站',
      '涉及网站',
      '网站域名',
      '域名',
    ],
  },
  {
    name: 'url',
    title: '问题页面',
    synonyms: [
      '网址',
      '问题网址',
      '页面地址',
      '页面网址',
      '问题链接',
      '链接',
      '问题页面网址',
      '问题页面地址',
      'URL',
      /.*(网址|链接)/,
    ],
  },
  {
    name: 'kind',
    title: '问题类型',
    synonyms: ['类型', '留言类型', '问题类别', '问题分类', '留言类别', '错误类型', '类别', '分类'],
  },
  {
    name: 'content',
    title: '留言内容',
    synonyms: ['内容', '问题描述', '问题内容', '留言详情', '描述', '问题详情'],
  },
  {
    name: 'submittedDay',
    title: '提交日期',
    synonyms: [
      '提交时间',
      '留言时间',
      '留言日期',
      '举报时间',
      '反映时间',
      '创建时间',
      '受理时间',
      '收到时间',
      /.*(提交|留言)(时间|日期)/,
    ],
  },
  {
    name: 'dueDay',
    title: '办结期限',
    synonyms: [
      '办理期限',
      '截止日期',
      '截止时间',
      '办理时限',
      '处理时限',
      '处理期限',
      '要求办结时间',
      '应办结日期',
      '应办结时间',
      '到期时间',
      '到期日期',
      /.*(期限|时限|截止).*/,
    ],
  },
  {
    name: 'answeredDay',
    title: '办结日期',
    synonyms: [
      '办结时间',
      '答复时间',
      '答复日期',
      '回复时间',
      '回复日期',
      '处理时间',
      '处理日期',
      '完成时间',
      '完成日期',
      '反馈时间',
      '反馈日期',
      /实际.*(时间|日期)/,
    ],
  },
  {
    name: 'state',
    title: '状态',
    synonyms: ['办理状态', '处理状态', '留言状态', '当前状态', '办理情况', '办结状态', '处理结果', /.*状态/],
  },
];

/** Words for a group as offices write them. */
const GROUPS: [RegExp, SubjectGroup][] = [
  [/^(各)?(区|县|区县|县区|市辖区|区政府|区人民政府|县\(?市\)?区?)$/, 'district'],
  [/^(市级|市直|市属|本级|市本级)?(部门|委办局|单位|机关|机构)$/, 'department'],
  [/^(本单位|本级门户|门户网站|市政府门户网站)$/, 'own'],
  [/^其他(单位)?$/, 'other'],
];

/** What a row says of a message; columns that the file does not have are left out. */
export function readCitizenRow(row: ImportRow<CitizenField>): ImportedReport | undefined {
  const number = row.text('number').replace(/\s/g, '');
  if (/^(合计|总计|小计)$/.test(number || row.text('unit'))) return undefined;
  if (number === '') row.wrong('没有留言编号，请补上平台上的编号');
  if (number.length > 200) row.wrong('留言编号超过 200 字，请核对列的对应关系');
  const text = (field: 'unit' | 'site' | 'siteIdCode' | 'url' | 'kind' | 'content' | 'state') =>
    row.has(field) ? { [field]: row.text(field) } : {};
  const day = (field: 'submittedDay' | 'dueDay' | 'answeredDay', title: string) =>
    row.has(field) ? { [field]: row.day(field, title) ?? null } : {};
  const record: ImportedReport = {
    number,
    ...text('unit'),
    ...text('site'),
    ...text('siteIdCode'),
    ...text('url'),
    ...text('kind'),
    ...text('content'),
    ...text('state'),
    ...day('submittedDay', '提交日期'),
    ...day('dueDay', '办结期限'),
    ...day('answeredDay', '办结日期'),
  };
  if (row.has('group')) record.group = groupIn(row);
  if (record.submittedDay && record.answeredDay && record.answeredDay < record.submittedDay) {
    row.warn(`办结日期 ${record.answeredDay} 早于提交日期 ${record.submittedDay}，请核对`);
  }
  if (record.submittedDay && record.dueDay && record.dueDay < record.submittedDay) {
    row.warn(`办结期限 ${record.dueDay} 早于提交日期 ${record.submittedDay}，请核对`);
  }
  return record;
}

function groupIn(row: ImportRow<CitizenField>): SubjectGroup | null {
  const said = row.text('group');
  if (said === '') return null;
  const plain = said.normalize('NFKC').replace(/\s/g, '');
  const known = GROUPS.find(([pattern]) => pattern.test(plain));
  if (!known) row.warn(`分组“${shorten(said)}”不认识，按未分组导入`);
  return known?.[1] ?? null;
}

/** One record per number: of rows with the same number the last one counts, and is told. */
export function settleCitizenRows(plan: ImportPlan<ImportedReport>): ImportPlan<ImportedReport> {
  const last = new Map(plan.good.map((one) => [one.record.number, one]));
  const doubled = plan.good.filter((one) => last.get(one.record.number) !== one);
  if (doubled.length === 0) return plan;
  const warnings = doubled.map(({ row, record }) => {
    const kept = last.get(record.number);
    return {
      row,
      text: `留言编号“${shorten(record.number)}”与第 ${kept?.row} 行相同，以第 ${kept?.row} 行为准`,
    };
  });
  return {
    good: [...last.values()].sort((a, b) => a.row - b.row),
    bad: plan.bad,
    warnings: [...plan.warnings, ...warnings].sort((a, b) => a.row - b.row),
  };
}
