// Bulletin and papers of a round: wording with placeholders, a live preview, and the files.
import { Text } from '@mantine/core';
import { useCallback } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { Round } from '@/lib/model/round';
import { RoundChooser } from '../shell/RoundChooser';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { PapersOfRound } from './PapersOfRound';
import classes from './papers.module.css';

/** `#/papers` leads to the newest round, `#/rounds/ID/papers` shows one. */
export function PapersScreen({ params }: { params: Record<string, string | undefined> }) {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const roundId = params.id === undefined ? undefined : decodeURIComponent(params.id);
  const ask = useCallback(() => client.desk.listRounds({}), [client]);
  const { value: rounds, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const newest = rounds?.[0];
  if (roundId === undefined && newest) return <Redirect to={addressOf(newest.id)} replace />;
  const round = rounds?.find(({ id }) => id === roundId);
  return (
    <div className={screen.screen}>
      <ScreenHead
        title="通报与文书"
        detail={
          <Text size="sm" c="dimmed">
            数字取自所选轮次已完成的检查；还没有的内容标为“【待补：…】”，须由人核对的标为“【待核：…】”。
          </Text>
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rounds && !error && <Loading what="检查轮次" />}
      {rounds?.length === 0 && (
        <Empty title="还没有检查轮次">
          <p>
            <Link href="/rounds/new">新建轮次</Link>
            或者开始第一次检查后，这里可以生成通报、整改通知和自查情况。
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
      {round && <Books key={round.id} round={round} />}
    </div>
  );
}

function Books({ round }: { round: Round }) {
  const client = useDeskClient();
  const ask = useCallback(async () => {
    const book = await client.desk.roundBook({ roundId: round.id });
    const rounds = await client.desk.listRounds({});
    const previousId = rounds.find(({ id }) => id === book.round.previousId)?.id;
    const previous = previousId ? await client.desk.roundBook({ roundId: previousId }) : undefined;
    return { book, previous };
  }, [client, round.id]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  if (error && !value) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="本轮次的检查结果" />;
  return <PapersOfRound book={value.book} previous={value.previous} onRefresh={reload} />;
}

function addressOf(roundId: string): string {
  return `/rounds/${encodeURIComponent(roundId)}/papers`;
}
