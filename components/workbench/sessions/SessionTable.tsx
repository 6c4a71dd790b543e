// The inspections as a table that keeps only the visible rows in the page, so that 2,000 of them scroll smoothly.
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { SessionRow } from '@/lib/desk/protocol';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { RESULT_WORD, STATE_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { useKeptState } from '../shell/use-kept-state';
import classes from './SessionTable.module.css';
import { progressPercent, type SessionSort, type SortKey } from './session-filter';

const ROW_HEIGHT = 60;

const COLUMNS: { key: SortKey; name: string; width?: number }[] = [
  { key: 'subject', name: '检查对象' },
  { key: 'round', name: '检查轮次', width: 116 },
  { key: 'set', name: '指标体系', width: 132 },
  { key: 'inspector', name: '检查员', width: 80 },
  { key: 'state', name: '状态', width: 84 },
  { key: 'progress', name: '进度', width: 80 },
  { key: 'total', name: '得分', width: 68 },
  { key: 'result', name: '结果', width: 76 },
  { key: 'updated', name: '最后修改', width: 132 },
];

/** `rows` are shown as they come; a click on a column's name asks for another order. */
export function SessionTable({
  rows,
  sort,
  onSort,
  onRemove,
}: {
  rows: SessionRow[];
  sort: SessionSort;
  onSort: (sort: SessionSort) => void;
  onRemove: (row: SessionRow) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [keptOffset, keepOffset] = useKeptState('sessions.scroll', 0);
  const offset = useRef(keptOffset);
  /** Row that the keyboard is on its way to. */
  const heading = useRef<number>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.session.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    initialOffset: keptOffset,
    overscan: 8,
    onChange: (instance) => {
      offset.current = instance.scrollOffset ?? 0;
    },
  });
  useEffect(() => () => keepOffset(offset.current), [keepOffset]);

  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  const moveFocus = (event: KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-index]');
    if (!row) return;
    // Keys may come faster than rows are rendered and focused.
    const index = heading.current ?? Number(row.dataset.index);
    const last = rows.length - 1;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const to = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const target = Math.min(last, Math.max(0, to));
    virtualizer.scrollToIndex(target, { align: 'auto' });
    heading.current = target;
    focusRow(scroller, target, () => {
      if (heading.current === target) heading.current = null;
    });
  };

  return (
    <section ref={scroller} className={classes.scroller} tabIndex={-1} aria-label="检查列表">
      <table className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={moveFocus}>
        <colgroup>
          {COLUMNS.map(({ key, width }) => (
            <col key={key} style={width ? { width } : undefined} />
          ))}
          <col style={{ width: 46 }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map(({ key, name }) => (
              <SortHeader key={key} column={key} name={name} sort={sort} onSort={onSort} />
            ))}
            <th scope="col" className={classes.head}>
              <span className={classes.hidden}>操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            return row && <Row key={key} index={index} row={row} onRemove={onRemove} />;
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Drawn once per row: while scrolling only the rows that come into sight are new. */
const Row = memo(function Row({
  row,
  index,
  onRemove,
}: {
  row: SessionRow;
  index: number;
  onRemove: (row: SessionRow) => void;
}) {
  const { session, subject, round, setTitle, decided, criteria, total, result } = row;
  const percent = progressPercent(row);
  return (
    <tr data-index={index} aria-rowindex={index + 2} className={classes.row}>
      <th scope="row" className={classes.subject}>
        <Link
          href={`/sessions/${encodeURIComponent(session.id)}`}
          className={classes.open}
          data-row-link
          title={subject.name}
        >
          {subject.name}
        </Link>
        <span className={classes.host} title={subject.host}>
          {subject.host ?? subject.unit ?? ''}
        </span>
      </th>
      <td title={round.name}>
        <span className={classes.clamp}>{round.name}</span>
      </td>
      <td title={setTitle}>
        <span className={classes.clamp}>{setTitle}</span>
      </td>
      <td>
        <span className={classes.clamp}>{session.inspector}</span>
      </td>
      <td>{STATE_WORD[session.state]}</td>
      <td>
        {row.blind ? (
          '复核中，不显示'
        ) : (
          <>
            <span className={classes.progress}>
              {decided}/{criteria}
            </span>
            <span className={classes.bar} aria-hidden>
              <span style={{ width: `${percent}%` }} />
            </span>
          </>
        )}
      </td>
      <td className={classes.number}>{total === null ? '—' : formatPoints(total)}</td>
      <td data-result={result} className={classes.result}>
        {row.blind ? '—' : RESULT_WORD[result]}
      </td>
      <td className={classes.time}>{shanghaiMinute(session.updatedAt)}</td>
      <td>
        <button
          type="button"
          className={classes.remove}
          aria-label={`删除“${subject.name}”的检查`}
          title="删除"
          onClick={() => onRemove(row)}
        >
          <IconTrash size={18} aria-hidden />
        </button>
      </td>
    </tr>
  );
});

function SortHeader({
  column,
  name,
  sort,
  onSort,
}: {
  column: SortKey;
  name: string;
  sort: SessionSort;
  onSort: (sort: SessionSort) => void;
}) {
  const active = sort.key === column;
  const Icon = active ? (sort.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
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
        onClick={() => onSort({ key: column, descending: active ? !sort.descending : column === 'updated' })}
      >
        {name}
        <Icon size={14} aria-hidden className={active ? undefined : classes.faint} />
      </button>
    </th>
  );
}

/** Stands for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={COLUMNS.length + 1} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** Focuses the link of a row that may be rendered only after the scroll. */
function focusRow(
  scroller: { current: HTMLElement | null },
  index: number,
  onDone: () => void,
  attempts = 10,
) {
  requestAnimationFrame(() => {
    const link = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-row-link]`);
    if (!link && attempts > 0) return focusRow(scroller, index, onDone, attempts - 1);
    link?.focus({ preventScroll: true });
    onDone();
  });
}
