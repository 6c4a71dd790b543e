// The numbers of a round: averages and changes per group, distribution, problems, and the history of a unit.
import { Alert, Button, NativeSelect, Paper, Text, Title } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { Round } from '@/lib/model/round';
import type { RoundBook } from '@/lib/model/round-book';
import type { RoundNumbers, ScopeNumbers } from '@/lib/model/round-numbers';
import { SUBJECT_WORD } from '@/lib/report/words';
import { numberDefinitions } from '@/lib/rounds/number-definitions';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { roundNumbers } from '@/lib/rounds/round-numbers';
import { unitOf } from '@/lib/rounds/unit-history';
import { namesInOrder } from '@/lib/text/order';
import { ActionButton } from '../shell/ActionButton';
import { RoundChooser } from '../shell/RoundChooser';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { returnFocus } from '../shell/use-returned-focus';
import type { Behind, OpenBehind } from './behind';
import { Definitions } from './Definitions';
import classes from './numbers.module.css';
import { ScopeCard } from './ScopeCard';
import { ScopeDetails } from './ScopeDetails';
import { SheetsDialog } from './SheetsDialog';
import { UnitHistoryPart } from './UnitHistoryPart';

/** Changes after which the numbers may be others. */
const CONCERNS = ['session', 'sessions', 'subjects'];

/** `#/numbers` leads to the newest round, `#/rounds/ID/numbers` shows one. */
export function NumbersScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const roundId = params.id === undefined ? undefined : decodeURIComponent(params.id);
  const ask = useCallback(() => client.desk.listRounds({}), [client]);
  const { value: rounds, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const newest = rounds?.[0];
  if (roundId === undefined && newest) return <Redirect to={addressOf(newest.id)} replace />;
  const round = rounds?.find(({ id }) => id === roundId);
  return (
    <div className={classes.screen}>
      <ScreenHead
        title={round ? `统计：${round.name}` : '统计'}
        detail={round && rounds && <RoundFacts round={round} rounds={rounds} />}
        actions={
          round && (
            <ActionButton icon={IconPrinter} onClick={() => window.print()}>
              打印
            </ActionButton>
          )
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rounds && !error && <Loading what="检查轮次" />}
      {rounds?.length === 0 && (
        <Empty title="还没有检查轮次">
          <p>
            <Link href="/rounds/new">新建轮次</Link>或者开始第一次检查后，这里按轮次汇总各分组的得分和问题。
          </p>
        </Empty>
      )}
      {rounds && rounds.length > 0 && (
        <RoundChooser
          rounds={rounds}
          round={round}
          missing={roundId !== undefined && !round}
          className={classes.round}
          onChoose={(id) => navigate(addressOf(id))}
        />
      )}
      {round && <Numbers key={round.id} round={round} />}
    </div>
  );
}

function RoundFacts({ round, rounds }: { round: Round; rounds: readonly Round[] }) {
  const previous = rounds.find(({ id }) => id === round.previousId);
  return (
    <Text size="sm" c="dimmed">
      {round.state === 'closed' ? '已结束，按结束时冻结的评分表统计' : '未结束，数字随检查进展变化'}；
      {previous ? `与“${previous.name}”比较` : '没有上一轮次，不作比较'}
    </Text>
  );
}

function Numbers({ round }: { round: Round }) {
  const client = useDeskClient();
  const ask = useCallback(async () => {
    const book = await client.desk.roundBook({ roundId: round.id });
    // A previous round that was removed since leaves nothing to compare with.
    const known = (await client.desk.listRounds({})).some(({ id }) => id === book.round.previousId);
    const previousId = known ? book.round.previousId : undefined;
    const previous = previousId ? await client.desk.roundBook({ roundId: previousId }) : undefined;
    return { book, numbers: roundNumbers(book, previous) };
  }, [client, round.id]);
  const { value, error, loading, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const stale = useStale(value);
  const [behind, setBehind] = useState<Behind>();
  const [opened, setOpened] = useState(false);
  const opener = useRef<Element>(null);
  const open = useCallback((chosen: Behind) => {
    opener.current = document.activeElement;
    setBehind(chosen);
    setOpened(true);
  }, []);
  if (error && !value) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="本轮次的评分表" />;
  return (
    <>
      {stale && (
        <Alert role="status" color="blue" className={classes.stale} title="检查结果有更新">
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={loading}
            onClick={() => void reload()}
          >
            重新统计
          </Button>
        </Alert>
      )}
      <Shown book={value.book} numbers={value.numbers} onOpen={open} />
      <SheetsDialog
        behind={behind}
        opened={opened}
        entries={value.book.entries}
        onClose={() => setOpened(false)}
        onClosed={() => returnFocus(opener.current)}
      />
    </>
  );
}

/** true once something changed since `value` was read: reading anew after every tick would never come to rest. */
function useStale(value: unknown): boolean {
  const client = useDeskClient();
  const [stale, setStale] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a fresh value is what makes it fresh again.
  useEffect(() => setStale(false), [value]);
  useEffect(() => client.onDeskChange(({ what }) => CONCERNS.includes(what) && setStale(true)), [client]);
  return stale;
}

function Shown({ book, numbers, onOpen }: { book: RoundBook; numbers: RoundNumbers; onOpen: OpenBehind }) {
  const entryOf = useMemo(() => new Map(book.entries.map((entry) => [entry.subject.id, entry])), [book]);
  const units = useMemo(() => namesInOrder(book.entries.map(({ subject }) => unitOf(subject))), [book]);
  if (numbers.scopes.length === 0) {
    return (
      <Empty title="本轮次还没有检查对象">
        <p>把台账中的对象列入本轮次，或在本轮次中开始一次检查，这里就有数字。</p>
      </Empty>
    );
  }
  return (
    <>
      {(['website', 'new-media'] as const).map((kind) => {
        const scopes = numbers.scopes.filter((scope) => scope.kind === kind);
        return (
          scopes.length > 0 && (
            <KindSection
              key={kind}
              title={SUBJECT_WORD[kind]}
              scopes={scopes}
              {...{ numbers, entryOf, onOpen }}
            />
          )
        );
      })}
      <Paper withBorder p="md" component="section" aria-label="单位历次结果">
        <Title order={2} size="h4" mb="sm">
          单位历次结果
        </Title>
        <UnitHistoryPart units={units} />
      </Paper>
      <Definitions definitions={numberDefinitions} />
    </>
  );
}

function KindSection({
  title,
  scopes,
  numbers,
  entryOf,
  onOpen,
}: {
  title: string;
  scopes: readonly ScopeNumbers[];
  numbers: RoundNumbers;
  entryOf: ReadonlyMap<string, RoundBook['entries'][number]>;
  onOpen: OpenBehind;
}) {
  const [group, setGroup] = useState<ScopeNumbers['group']>('all');
  const shown = scopes.find((scope) => scope.group === group) ?? scopes[0];
  // One group alone says the same as all together.
  const cards = scopes.length === 2 ? scopes.slice(1) : [...scopes.slice(1), ...scopes.slice(0, 1)];
  return (
    <section aria-label={title} className={classes.kind}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <div className={classes.cards}>
        {cards.map((scope) => (
          <ScopeCard key={scope.group} scope={scope} previous={numbers.previous} onOpen={onOpen} />
        ))}
      </div>
      {scopes.length > 2 && (
        <NativeSelect
          label={`${title}：以下按哪个分组`}
          className={classes.round}
          value={shown?.group}
          onChange={(event) => setGroup(event.currentTarget.value as ScopeNumbers['group'])}
          data={scopes.map((scope) => ({ value: scope.group, label: NUMBERS_GROUP_WORD[scope.group] }))}
        />
      )}
      {shown && <ScopeDetails key={shown.group} scope={shown} entryOf={entryOf} onOpen={onOpen} />}
    </section>
  );
}

function addressOf(roundId: string): string {
  return `/rounds/${encodeURIComponent(roundId)}/numbers`;
}
