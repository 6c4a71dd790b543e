// The fast lane: one account after the other with three keys each, every step stored before it is shown as done.
import { Button, Group, Kbd, NativeSelect, Progress, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import type { LaneAccount, RoundAccount } from '@/lib/desk/calls/media';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { namesInOrder } from '@/lib/text/order';
import { PLATFORM_WORD } from '@/lib/text/subject-words';
import { SearchField } from '../list/SearchField';
import { useNotices } from '../shell/notices';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { LaneCard } from './LaneCard';
import { LaneList } from './LaneList';
import { currentIndex, INSPECTOR, type LaneFilter, NO_LANE_FILTER, shownAccounts } from './lane-filter';
import classes from './MediaScreen.module.css';
import { LANE_KEYS, useLaneKeys } from './use-lane-keys';

export function LaneView({ roundId }: { roundId: string }) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.mediaLane({ roundId }), [client, roundId]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) =>
    ['sessions', 'session', 'subjects', 'rounds'].includes(what),
  );
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="账号列表" />;
  if (value.accounts.length === 0)
    return (
      <Empty title="本轮次没有政务新媒体账号">
        <p>请先导入台账，或将账号纳入本轮次。</p>
      </Empty>
    );
  return (
    <Lane key={roundId} roundId={roundId} accounts={value.accounts} closed={value.round.state === 'closed'} />
  );
}

function Lane({ roundId, accounts, closed }: { roundId: string; accounts: RoundAccount[]; closed: boolean }) {
  const client = useDeskClient();
  const { settings } = useSettings();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const [filter, setFilter] = useKeptState<LaneFilter>('media.lane.filter', NO_LANE_FILTER);
  const [wanted, setWanted] = useKeptState<string | undefined>(`media.lane.at.${roundId}`, undefined);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState('');
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const shown = useMemo(() => shownAccounts(accounts, filter, kept), [accounts, filter, kept]);
  const index = currentIndex(shown, wanted);
  const current = shown[index];
  const subjectId = current?.subject.id;
  const askCard = useCallback(
    () => client.desk.laneAccount({ roundId, subjectId: subjectId ?? '' }),
    [client, roundId, subjectId],
  );
  const card = useDeskQuery<LaneAccount>(subjectId === undefined ? undefined : askCard, ({ what }) =>
    ['sessions', 'session', 'runs', 'reposts', 'subjects'].includes(what),
  );
  const finished = shown.filter(({ state }) => state === 'finished').length;

  /** One after the other, so that fast keys never overtake each other; said to be done only when it is stored. */
  const attempt = (text: string, act: () => Promise<string | undefined>) => {
    queue.current = queue.current.then(async () => {
      setSaving(`正在保存：${text}…`);
      try {
        setSaving((await act()) ?? '');
      } catch (failure) {
        setSaving('');
        notices.failed(failure);
      }
    });
  };
  const by = settings.inspector.trim();
  const named = () => {
    if (by !== '') return true;
    notices.failed(new Error('请先在“设置”中填写检查员姓名，再开始快速检查。'));
    return false;
  };
  const move = (step: number) => {
    const to = shown[Math.min(shown.length - 1, Math.max(0, index + step))];
    if (to) setWanted(to.subject.id);
  };
  const sessionFor = async (subject: RoundAccount['subject']) => {
    const known = accounts.find((one) => one.subject.id === subject.id)?.sessionId;
    if (known) return known;
    const { set, session } = await client.desk.laneAccount({ roundId, subjectId: subject.id });
    if (session) return session.id;
    const made = await client.desk.startSession({
      subject: { id: subject.id },
      roundId,
      setId: set.id,
      inspector: by,
    });
    return made.id;
  };
  const open = () => {
    if (!current) return;
    if (!current.subject.url)
      return notices.failed(new Error('该账号没有登记网页地址，请在手机或平台上查看。'));
    client.openBeside(current.subject.url).catch(notices.failed);
  };
  const pass = () => {
    if (!current || !named()) return;
    const { id, name } = current.subject;
    setWanted(id);
    setKept((now) => new Set(now).add(id));
    attempt(name, async () => {
      await client.desk.passAccount({ roundId, subjectId: id, by });
      return `已保存：${name} 检查完成`;
    });
  };
  const undo = () => {
    if (!current || !named()) return;
    const { id, name } = current.subject;
    attempt(name, async () => {
      const now = await client.desk.laneAccount({ roundId, subjectId: id });
      if (!now.session || !now.undo) {
        throw new Error(
          now.session?.state === 'finished'
            ? `“${name}”不是由快速检查完成的，如需修改，请进入检查详情重新打开。`
            : `“${name}”没有可以撤销的操作。`,
        );
      }
      const sessionId = now.session.id;
      if (now.undo === 'pass') await client.desk.takeBackPass({ sessionId, by });
      else await client.desk.undo({ sessionId, by });
      return `已撤销：${name}`;
    });
  };
  const problem = () => {
    if (!current || !named()) return;
    const { subject } = current;
    attempt(subject.name, async () => {
      const id = await sessionFor(subject);
      navigate(`/sessions/${encodeURIComponent(id)}/account`);
      return undefined;
    });
  };
  useLaneKeys({ open, pass, undo, problem, next: () => move(1), previous: () => move(-1) });
  const change = (part: Partial<LaneFilter>) => {
    setKept(new Set());
    setFilter({ ...filter, ...part });
  };

  return (
    <>
      <LaneFilters accounts={accounts} filter={filter} onChange={change} />
      <Group gap="sm" className={classes.progress}>
        <Text size="sm" role="status">
          已完成 {finished} / {shown.length}
          {saving !== '' && `　${saving}`}
        </Text>
        <Progress
          value={shown.length === 0 ? 0 : (finished / shown.length) * 100}
          className={classes.bar}
          aria-label="所列账号的完成进度"
        />
      </Group>
      <Text size="sm" c="dimmed" component="div" className={classes.keys}>
        {LANE_KEYS.map(({ shown: key, does }) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {does}
          </span>
        ))}
      </Text>
      {closed && <Text size="sm">本轮次已结束，只能查看。</Text>}
      {shown.length === 0 && (
        <Empty title="没有符合条件的账号">
          <Button variant="default" mt="sm" onClick={() => change(NO_LANE_FILTER)}>
            清除筛选
          </Button>
        </Empty>
      )}
      {current && (
        <div className={classes.lane}>
          <LaneList accounts={shown} index={index} onChoose={setWanted} />
          <LaneCard
            key={current.subject.id}
            account={current}
            detail={card.value?.subject.id === subjectId ? card.value : undefined}
            error={card.error}
            closed={closed}
            onOpen={open}
            onPass={pass}
            onUndo={undo}
            onProblem={problem}
            onEdit={(edit) =>
              named() &&
              attempt(current.subject.name, async () => {
                const sessionId = await sessionFor(current.subject);
                await client.desk.setVerdicts({ sessionId, by, edits: [edit] });
                return '已保存';
              })
            }
          />
        </div>
      )}
      <Text size="sm" c="dimmed">
        “其余均合格”只认定尚未认定的评分点；非移动客户端的账号，移动客户端评分点记为不适用；还有待处理的建议时不能直接完成。
      </Text>
    </>
  );
}

function LaneFilters({
  accounts,
  filter,
  onChange,
}: {
  accounts: readonly RoundAccount[];
  filter: LaneFilter;
  onChange: (part: Partial<LaneFilter>) => void;
}) {
  const options = useMemo(() => {
    const all = (values: Iterable<string>) => [...new Set(values)];
    return {
      groups: all(accounts.map(({ subject }) => subject.group ?? 'none')),
      platforms: all(accounts.map(({ subject }) => subject.platform ?? 'other')),
      inspectors: namesInOrder(accounts.map(({ inspector }) => inspector)),
    };
  }, [accounts]);
  return (
    <Group role="search" aria-label="筛选账号" align="end" gap="sm">
      <SearchField searched="名称、单位、账号" value={filter.text} onChange={(text) => onChange({ text })} />
      <NativeSelect
        label="分组"
        value={filter.group}
        onChange={(event) => onChange({ group: event.currentTarget.value })}
        data={[
          { value: '', label: '全部分组' },
          ...options.groups.map((value) => ({
            value,
            label: NUMBERS_GROUP_WORD[value as keyof typeof NUMBERS_GROUP_WORD],
          })),
        ]}
      />
      <NativeSelect
        label="平台"
        value={filter.platform}
        onChange={(event) => onChange({ platform: event.currentTarget.value })}
        data={[
          { value: '', label: '全部平台' },
          ...options.platforms.map((value) => ({
            value,
            label: PLATFORM_WORD[value as keyof typeof PLATFORM_WORD],
          })),
        ]}
      />
      <NativeSelect
        label="检查员"
        value={filter.inspector}
        onChange={(event) => onChange({ inspector: event.currentTarget.value })}
        data={[
          { value: '', label: '全部检查员' },
          { value: 'nobody', label: '未分配' },
          ...options.inspectors.map((name) => ({ value: INSPECTOR + name, label: name })),
        ]}
      />
      <NativeSelect
        label="状态"
        value={filter.state}
        onChange={(event) => onChange({ state: event.currentTarget.value as LaneFilter['state'] })}
        data={[
          { value: '', label: '全部状态' },
          { value: 'todo', label: '未完成' },
          { value: 'finished', label: '已完成' },
        ]}
      />
    </Group>
  );
}
