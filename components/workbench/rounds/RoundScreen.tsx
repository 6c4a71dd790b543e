// One round: how far it is, its subjects, its double checks and its audit trail.
import { Group, Tabs, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { RoundBoard } from '@/lib/model/round-board';
import { shanghaiDay } from '@/lib/text/days';
import { ActionButton } from '../shell/ActionButton';
import screen from '../shell/screen.module.css';
import { Failure, Loading, NotFound, ScreenHead } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { type BoardFilter, NO_BOARD_FILTER } from './board-filter';
import { DoubleChecks } from './DoubleChecks';
import { RemoveRoundButton } from './RemoveRoundButton';
import { RoundEvents } from './RoundEvents';
import { RoundStateButton } from './RoundStateButton';
import { RoundSubjects } from './RoundSubjects';
import classes from './Rounds.module.css';
import { RoundTallies } from './RoundTallies';
import { daysText } from './round-words';

const VIEWS = ['board', 'subjects', 'double-checks', 'events'] as const;

/** `#/rounds/ID` and `#/rounds/ID/VIEW`, VIEW one of board, subjects, double-checks, events. */
export function RoundScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const roundId = decodeURIComponent(params.id ?? '');
  const ask = useCallback(() => client.desk.roundBoard({ roundId }), [client, roundId]);
  const { value, error, missing, reload } = useDeskQuery(ask, ({ what }) =>
    ['rounds', 'subjects', 'sessions', 'session'].includes(what),
  );
  const shown = VIEWS.find((view) => view === params.view) ?? 'board';
  return (
    <div className={value && shown === 'subjects' ? screen.filling : screen.screen}>
      {(!value || missing) && <ScreenHead title="检查轮次" />}
      {missing && <NotFound what="检查轮次" back="/rounds" backName="回到轮次列表" />}
      {error && !missing && <Failure message={error} onRetry={() => void reload()} />}
      {!value && !error && <Loading what="轮次" />}
      {value && !missing && <Opened board={value} shown={shown} />}
    </div>
  );
}

function Opened({ board, shown }: { board: RoundBoard; shown: (typeof VIEWS)[number] }) {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const { round, rows } = board;
  const [filter, setFilter] = useKeptState<BoardFilter>(`round.filter.${round.id}`, NO_BOARD_FILTER);
  const today = shanghaiDay(client.now().toISOString());
  const base = `/rounds/${encodeURIComponent(round.id)}`;
  const open = (view: string) => navigate(view === 'board' ? base : `${base}/${view}`, { replace: true });
  const doubleChecks = rows.reduce((sum, row) => sum + row.doubleChecks.length, 0);
  return (
    <>
      <ScreenHead
        title={round.name}
        detail={
          <Text size="sm" c="dimmed" component="div" className={classes.facts}>
            <span>{round.state === 'open' ? '进行中' : '已结束，评分表已封存'}</span>
            <span>{daysText(round.startDay, round.endDay)}</span>
            {round.dueDay && <span>截止日：{round.dueDay}</span>}
            {round.scope?.kind === 'sample' && (
              <span>
                抽样 {round.scope.size} 个，种子“{round.scope.seed}”
              </span>
            )}
          </Text>
        }
        actions={
          <Group gap="xs">
            {round.state === 'open' && (
              <ActionButton icon={IconPencil} onClick={() => navigate(`${base}/edit`)}>
                轮次设置
              </ActionButton>
            )}
            {round.state === 'open' && rows.every(({ session }) => session === undefined) && (
              <RemoveRoundButton board={board} />
            )}
            <RoundStateButton board={board} />
          </Group>
        }
      />
      <Tabs value={shown} onChange={(view) => open(view ?? 'board')} keepMounted={false}>
        <Tabs.List aria-label="轮次的各部分">
          <Tabs.Tab value="board">进度</Tabs.Tab>
          <Tabs.Tab value="subjects">检查对象（{rows.length}）</Tabs.Tab>
          <Tabs.Tab value="double-checks">复核（{doubleChecks}）</Tabs.Tab>
          <Tabs.Tab value="events">操作记录</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {shown === 'board' && (
        <RoundTallies
          board={board}
          today={today}
          onShow={(part) => {
            setFilter({ ...NO_BOARD_FILTER, ...part });
            open('subjects');
          }}
        />
      )}
      {shown === 'subjects' && (
        <RoundSubjects board={board} today={today} filter={filter} onFilter={setFilter} />
      )}
      {shown === 'double-checks' && <DoubleChecks board={board} />}
      {shown === 'events' && <RoundEvents roundId={round.id} />}
    </>
  );
}
