// What accounts did about the information that they had to repost: items, grid, and the count of what was missed.
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import type { DeskInput, DeskOutput } from '@/lib/desk/protocol';
import { countReposts } from '@/lib/rounds/reposts';
import { useNotices } from '../shell/notices';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { NO_LANE_FILTER, shownAccounts } from './lane-filter';
import { RepostGrid, type Tick } from './RepostGrid';
import { RepostItems } from './RepostItems';

type Ticks = DeskInput<'setReposts'>['ticks'];

export function RepostsView({ roundId }: { roundId: string }) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.repostTable({ roundId }), [client, roundId]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) =>
    ['reposts', 'subjects', 'rounds'].includes(what),
  );
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="转载情况" />;
  return <Table roundId={roundId} table={value} />;
}

function Table({ roundId, table }: { roundId: string; table: DeskOutput<'repostTable'> }) {
  const { desk } = useDeskClient();
  const { settings } = useSettings();
  const notices = useNotices();
  const [text, setText] = useState('');
  const [itemId, setItemId] = useState('');
  const [saving, setSaving] = useState(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const steps = useRef<Ticks[]>([]);
  const [undoable, setUndoable] = useState(0);
  const { items, accounts, reposts } = table;
  const locked = table.round.state === 'closed';
  const shown = useMemo(() => shownAccounts(accounts, { ...NO_LANE_FILTER, text }), [accounts, text]);
  const ticks = useMemo(
    () => new Map(reposts.map((one) => [`${one.itemId}\n${one.subjectId}`, one.state])),
    [reposts],
  );
  const tally = useMemo(
    () =>
      countReposts(
        items,
        reposts,
        accounts.map(({ subject }) => subject.id),
      ),
    [items, reposts, accounts],
  );
  const tickOf = (item: string, subject: string): Tick => ticks.get(`${item}\n${subject}`) ?? null;

  /** One after the other; shown once stored. */
  const store = (wanted: () => Ticks | undefined, undoing: boolean) => {
    queue.current = queue.current.then(async () => {
      const list = wanted();
      if (!list || list.length === 0) return;
      setSaving(true);
      try {
        const before = await desk.setReposts({ roundId, by: settings.inspector, ticks: list });
        if (undoing) steps.current.pop();
        else steps.current.push(before);
        setUndoable(steps.current.length);
      } catch (failure) {
        notices.failed(failure);
      }
      setSaving(false);
    });
  };
  const undo = () => store(() => steps.current.at(-1), true);
  const { total } = tally;
  const item = items.find(({ id }) => id === itemId) ?? items[0];
  return (
    <>
      <RepostItems roundId={roundId} items={items} locked={locked} />
      {items.length === 0 && (
        <Empty title="还没有要求转载的重要信息">
          <p>请先添加上级要求转载的重要信息，再逐个账号核对。</p>
        </Empty>
      )}
      {items.length > 0 && accounts.length === 0 && (
        <Empty title="本轮次没有政务新媒体账号">
          <p>请先导入台账，或将账号纳入本轮次。</p>
        </Empty>
      )}
      {items.length > 0 && accounts.length > 0 && (
        <>
          <Text size="sm" role="status">
            {accounts.length} 个账号 × {items.length} 条：已转 {total.done}，迟转 {total.late}，漏转{' '}
            {total.missed}（涉及 {tally.accountsMissing} 个账号），不涉及 {total.na}，未核对 {total.open}。
            {saving ? '正在保存…' : ''}
          </Text>
          <Group gap="sm" align="end">
            <TextInput
              type="search"
              label="搜索账号"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <NativeSelect
              label="成批登记的信息"
              value={item?.id ?? ''}
              onChange={(event) => setItemId(event.currentTarget.value)}
              data={items.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Button
              variant="default"
              disabled={locked}
              onClick={() =>
                item &&
                store(
                  () =>
                    shown
                      .filter(({ subject }) => tickOf(item.id, subject.id) === null)
                      .map(({ subject }) => ({ itemId: item.id, subjectId: subject.id, state: 'done' })),
                  false,
                )
              }
            >
              所列账号中未核对的记为已转
            </Button>
            <Button variant="default" disabled={undoable === 0 || locked} onClick={undo}>
              撤销（U）
            </Button>
          </Group>
          <RepostGrid
            items={items}
            accounts={shown}
            tally={tally}
            tickOf={tickOf}
            locked={locked}
            onTick={(one, subjectId, state) => store(() => [{ itemId: one, subjectId, state }], false)}
            onUndo={undo}
          />
          <Text size="sm" c="dimmed">
            方向键移动；1 已转，2 迟转，3 漏转，4 不涉及，0 清除，空格依次切换，U
            撤销。未核对的不计漏转；漏转、迟转各成为该账号检查表中的建议，由检查员认定。
          </Text>
        </>
      )}
    </>
  );
}
