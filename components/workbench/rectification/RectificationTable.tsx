// The items as a table that keeps only the visible rows in the page; rows are chosen for handling in bulk.
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { Link } from 'wouter';
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import { daysOverdue } from '@/lib/rectification/due';
import { MENDING_WORD, unitOf } from '@/lib/report/rectification-words';
import classes from './board.module.css';

const ROW_HEIGHT = 64;
/** With room for a horizontal scroll bar. */
const HEAD_HEIGHT = 56;

/** `chosen` are ids; `onChoose` gets the new choice. */
export function RectificationTable({
  rows,
  today,
  chosen,
  onChoose,
}: {
  rows: RectificationRow[];
  today: string;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.item.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const all = rows.length > 0 && rows.every(({ item }) => chosen.has(item.id));
  const some = rows.some(({ item }) => chosen.has(item.id));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      style={{ height: HEAD_HEIGHT + rows.length * ROW_HEIGHT }}
      tabIndex={-1}
      aria-label="整改事项列表"
    >
      <table className={classes.table} aria-label="整改事项" aria-rowcount={rows.length + 1}>
        <colgroup>
          <col style={{ width: 44 }} />
          <col />
          <col style={{ width: 180 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 92 }} />
          <col style={{ width: 128 }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <Checkbox
                aria-label="全选所列事项"
                checked={all}
                indeterminate={some && !all}
                onChange={() => onChoose(new Set(all ? [] : rows.map(({ item }) => item.id)))}
              />
            </th>
            <th scope="col">问题</th>
            <th scope="col">责任单位</th>
            <th scope="col">检查轮次</th>
            <th scope="col">状态</th>
            <th scope="col">整改期限</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (!row) return null;
            const { item, subject, round } = row;
            const late = daysOverdue(item, today);
            return (
              <tr key={key} aria-rowindex={index + 2} className={classes.row}>
                <td>
                  <Checkbox
                    aria-label={`选择：${subject.name}，${item.problem}`}
                    checked={chosen.has(item.id)}
                    onChange={() => toggle(item.id)}
                  />
                </td>
                <th scope="row">
                  <Link
                    href={`/rectification/${encodeURIComponent(item.id)}`}
                    className={classes.clamp}
                    title={item.problem}
                  >
                    {item.problem}
                  </Link>
                </th>
                <td title={`${unitOf(row)} ${subject.name}`}>
                  <span className={classes.clamp}>
                    {unitOf(row)}
                    {subject.unit && subject.unit !== subject.name ? `（${subject.name}）` : ''}
                  </span>
                </td>
                <td>
                  <span className={classes.clamp}>{round}</span>
                </td>
                <td data-state={item.state} className={classes.state}>
                  {MENDING_WORD[item.state]}
                </td>
                <td className={late > 0 ? classes.late : undefined}>
                  {item.dueDay ?? '未定'}
                  {late > 0 && <span className={classes.lateText}>逾期 {late} 天</span>}
                </td>
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are not in the page. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={6} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
