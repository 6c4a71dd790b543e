// The board of a round: counts per group and per inspector; every number opens the subjects behind it.
import { Table, Text, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { RoundBoard } from '@/lib/model/round-board';
import { BOARD_STATES, boardTallies, type Tally } from '@/lib/rounds/board';
import sheet from '../session/SheetView.module.css';
import { Empty } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import type { BoardFilter } from './board-filter';
import classes from './Rounds.module.css';
import { BOARD_WORD, groupName } from './round-words';

type Part = Partial<BoardFilter>;

export function RoundTallies(props: { board: RoundBoard; today: string; onShow: (part: Part) => void }) {
  const { board, today, onShow } = props;
  const roundDue = board.round.dueDay;
  const tallies = useMemo(() => boardTallies(board.rows, { roundDue, today }), [board.rows, roundDue, today]);
  if (board.rows.length === 0)
    return (
      <Empty title="本轮次还没有检查对象">
        <p>请在“检查对象”中确定对象：台账全部，或按比例抽样。</p>
      </Empty>
    );
  return (
    <>
      <TallyTable
        title="按分组"
        first="分组"
        lines={[
          ...tallies.byGroup.map((line) => ({
            name: groupName(line.key),
            part: { group: line.key },
            tally: line,
          })),
          { name: '合计', part: {}, tally: tallies.all },
        ]}
        onShow={onShow}
      />
      <TallyTable
        title="按检查员"
        first="检查员"
        lines={tallies.byInspector.map((line) => ({
          name: line.key || '未分配',
          part: { inspector: line.key },
          tally: line,
        }))}
        onShow={onShow}
      />
      <Text size="sm" c="dimmed">
        未检：还没有人开始；有争议：至少一个评分点标为“有争议”，不论是否完成；已完成：检查已完成且没有争议；其余为检查中。逾期：过了截止日（当日不算）检查仍未完成。复核不计入。检查员以分配为准，未分配的以开始检查的人为准。
      </Text>
    </>
  );
}

function TallyTable(props: {
  title: string;
  first: string;
  lines: { name: string; part: Part; tally: Tally }[];
  onShow: (part: Part) => void;
}) {
  const { title, first, lines, onShow } = props;
  const cell = (name: string, what: string, count: number, part: Part, caution = false) => (
    <td>
      {count === 0 ? (
        0
      ) : (
        <button
          type="button"
          className={`${classes.link} ${caution ? classes.overdue : ''}`}
          aria-label={`${name}，${what} ${count} 个，查看`}
          onClick={() => onShow(part)}
        >
          {count}
        </button>
      )}
    </td>
  );
  return (
    <section aria-label={title}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <WideTable label={title} minWidth={560}>
        <Table withTableBorder className={`${sheet.table} ${classes.tally}`} aria-label={title}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '32%' }}>
                {first}
              </th>
              <th scope="col">总数</th>
              {BOARD_STATES.map((state) => (
                <th key={state} scope="col">
                  {BOARD_WORD[state]}
                </th>
              ))}
              <th scope="col">逾期</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, part, tally }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cell(name, '总数', tally.total, part)}
                {BOARD_STATES.map((state) => (
                  <TallyCell key={state}>
                    {cell(name, BOARD_WORD[state], tally[state], { ...part, state })}
                  </TallyCell>
                ))}
                {cell(name, '逾期', tally.overdue, { ...part, state: 'overdue' }, true)}
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
    </section>
  );
}

/** Gives a ready cell a key. */
function TallyCell({ children }: { children: ReactNode }) {
  return children;
}
