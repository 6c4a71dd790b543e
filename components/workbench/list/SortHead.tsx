// A column's name as a button that orders the table by the column.
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { Order } from './order';
import classes from './VirtualTable.module.css';

export function SortHead<Key extends string>({
  name,
  sortKey,
  descendingFirst,
  now,
  onOrder,
}: {
  name: string;
  sortKey: Key;
  descendingFirst: boolean;
  now: Order<Key>;
  onOrder: (order: Order<Key>) => void;
}) {
  const active = now.key === sortKey;
  const Icon = active ? (now.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  return (
    <th scope="col" aria-sort={active ? (now.descending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className={classes.sort}
        title={`按${name}排序`}
        onClick={() => onOrder({ key: sortKey, descending: active ? !now.descending : descendingFirst })}
      >
        {name}
        <Icon size={14} aria-hidden className={active ? undefined : classes.faint} />
      </button>
    </th>
  );
}
