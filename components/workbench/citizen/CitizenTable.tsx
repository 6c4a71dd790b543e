// The messages as a table: of which unit, about what, and how they stand; ticked for linking and removing.
import { memo } from 'react';
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { CitizenCounting } from '@/lib/model/citizen-report';
import { ANSWER_WORD } from '@/lib/rounds/citizen-definitions';
import { answerState, dueDayOf } from '@/lib/rounds/citizen-reports';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { type Column, VirtualTable } from '../list/VirtualTable';
import list from '../list/VirtualTable.module.css';
import classes from './citizen.module.css';

const COLUMNS: readonly Column[] = [
  { name: '留言' },
  { name: '单位', width: 190 },
  { name: '关联的检查对象', width: 190 },
  { name: '提交、期限', width: 110 },
  { name: '办理', width: 150 },
];

/** `chosen` are message numbers. */
export function CitizenTable({
  rows,
  day,
  counting,
  chosen,
  onChoose,
}: {
  rows: readonly CitizenRow[];
  day: string;
  counting: CitizenCounting;
  chosen: ReadonlySet<string>;
  onChoose: (numbers: ReadonlySet<string>) => void;
}) {
  return (
    <VirtualTable
      label="留言列表"
      rows={rows}
      columns={COLUMNS}
      idOf={idOf}
      rowHeight={64}
      minWidth={940}
      choice={{
        chosen,
        onChoose,
        all: '全选所列留言',
        nameOf: ({ report }) => `选择留言 ${report.number}`,
      }}
      cells={(row) => <Cells row={row} day={day} counting={counting} />}
    />
  );
}

function idOf({ report }: CitizenRow): string {
  return report.number;
}

const Cells = memo(function Cells({
  row,
  day,
  counting,
}: {
  row: CitizenRow;
  day: string;
  counting: CitizenCounting;
}) {
  const { report } = row;
  const state = answerState(report, day, counting);
  return (
    <>
      <th scope="row" title={report.content}>
        <span className={list.clamp}>
          {report.number}　{report.kind || '未注明类型'}
        </span>
        <span className={list.sub}>{[report.site, report.content].filter(Boolean).join('：')}</span>
      </th>
      <td>
        <span className={list.clamp}>{row.unit || '未写单位'}</span>
        <span className={list.sub}>{NUMBERS_GROUP_WORD[row.group ?? 'none']}</span>
      </td>
      <td>
        <span className={list.clamp}>{linkText(row)}</span>
      </td>
      <td>
        {report.submittedDay ?? '—'}
        <br />
        {dueDayOf(report, counting) ?? '无期限'}
      </td>
      <td>
        <span className={state === 'overdue' || state === 'late' ? classes.warning : undefined}>
          {ANSWER_WORD[state]}
        </span>
        {report.answeredDay && <div className={list.sub}>{report.answeredDay}</div>}
      </td>
    </>
  );
});

function linkText({ subjectName, candidates, report }: CitizenRow): string {
  if (subjectName !== undefined) return subjectName;
  if (candidates.length > 1) return `${candidates.length} 个对象相符，请选择`;
  if (candidates.length === 1) return '有 1 个对象可能相符，请选择';
  return report.linkedByHand ? '不关联（手工选定）' : '台账中没有相符的';
}
