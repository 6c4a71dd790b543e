// Placeholders and annex of the messages from “我为政府网站找错”.
import type { CitizenNumbers } from '@/lib/model/citizen-numbers';
import type { SubjectGroup } from '@/lib/model/register';
import { citizenNumbersOf } from '@/lib/rounds/citizen-reports';
import type { Block } from '../blocks';
import { shanghaiMinute } from '../shanghai-time';
import { missing, type PaperMaterial } from './material';
import type { Placeholder } from './template-blocks';

/** Kinds of problem that are named. */
const MOST_KINDS = 4;
/** Rows of the annex table. */
const MOST_UNITS = 60;

/** Without a single message every figure asks for the import: none imported is not the same as none received. */
export function citizenPlaceholders(material: PaperMaterial): Placeholder[] {
  const numbers = citizenNumbersAt(material);
  const known = numbers.total > 0;
  const of = (what: string, read: () => string) =>
    known ? read() : missing(`找错平台${what}（尚未导入留言）`);
  const units = (group: SubjectGroup) =>
    `${numbers.groups.find((one) => one.group === group)?.units.length ?? 0}`;
  return [
    { name: 'citizen.count', meaning: '找错平台留言条数', value: of('留言条数', () => `${numbers.total}`) },
    {
      name: 'citizen.districts',
      meaning: '收到留言的区数',
      value: of('涉及区数', () => units('district')),
    },
    {
      name: 'citizen.departments',
      meaning: '收到留言的市级部门数',
      value: of('涉及部门数', () => units('department')),
    },
    {
      name: 'citizen.top.count',
      meaning: '留言最多的单位数（在“找错留言”中设定，默认 6 家）',
      value: of('单位数', () => `${numbers.top.units.length}`),
    },
    {
      name: 'citizen.top.names',
      meaning: '留言最多的单位名称',
      value: of('单位名称', () => topNames(numbers)),
    },
    {
      name: 'citizen.top.share',
      meaning: '留言最多的单位合计占比，保留两位小数',
      value: of('占比', () => numbers.top.share.text ?? missing('占比')),
    },
    {
      name: 'citizen.kinds',
      meaning: `主要问题类型及条数，最多 ${MOST_KINDS} 类`,
      value: of('问题类型', () =>
        numbers.kinds
          .slice(0, MOST_KINDS)
          .map(({ kind, numbers: list }) => `${kind || '未注明类型'}（${list.length}条）`)
          .join('、'),
      ),
    },
    {
      name: 'citizen.ontime.rate',
      meaning: '按期办结率：按期办结的占按期、逾期办结和逾期未办结之和的比例',
      value: of('按期办结率', () => numbers.onTime.text ?? missing('按期办结率（缺少办结时间或期限）')),
    },
    {
      name: 'citizen.overdue.text',
      meaning: '逾期情况，如“无逾期未办结的留言”“逾期未办结3条”',
      value: of('逾期情况', () =>
        numbers.overdue.length === 0 ? '无逾期未办结的留言' : `逾期未办结${numbers.overdue.length}条`,
      ),
    },
  ];
}

/** Messages by unit, most first. */
export function citizenBlocks(material: PaperMaterial): Block[] {
  const { units } = citizenNumbersAt(material);
  if (units.length === 0) return [];
  const left = units.length - MOST_UNITS;
  return [
    {
      kind: 'table',
      caption: '“我为政府网站找错”平台留言情况（按单位）',
      columns: [
        { title: '单位', width: 8 },
        { title: '留言数', width: 2, align: 'center' },
        { title: '占比', width: 2, align: 'center' },
        { title: '按期办结率', width: 3, align: 'center' },
      ],
      rows: units
        .slice(0, MOST_UNITS)
        .map(({ unit, numbers, share, onTime }) => [
          unit,
          `${numbers.length}`,
          share.text ?? '—',
          onTime.text ?? '—',
        ]),
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph' as const,
            style: 'note' as const,
            text: `另有${left}个单位留言较少，见工作簿。`,
          },
        ]
      : []),
  ];
}

/** The numbers as of the paper's day. */
export function citizenNumbersAt({ book, at }: PaperMaterial): CitizenNumbers {
  return citizenNumbersOf(book, shanghaiMinute(at).slice(0, 10));
}

function topNames({ top }: CitizenNumbers): string {
  const tied = top.tied.length > 0 ? `【待核：与${top.tied.join('、')}留言数相同】` : '';
  return `${top.units.join('、')}${tied}`;
}
