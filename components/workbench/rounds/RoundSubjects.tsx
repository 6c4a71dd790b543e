// The subjects of a round: filters, bulk hand-out, the table.
import { Anchor, Group, NativeSelect, Text } from '@mantine/core';
import { IconArrowsShuffle, IconMinus, IconPlus, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { BoardRow, RoundBoard } from '@/lib/model/round-board';
import { BOARD_STATES, boardTallies } from '@/lib/rounds/board';
import type { Order } from '../list/order';
import { SearchField } from '../list/SearchField';
import { ActionButton } from '../shell/ActionButton';
import { Empty } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { AddSubjectsDialog } from './AddSubjectsDialog';
import { AssignDialog } from './AssignDialog';
import { type BoardFilter, type BoardSortKey, NO_BOARD_FILTER, shownBoardRows } from './board-filter';
import { DoubleCheckDialog } from './DoubleCheckDialog';
import { DrawDialog } from './DrawDialog';
import { RemoveSubjectsDialog } from './RemoveSubjectsDialog';
import { RoundTable } from './RoundTable';
import { BOARD_WORD, groupName } from './round-words';

const NOBODY = '\u0000nobody';

export function RoundSubjects(props: {
  board: RoundBoard;
  today: string;
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
}) {
  const { board, today, filter, onFilter } = props;
  const { round, rows } = board;
  const [order, setOrder] = useKeptState<Order<BoardSortKey>>('round.order', {
    key: 'group',
    descending: false,
  });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'assign' | 'draw' | 'add' | 'remove'>();
  const [doubleChecking, setDoubleChecking] = useState<BoardRow>();
  const due = useMemo(() => ({ roundDue: round.dueDay, today }), [round.dueDay, today]);
  const tallies = useMemo(() => boardTallies(rows, due), [rows, due]);
  // Typing stays quick while the long list follows.
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => shownBoardRows(rows, asked, order, due), [rows, asked, order, due]);
  const chosen = useMemo(
    () => shown.map(({ subject }) => subject.id).filter((id) => selected.has(id)),
    [shown, selected],
  );
  const editable = round.state === 'open';
  return (
    <>
      <Group role="search" aria-label="筛选检查对象" align="end" gap="sm">
        <SearchField
          searched="名称、单位、网址、账号、检查员"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
        <NativeSelect
          label="状态"
          value={filter.state}
          onChange={(event) =>
            onFilter({ ...filter, state: event.currentTarget.value as BoardFilter['state'] })
          }
          data={[
            { value: '', label: '全部状态' },
            ...BOARD_STATES.map((value) => ({ value, label: BOARD_WORD[value] })),
            { value: 'overdue', label: '逾期' },
          ]}
        />
        <NativeSelect
          label="分组"
          value={filter.group}
          onChange={(event) => onFilter({ ...filter, group: event.currentTarget.value })}
          data={[
            { value: '', label: '全部分组' },
            ...tallies.byGroup.map(({ key }) => ({ value: key, label: groupName(key) })),
          ]}
        />
        <NativeSelect
          label="检查员"
          value={filter.inspector === '' ? NOBODY : (filter.inspector ?? '')}
          onChange={(event) => {
            const name = event.currentTarget.value;
            onFilter({ ...filter, inspector: name === NOBODY ? '' : name || null });
          }}
          data={[
            { value: '', label: '全部检查员' },
            ...tallies.byInspector.map(({ key }) => ({ value: key || NOBODY, label: key || '未分配' })),
          ]}
        />
        {editable && (
          <>
            <ActionButton icon={IconUsers} disabled={chosen.length === 0} onClick={() => setDialog('assign')}>
              分配所选（{chosen.length}）
            </ActionButton>
            <ActionButton icon={IconArrowsShuffle} onClick={() => setDialog('draw')}>
              确定检查对象
            </ActionButton>
            <ActionButton icon={IconPlus} onClick={() => setDialog('add')}>
              加入检查对象
            </ActionButton>
            <ActionButton icon={IconMinus} disabled={chosen.length === 0} onClick={() => setDialog('remove')}>
              移出所选（{chosen.length}）
            </ActionButton>
          </>
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {shown.length === rows.length
          ? `共 ${rows.length} 个检查对象`
          : `筛选出 ${shown.length} 个，共 ${rows.length} 个检查对象`}
        {shown.length < rows.length && (
          <Anchor
            component="button"
            type="button"
            size="sm"
            ml="sm"
            onClick={() => onFilter(NO_BOARD_FILTER)}
          >
            清除筛选
          </Anchor>
        )}
      </Text>
      {shown.length === 0 ? (
        <Empty title={rows.length === 0 ? '本轮次还没有检查对象' : '没有符合条件的检查对象'}>
          <p>{rows.length === 0 ? '请用“确定检查对象”从台账中选取。' : '请换一个条件，或者清除筛选。'}</p>
        </Empty>
      ) : (
        <RoundTable
          round={round}
          rows={shown}
          today={today}
          order={order}
          onOrder={setOrder}
          chosen={selected}
          onChoose={setSelected}
          onDoubleCheck={setDoubleChecking}
        />
      )}
      {dialog === 'assign' && (
        <AssignDialog
          board={board}
          subjectIds={chosen}
          onClose={(done) => {
            setDialog(undefined);
            if (done) setSelected(new Set());
          }}
        />
      )}
      {dialog === 'add' && <AddSubjectsDialog roundId={round.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'remove' && (
        <RemoveSubjectsDialog
          roundId={round.id}
          rows={shown.filter(({ subject }) => selected.has(subject.id))}
          onClose={(done) => {
            setDialog(undefined);
            if (done) setSelected(new Set());
          }}
        />
      )}
      {dialog === 'draw' && <DrawDialog round={round} onClose={() => setDialog(undefined)} />}
      {doubleChecking && (
        <DoubleCheckDialog row={doubleChecking} board={board} onClose={() => setDoubleChecking(undefined)} />
      )}
    </>
  );
}
