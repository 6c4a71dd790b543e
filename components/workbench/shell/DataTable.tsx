// A table of a few dozen rows with its head; in a narrow window it scrolls sideways by itself.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { WideTable } from './WideTable';

/** A column's name, or its name with numbers or short words below it. */
export type DataColumn = string | { name: string; right?: true; short?: true };

/**
 * @param minWidth below this the table scrolls instead of being squeezed; pixels
 * @param maxHeight above this it scrolls under its head; pixels
 * @param children the rows, `Table.Tr` each
 */
export function DataTable({
  label,
  minWidth,
  columns,
  maxHeight,
  striped = false,
  children,
}: {
  label: string;
  minWidth: number;
  columns: readonly DataColumn[];
  maxHeight?: number;
  striped?: boolean;
  children: ReactNode;
}) {
  return (
    <WideTable label={label} minWidth={minWidth} maxHeight={maxHeight}>
      <Table aria-label={label} fz="sm" striped={striped} stickyHeader={maxHeight !== undefined}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => {
              const { name, right, short } = typeof column === 'string' ? { name: column } : column;
              return (
                <Table.Th
                  key={name}
                  scope="col"
                  ta={right && 'right'}
                  style={short && { width: '1%', whiteSpace: 'nowrap' }}
                >
                  {name}
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </WideTable>
  );
}
