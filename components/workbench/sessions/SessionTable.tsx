// The inspections as a table: of whom, by whom, how far, and with what result.
import { IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import type { SessionRow } from '@/lib/desk/protocol';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { RESULT_WORD, STATE_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import type { Order } from '../list/order';
import { type Column, VirtualTable } from '../list/VirtualTable';
import list from '../list/VirtualTable.module.css';
import classes from './SessionTable.module.css';
import { progressPercent, type SortKey } from './session-filter';

const COLUMNS: readonly Column<SortKey>[] = [
  { sortKey: 'subject', name: '检查对象' },
  { sortKey: 'round', name: '检查轮次', width: 116 },
  { sortKey: 'set', name: '指标体系', width: 132 },
  { sortKey: 'inspector', name: '检查员', width: 80 },
  { sortKey: 'state', name: '状态', width: 84 },
  { sortKey: 'progress', name: '进度', width: 80 },
  { sortKey: 'total', name: '得分', width: 68 },
  { sortKey: 'result', name: '结果', width: 76 },
  { sortKey: 'updated', name: '最后修改', width: 132, descendingFirst: true },
  { name: '操作', width: 46, hidden: true },
];

/** `onRemove` must keep its identity. */
export function SessionTable({
  rows,
  order,
  onOrder,
  onRemove,
}: {
  rows: readonly SessionRow[];
  order: Order<SortKey>;
  onOrder: (order: Order<SortKey>) => void;
  onRemove: (row: SessionRow) => void;
}) {
  return (
    <VirtualTable
      label="检查列表"
      rows={rows}
      columns={COLUMNS}
      idOf={idOf}
      rowHeight={64}
      minWidth={980}
      fills
      order={{ now: order, onOrder }}
      keptAs="sessions.scroll"
      cells={(row) => <Cells row={row} onRemove={onRemove} />}
    />
  );
}

function idOf({ session }: SessionRow): string {
  return session.id;
}

const Cells = memo(function Cells({
  row,
  onRemove,
}: {
  row: SessionRow;
  onRemove: (row: SessionRow) => void;
}) {
  const { session, subject, round, setTitle, decided, criteria, total, result } = row;
  const percent = progressPercent(row);
  return (
    <>
      <th scope="row">
        <Link href={`/sessions/${encodeURIComponent(session.id)}`} className={list.name} title={subject.name}>
          {subject.name}
        </Link>
        <span className={list.sub} title={subject.host}>
          {subject.host ?? subject.unit ?? ''}
        </span>
      </th>
      <td title={round.name}>
        <span className={list.clamp}>{round.name}</span>
      </td>
      <td title={setTitle}>
        <span className={list.clamp}>{setTitle}</span>
      </td>
      <td>
        <span className={list.clamp}>{session.inspector}</span>
      </td>
      <td>{STATE_WORD[session.state]}</td>
      <td>
        {row.blind ? (
          '复核中，不显示'
        ) : (
          <>
            <span className={list.number}>
              {decided}/{criteria}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${percent}%` }} />
            </span>
          </>
        )}
      </td>
      <td className={list.number}>{total === null ? '—' : formatPoints(total)}</td>
      <td data-result={result} className={classes.result}>
        {row.blind ? '—' : RESULT_WORD[result]}
      </td>
      <td className={list.number}>{shanghaiMinute(session.updatedAt)}</td>
      <td>
        <button
          type="button"
          className={list.remove}
          aria-label={`删除“${subject.name}”的检查`}
          title="删除"
          onClick={() => onRemove(row)}
        >
          <IconTrash size={18} aria-hidden />
        </button>
      </td>
    </>
  );
});
