// The long tables of the workbench: only the rows in sight are in the page, so that 2,000 of them scroll smoothly.
import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useKeptState } from '../shell/use-kept-state';
import { type Choice, ChooseAll, toggled } from './choice';
import type { Order } from './order';
import { SortHead } from './SortHead';
import { useRowKeys } from './use-row-keys';
import classes from './VirtualTable.module.css';

export interface Column<Key extends string = never> {
  name: string;
  /** Pixels; without it the column takes what is left. */
  width?: number;
  /** A click on the name asks for the order by this key. */
  sortKey?: Key;
  /** The first click asks for the highest first. */
  descendingFirst?: true;
  /** The name is for screen readers alone. */
  hidden?: true;
}

interface Props<Row, Key extends string> {
  /** Names the scrolling box. */
  label: string;
  /** Shown as they come. */
  rows: readonly Row[];
  /** A constant outside of the component, as `idOf` and `cells`. */
  columns: readonly Column<Key>[];
  idOf: (row: Row) => string;
  /** The cells of one row, one of them `<th scope="row">`; memoised, since rows are drawn anew with every scroll. */
  cells: (row: Row) => ReactNode;
  /** Of every row; pixels. */
  rowHeight: number;
  /** Below this the table scrolls sideways; pixels. */
  minWidth: number;
  order?: { now: Order<Key>; onOrder: (order: Order<Key>) => void };
  /** Rows are ticked in a first column. */
  choice?: Choice<Row>;
  /** Takes the rest of the screen's height; otherwise as high as its rows, up to two thirds of the window. */
  fills?: boolean;
  /** Under which the scroll position outlives the screen. */
  keptAs?: string;
}

/** The head and a horizontal scroll bar; pixels. */
const AROUND_ROWS = 56;

export function VirtualTable<Row, Key extends string = never>(props: Props<Row, Key>) {
  const { label, rows, columns, idOf, cells, rowHeight, minWidth, order, choice, fills, keptAs } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [keptOffset, keepOffset] = useKeptState(keptAs ?? '', 0);
  const offset = useRef(keptOffset);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : idOf(row);
    },
    estimateSize: () => rowHeight,
    initialOffset: keptAs === undefined ? 0 : keptOffset,
    overscan: 8,
    onChange: (instance) => {
      offset.current = instance.scrollOffset ?? 0;
    },
  });
  useEffect(
    () => (keptAs === undefined ? undefined : () => keepOffset(offset.current)),
    [keepOffset, keptAs],
  );
  const onKeyDown = useRowKeys(scroller, rows.length, rowHeight, (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  );

  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = columns.length + (choice ? 1 : 0);
  const style = {
    '--row-height': `${rowHeight}px`,
    '--table-width': `${minWidth}px`,
    ...(!fills && { height: AROUND_ROWS + rows.length * rowHeight }),
  } as CSSProperties;
  return (
    <section
      ref={scroller}
      className={classes.scroller}
      data-fills={fills}
      style={style}
      tabIndex={-1}
      aria-label={label}
    >
      <table className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={onKeyDown}>
        <colgroup>
          {choice && <col style={{ width: 44 }} />}
          {columns.map((column) => (
            <col key={column.name} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {choice && (
              <th scope="col">
                <ChooseAll ids={rows.map(idOf)} choice={choice} />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.name} column={column} order={order} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} width={width} />}
          {items.map(({ index, key }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <tr
                key={key}
                data-index={index}
                aria-rowindex={index + 2}
                data-chosen={choice?.chosen.has(id)}
                className={classes.row}
              >
                {choice && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={choice.nameOf(row)}
                      checked={choice.chosen.has(id)}
                      onChange={() => choice.onChoose(toggled(choice.chosen, id))}
                    />
                  </td>
                )}
                {cells(row)}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} width={width} />}
        </tbody>
      </table>
    </section>
  );
}

function Head<Key extends string>({
  column: { name, hidden, sortKey, descendingFirst },
  order,
}: {
  column: Column<Key>;
  order: Props<never, Key>['order'];
}) {
  if (order && sortKey !== undefined)
    return <SortHead name={name} sortKey={sortKey} descendingFirst={descendingFirst === true} {...order} />;
  return <th scope="col">{hidden ? <VisuallyHidden>{name}</VisuallyHidden> : name}</th>;
}

/** Stands for the rows that are not in the page. */
function Gap({ height, width }: { height: number; width: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={width} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
