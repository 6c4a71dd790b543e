// The subjects of a round as a table: who inspects each, how far it is, and what may be done with it.
import { memo } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskClient, useSettings } from '@/components/client';
import type { Round } from '@/lib/model/round';
import type { BoardRow } from '@/lib/model/round-board';
import { boardState, dueDayOf, groupKey, inspectorOf, isOverdue } from '@/lib/rounds/board';
import { formatPoints } from '@/lib/scoring/format-points';
import type { Order } from '../list/order';
import { type Column, VirtualTable } from '../list/VirtualTable';
import list from '../list/VirtualTable.module.css';
import { useNotices } from '../shell/notices';
import type { BoardSortKey } from './board-filter';
import classes from './Rounds.module.css';
import { BOARD_WORD, groupName } from './round-words';

const COLUMNS: readonly Column<BoardSortKey>[] = [
  { sortKey: 'subject', name: '检查对象' },
  { sortKey: 'group', name: '分组', width: 150 },
  { sortKey: 'inspector', name: '检查员', width: 104 },
  { sortKey: 'state', name: '状态', width: 132 },
  { sortKey: 'progress', name: '进度', width: 84 },
  { sortKey: 'total', name: '得分', width: 84 },
  { name: '操作', width: 150 },
];

/** `onDoubleCheck` must keep its identity. */
export function RoundTable({
  round,
  rows,
  today,
  order,
  onOrder,
  chosen,
  onChoose,
  onDoubleCheck,
}: {
  round: Round;
  rows: readonly BoardRow[];
  today: string;
  order: Order<BoardSortKey>;
  onOrder: (order: Order<BoardSortKey>) => void;
  /** Subject ids. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onDoubleCheck: (row: BoardRow) => void;
}) {
  return (
    <VirtualTable
      label="检查对象列表"
      rows={rows}
      columns={COLUMNS}
      idOf={idOf}
      rowHeight={52}
      minWidth={900}
      fills
      order={{ now: order, onOrder }}
      choice={{
        chosen,
        onChoose,
        all: '选择全部（筛选出的）',
        nameOf: ({ subject }) => `选择“${subject.name}”`,
      }}
      cells={(row) => <Cells row={row} round={round} today={today} onDoubleCheck={onDoubleCheck} />}
    />
  );
}

function idOf({ subject }: BoardRow): string {
  return subject.id;
}

const Cells = memo(function Cells(props: {
  row: BoardRow;
  round: Round;
  today: string;
  onDoubleCheck: (row: BoardRow) => void;
}) {
  const { row, round, today } = props;
  const { subject, session } = row;
  const state = boardState(row);
  const overdue = isOverdue(row, round.dueDay, today);
  const sub = subject.host ?? subject.account ?? subject.unit ?? '';
  return (
    <>
      <th scope="row">
        <span className={`${list.name} ${classes.oneLine}`} title={subject.name}>
          {subject.name}
        </span>
        <span className={list.sub} title={sub}>
          {sub}
        </span>
      </th>
      <td>{groupName(groupKey(row))}</td>
      <td>
        <span className={`${list.clamp} ${classes.oneLine}`}>{inspectorOf(row) || '未分配'}</span>
      </td>
      <td>
        <span className={classes.state} data-state={state}>
          {BOARD_WORD[state]}
        </span>
        {overdue && (
          <span className={`${list.sub} ${classes.overdue}`}>逾期（{dueDayOf(row, round.dueDay)}）</span>
        )}
      </td>
      <td className={list.number}>
        {session && !session.blind ? `${session.decided}/${session.criteria}` : '—'}
      </td>
      <td className={list.number}>
        {session && session.total !== null ? formatPoints(session.total) : '—'}
        {session?.result === 'unqualified' && <span className={list.sub}>不合格</span>}
        {session?.blind && <span className={list.sub}>复核中</span>}
      </td>
      <td>
        <RowActions row={row} round={round} onDoubleCheck={props.onDoubleCheck} />
      </td>
    </>
  );
});

function RowActions(props: { row: BoardRow; round: Round; onDoubleCheck: (row: BoardRow) => void }) {
  const { row, round, onDoubleCheck } = props;
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [, navigate] = useLocation();
  const { subject, session, assignment } = row;
  const open = round.state === 'open';
  const verb = open && session && session.state !== 'finished' ? '继续' : '查看';
  const start = async () => {
    try {
      const started = await client.desk.startSession({
        subject: { id: subject.id },
        roundId: round.id,
        inspector: settings.inspector || assignment?.inspector || '',
      });
      navigate(`/sessions/${encodeURIComponent(started.id)}`);
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <div className={classes.actions}>
      {session ? (
        <Link
          href={`/sessions/${encodeURIComponent(session.id)}`}
          aria-label={`${verb}“${subject.name}”的检查`}
        >
          {verb}
        </Link>
      ) : (
        open && (
          <button
            type="button"
            className={classes.link}
            aria-label={`开始检查“${subject.name}”`}
            onClick={() => void start()}
          >
            开始
          </button>
        )
      )}
      {open && session && (
        <button
          type="button"
          className={classes.link}
          aria-label={`安排复核“${subject.name}”`}
          onClick={() => onDoubleCheck(row)}
        >
          安排复核
        </button>
      )}
    </div>
  );
}
