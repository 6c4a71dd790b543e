// How far each unit is: total, closed, overdue, rate; a unit's name narrows the list to it.
import { Anchor, Table } from '@mantine/core';
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import { tallyUnits } from '@/lib/rectification/due';
import { percentText, unitOf } from '@/lib/report/rectification-words';
import { WideTable } from '../shell/WideTable';
import classes from './board.module.css';

export function UnitSummary({
  rows,
  today,
  onUnit,
}: {
  rows: readonly RectificationRow[];
  today: string;
  onUnit: (unit: string) => void;
}) {
  const tallies = tallyUnits(
    rows.map((row) => ({ unit: unitOf(row), item: row.item })),
    today,
  );
  return (
    <WideTable label="按单位汇总" minWidth={480}>
      <Table withTableBorder withRowBorders className={classes.plain} aria-label="按单位汇总">
        <thead>
          <tr>
            <th scope="col">责任单位</th>
            <th scope="col">事项</th>
            <th scope="col">已销号</th>
            <th scope="col">逾期</th>
            <th scope="col">销号率</th>
          </tr>
        </thead>
        <tbody>
          {tallies.map(({ unit, total, closed, overdue, rate }) => (
            <tr key={unit}>
              <th scope="row">
                <Anchor component="button" type="button" size="sm" onClick={() => onUnit(unit)}>
                  {unit}
                </Anchor>
              </th>
              <td>{total}</td>
              <td>{closed}</td>
              <td className={overdue > 0 ? classes.late : undefined}>{overdue}</td>
              <td>{percentText(rate)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  );
}
