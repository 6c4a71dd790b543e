// The subjects of a round as a table that keeps only the visible rows in the page, so that 2,000 of them scroll smoothly.
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskClient, useSettings } from '@/components/client';
import type { Round } from '@/lib/model/round';
import type { BoardRow } from '@/lib/model/round-board';
import { boardState, dueDayOf, groupKey, inspectorOf, isOverdue } from '@/lib/rounds/board';
import { formatPoints } from '@/lib/scoring/format-points';
import { useNotices } from '../shell/notices';
import type { BoardSort, BoardSortKey } from './board-filter';
import classes from './Rounds.module.css';
import { BOARD_WORD, groupName } from './round-words';

const ROW_HEIGHT = 52;

const COLUMNS: { key: BoardSortKey; name: string; width?: number }[] = [
  { key: 'subject', name: '检查对象' },
  { key: 'group', name: '分组', width: 150 },
  { key: 'inspector', name: '检查员', width: 104 },
  { key: 'state', name: '状态', width: 132 },
  { key: 'progress', name: '进度', width: 84 },
  { key: 'total', name: '得分', width: 84 },
];

interface Table {
  round: Round;
  /** Shown as they come. */
  rows: BoardRow[];
  today: string;
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
  /** Subject ids. */
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onDoubleCheck: (row: BoardRow) => void;
}

export function RoundTable(props: Table) {
  const { round, rows, today, sort, onSort, selected, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.subject.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const shownSelected = rows.reduce((sum, { subject }) => sum + Number(selected.has(subject.id)), 0);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
    <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label="检查对象列表">
      <table className={classes.table} aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: 44 }} />
          {COLUMNS.map(({ key, width }) => (
            <col key={key} style={width ? { width } : undefined} />
          ))}
          <col style={{ width: 150 }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.head}>
              <Checkbox
                aria-label="选择全部（筛选出的）"
                checked={shownSelected > 0 && shownSelected === rows.length}
                indeterminate={shownSelected > 0 && shownSelected < rows.length}
                onChange={() =>
                  onSelect(
                    shownSelected === rows.length
                      ? new Set()
                      : new Set(rows.map(({ subject }) => subject.id)),
                  )
                }
              />
            </th>
            {COLUMNS.map((column) => (
              <SortHeader
                key={column.key}
                column={column.key}
                name={column.name}
                sort={sort}
                onSort={onSort}
              />
            ))}
            <th scope="col" className={classes.head}>
              操作
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            return (
              row && (
                <Row
                  key={key}
                  index={index}
                  row={row}
                  round={round}
                  today={today}
                  checked={selected.has(row.subject.id)}
                  onToggle={toggle}
                  onDoubleCheck={props.onDoubleCheck}
                />
              )
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

const Row = memo(function Row(props: {
  index: number;
  row: BoardRow;
  round: Round;
  today: string;
  checked: boolean;
  onToggle: (id: string) => void;
  onDoubleCheck: (row: BoardRow) => void;
}) {
  const { index, row, round, today, checked, onToggle } = props;
  const { subject, session } = row;
  const state = boardState(row);
  const overdue = isOverdue(row, round.dueDay, today);
  const sub = subject.host ?? subject.account ?? subject.unit ?? '';
  return (
    <tr aria-rowindex={index + 2} className={classes.row}>
      <td>
        <Checkbox
          aria-label={`选择“${subject.name}”`}
          checked={checked}
          onChange={() => onToggle(subject.id)}
        />
      </td>
      <th scope="row">
        <span className={classes.name} title={subject.name}>
          {subject.name}
        </span>
        <span className={classes.sub} title={sub}>
          {sub}
        </span>
      </th>
      <td>{groupName(groupKey(row))}</td>
      <td>
        <span className={classes.name} style={{ fontSize: 13, fontWeight: 400 }}>
          {inspectorOf(row) || '未分配'}
        </span>
      </td>
      <td>
        <span className={classes.state} data-state={state}>
          {BOARD_WORD[state]}
        </span>
        {overdue && (
          <span className={`${classes.sub} ${classes.overdue}`}>逾期（{dueDayOf(row, round.dueDay)}）</span>
        )}
      </td>
      <td className={classes.number}>
        {session && !session.blind ? `${session.decided}/${session.criteria}` : '—'}
      </td>
      <td className={classes.number}>
        {session && session.total !== null ? formatPoints(session.total) : '—'}
        {session?.result === 'unqualified' && <span className={classes.sub}>不合格</span>}
        {session?.blind && <span className={classes.sub}>复核中</span>}
      </td>
      <td>
        <RowActions row={row} round={round} onDoubleCheck={props.onDoubleCheck} />
      </td>
    </tr>
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

function SortHeader(props: {
  column: BoardSortKey;
  name: string;
  sort: BoardSort;
  onSort: (sort: BoardSort) => void;
}) {
  const { column, name, sort, onSort } = props;
  const active = sort.key === column;
  const Icon = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={classes.head}
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={classes.sort}
        title={`按${name}排序`}
        onClick={() => onSort({ key: column, descending: active ? !sort.descending : false })}
      >
        {name}
        {active && <Icon size={14} aria-hidden />}
      </button>
    </th>
  );
}

/** Stands for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length + 2} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
