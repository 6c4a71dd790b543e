// The board of problems to be mended: make them from finished inspections, filter, handle in bulk, tally, export.
import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { IconDownload, IconListCheck } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import { RectificationState } from '@/lib/model/rectification';
import { MENDING_NOTES, MENDING_WORD, unitOf } from '@/lib/report/rectification-words';
import { shanghaiDay } from '@/lib/text/days';
import { namesInOrder } from '@/lib/text/order';
import { SearchField } from '../list/SearchField';
import { ActionButton } from '../shell/ActionButton';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import classes from './board.module.css';
import { type BoardFilter, boardRows, movable, NO_FILTER } from './board-rows';
import { type Move, MoveDialog } from './MoveDialog';
import { RectificationTable } from './RectificationTable';
import { UnitSummary } from './UnitSummary';

const BULK: { move: Exclude<Move, 'responded'>; name: string }[] = [
  { move: 'notified', name: '登记为已通知' },
  { move: 'due', name: '设定整改期限' },
  { move: 'closed', name: '销号' },
  { move: 'reopened', name: '重新整改' },
];
const STATES = [
  { value: '', label: '全部状态' },
  { value: 'unclosed', label: '尚未销号' },
  { value: 'overdue', label: '逾期' },
  ...RectificationState.options.map((value) => ({ value, label: MENDING_WORD[value] })),
];

/** `#/rectification` */
export function RectificationScreen() {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const ask = useCallback(() => client.desk.listRectifications({}), [client]);
  const {
    value: rows,
    error,
    reload,
  } = useDeskQuery(ask, ({ what }) => ['rectifications', 'subjects', 'rounds'].includes(what));
  const askRounds = useCallback(() => client.desk.listRounds({}), [client]);
  const rounds = useDeskQuery(askRounds, ({ what }) => what === 'rounds').value;
  const [filter, setFilter] = useKeptState('rectification.filter', NO_FILTER);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [move, setMove] = useState<Move>();
  const [busy, setBusy] = useState(false);

  const today = shanghaiDay(client.now().toISOString());
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => boardRows(rows ?? [], deferred, today), [rows, deferred, today]);
  const picked = useMemo(() => shown.filter(({ item }) => chosen.has(item.id)), [shown, chosen]);
  const units = useMemo(() => namesInOrder((rows ?? []).map(unitOf)), [rows]);
  const movableNow = (to: Move) =>
    to === 'due' ? picked.filter(({ item }) => item.state !== 'closed') : movable(picked, to);
  const change = (part: Partial<BoardFilter>) => setFilter({ ...filter, ...part });
  const round = rounds?.find(({ id }) => id === filter.roundId) ?? rounds?.[0];

  const run = async (job: () => Promise<void>) => {
    setBusy(true);
    try {
      await job();
    } catch (failure) {
      notices.failed(failure);
    } finally {
      setBusy(false);
    }
  };
  const make = () =>
    run(async () => {
      if (!round) return;
      const { made, known, sessions, unfinished } = await client.desk.makeRectifications({
        roundId: round.id,
        by: settings.inspector,
      });
      const rest = unfinished > 0 ? `；另有 ${unfinished} 次检查尚未完成，未列入` : '';
      notices.done(
        `“${round.name}”已完成检查 ${sessions} 次，新列入整改 ${made} 项，已有 ${known} 项${rest}。`,
      );
    });
  const exportRows = () =>
    run(async () => {
      const { exportRectifications } = await import('@/lib/export/rectification-xlsx');
      const name = rounds?.find(({ id }) => id === filter.roundId)?.name ?? '全部轮次';
      const file = await exportRectifications(
        shown,
        { round: name, subject: filter.unit || '全部单位' },
        today,
        client.now(),
      );
      await client.saveFile(file.name, file.bytes, file.mime);
      notices.done(`已导出“${file.name}”。`);
    });

  return (
    <div className={screen.screen}>
      <ScreenHead
        title="整改"
        actions={
          <>
            <ActionButton icon={IconListCheck} onClick={() => void make()} loading={busy} disabled={!round}>
              {round ? `生成“${round.name}”的整改事项` : '生成整改事项'}
            </ActionButton>
            <ActionButton
              icon={IconDownload}
              onClick={() => void exportRows()}
              disabled={busy || shown.length === 0}
            >
              导出所列事项
            </ActionButton>
          </>
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rows && !error && <Loading what="整改事项" />}
      {rows?.length === 0 && (
        <Empty title="还没有整改事项">
          <p>检查完成后，点“生成整改事项”，已认定的问题会逐条列在这里。</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <>
          <Group role="search" aria-label="筛选整改事项" align="end" gap="sm">
            <SearchField
              searched="问题、单位、网站、网址"
              value={filter.text}
              onChange={(text) => change({ text })}
            />
            <NativeSelect
              label="检查轮次"
              value={filter.roundId}
              onChange={(event) => change({ roundId: event.currentTarget.value })}
              data={[
                { value: '', label: '全部轮次' },
                ...(rounds ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <NativeSelect
              className={classes.unit}
              label="责任单位"
              value={filter.unit}
              onChange={(event) => change({ unit: event.currentTarget.value })}
              data={[
                { value: '', label: '全部单位' },
                ...units.map((unit) => ({ value: unit, label: unit })),
              ]}
            />
            <NativeSelect
              label="状态"
              value={filter.state}
              onChange={(event) => change({ state: event.currentTarget.value as BoardFilter['state'] })}
              data={STATES}
            />
          </Group>
          <Group gap="xs" role="toolbar" aria-label="批量处理">
            <Text size="sm" c="dimmed" role="status">
              所列 {shown.length} 项，共 {rows.length} 项
              {picked.length > 0 ? `；已选 ${picked.length} 项` : ''}
            </Text>
            {BULK.map(({ move: to, name }) => (
              <Button
                key={to}
                size="xs"
                variant="default"
                disabled={movableNow(to).length === 0}
                onClick={() => setMove(to)}
              >
                {name}
              </Button>
            ))}
          </Group>
          {shown.length === 0 ? (
            <Empty title="没有符合条件的整改事项">
              <Button variant="default" onClick={() => setFilter(NO_FILTER)}>
                清除筛选
              </Button>
            </Empty>
          ) : (
            <RectificationTable rows={shown} today={today} chosen={chosen} onChoose={setChosen} />
          )}
          <Title order={2} size="h4">
            按单位汇总（所列事项）
          </Title>
          <UnitSummary rows={shown} today={today} onUnit={(unit) => change({ unit })} />
        </>
      )}
      <div>
        {MENDING_NOTES.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </div>
      {move && (
        <MoveDialog
          move={move}
          rows={movableNow(move)}
          left={picked.length - movableNow(move).length}
          onDone={() => setChosen(new Set())}
          onClose={() => setMove(undefined)}
        />
      )}
    </div>
  );
}
