// New media: the fast lane through the round's accounts, and the table of what they had to repost.
import { NativeSelect, Tabs } from '@mantine/core';
import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { LaneView } from './LaneView';
import classes from './MediaScreen.module.css';
import { RepostsView } from './RepostsView';

/** `#/media` and `#/media/reposts`. */
export function MediaScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const ask = useCallback(() => client.desk.listRounds({}), [client]);
  const { value: rounds, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const [chosen, setChosen] = useKeptState<string | undefined>('media.round', undefined);
  const round =
    rounds?.find(({ id }) => id === chosen) ?? rounds?.find(({ state }) => state === 'open') ?? rounds?.[0];
  const view = params.view === 'reposts' ? 'reposts' : 'lane';
  return (
    <div className={screen.screen}>
      <ScreenHead
        title="新媒体"
        actions={
          rounds &&
          rounds.length > 0 && (
            <NativeSelect
              aria-label="检查轮次"
              value={round?.id ?? ''}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={rounds.map(({ id, name, state }) => ({
                value: id,
                label: state === 'closed' ? `${name}（已结束）` : name,
              }))}
            />
          )
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rounds && !error && <Loading what="检查轮次" />}
      {rounds?.length === 0 && (
        <Empty title="还没有检查轮次">
          <p>
            请先<Link href="/rounds/new">新建轮次</Link>，并将政务新媒体账号纳入其中。
          </p>
        </Empty>
      )}
      {round && (
        <Tabs
          value={view}
          onChange={(name) => navigate(name === 'reposts' ? '/media/reposts' : '/media', { replace: true })}
          keepMounted={false}
        >
          <Tabs.List aria-label="新媒体检查的各部分">
            <Tabs.Tab value="lane">快速检查</Tabs.Tab>
            <Tabs.Tab value="reposts">转载</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="lane" pt="md">
            <div className={classes.panel}>
              <LaneView roundId={round.id} />
            </div>
          </Tabs.Panel>
          <Tabs.Panel value="reposts" pt="md">
            <div className={classes.panel}>
              <RepostsView key={round.id} roundId={round.id} />
            </div>
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  );
}
