// The items as a table: what is to be mended, by whom, and until when; ticked for handling in bulk.
import { memo } from 'react';
import { Link } from 'wouter';
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import { daysOverdue } from '@/lib/rectification/due';
import { MENDING_WORD, unitOf } from '@/lib/report/rectification-words';
import { type Column, VirtualTable } from '../list/VirtualTable';
import list from '../list/VirtualTable.module.css';
import classes from './board.module.css';

const COLUMNS: readonly Column[] = [
  { name: '问题' },
  { name: '责任单位', width: 180 },
  { name: '检查轮次', width: 120 },
  { name: '状态', width: 92 },
  { name: '整改期限', width: 128 },
];

/** `chosen` are ids; `onChoose` gets the new choice. */
export function RectificationTable({
  rows,
  today,
  chosen,
  onChoose,
}: {
  rows: readonly RectificationRow[];
  today: string;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  return (
    <VirtualTable
      label="整改事项列表"
      rows={rows}
      columns={COLUMNS}
      idOf={idOf}
      rowHeight={64}
      minWidth={860}
      choice={{
        chosen,
        onChoose,
        all: '全选所列事项',
        nameOf: ({ item, subject }) => `选择：${subject.name}，${item.problem}`,
      }}
      cells={(row) => <Cells row={row} today={today} />}
    />
  );
}

function idOf({ item }: RectificationRow): string {
  return item.id;
}

const Cells = memo(function Cells({ row, today }: { row: RectificationRow; today: string }) {
  const { item, subject, round } = row;
  const late = daysOverdue(item, today);
  return (
    <>
      <th scope="row">
        <Link
          href={`/rectification/${encodeURIComponent(item.id)}`}
          className={list.clamp}
          title={item.problem}
        >
          {item.problem}
        </Link>
      </th>
      <td title={`${unitOf(row)} ${subject.name}`}>
        <span className={list.clamp}>
          {unitOf(row)}
          {subject.unit && subject.unit !== subject.name ? `（${subject.name}）` : ''}
        </span>
      </td>
      <td>
        <span className={list.clamp}>{round}</span>
      </td>
      <td data-state={item.state} className={classes.state}>
        {MENDING_WORD[item.state]}
      </td>
      <td className={late > 0 ? classes.late : undefined}>
        {item.dueDay ?? '未定'}
        {late > 0 && <span className={classes.lateText}>逾期 {late} 天</span>}
      </td>
    </>
  );
});
