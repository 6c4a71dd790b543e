// One unit over the rounds: a line of averages, and the table it is drawn from.
import { Select, Table, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { Link } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { HistoryEntry, UnitHistory } from '@/lib/model/round-numbers';
import { RESULT_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import { DataTable } from '../shell/DataTable';
import { Failure, Loading } from '../shell/screen-states';
import classes from './numbers.module.css';

/** Subjects of one round that are listed by name; a unit may have dozens of accounts. */
const LISTED = 6;

/** @param units names to choose from, sorted */
export function UnitHistoryPart({ units }: { units: readonly string[] }) {
  const client = useDeskClient();
  const [unit, setUnit] = useState<string | null>(null);
  const ask = useCallback(() => client.desk.unitHistory({ unit: unit ?? '' }), [client, unit]);
  const { value, error, reload } = useDeskQuery(
    unit === null ? undefined : ask,
    ({ what }) => what === 'rounds',
  );
  return (
    <>
      <Select
        label="单位"
        placeholder="选择或输入单位名称"
        searchable
        clearable
        limit={60}
        nothingFoundMessage="没有这个单位"
        data={[...units]}
        value={unit}
        onChange={setUnit}
        className={classes.unit}
      />
      {unit !== null && error && <Failure message={error} onRetry={() => void reload()} />}
      {unit !== null && !value && !error && <Loading what="历次结果" />}
      {unit !== null && value && <History history={value} />}
    </>
  );
}

function History({ history: { rounds, unit } }: { history: UnitHistory }) {
  if (rounds.length === 0) return <Text size="sm">没有该单位的检查记录。</Text>;
  const data = rounds.map(({ roundName, websiteAverage, newMediaAverage }) => ({
    round: roundName,
    website: websiteAverage === null ? null : websiteAverage / 100,
    media: newMediaAverage === null ? null : newMediaAverage / 100,
  }));
  return (
    <>
      {rounds.length > 1 && (
        <div className={classes.chart} aria-hidden>
          <ResponsiveContainer width="100%" height={240} minWidth={200}>
            <LineChart
              data={data}
              accessibilityLayer={false}
              margin={{ top: 12, right: 24, bottom: 4, left: 0 }}
            >
              <CartesianGrid stroke="var(--chart-axis)" strokeOpacity={0.35} vertical={false} />
              <XAxis
                dataKey="round"
                padding={{ left: 28, right: 28 }}
                tick={{ fill: 'var(--chart-text)', fontSize: 12 }}
                stroke="var(--chart-axis)"
              />
              <YAxis
                width={48}
                domain={['auto', 'auto']}
                tick={{ fill: 'var(--chart-text)', fontSize: 12 }}
                stroke="var(--chart-axis)"
              />
              <Legend />
              <Line
                name="政府网站平均分"
                dataKey="website"
                stroke="var(--chart-first)"
                strokeWidth={2}
                isAnimationActive={false}
                label={{ position: 'top', fill: 'var(--chart-text)', fontSize: 12 }}
              />
              <Line
                name="政务新媒体平均分"
                dataKey="media"
                stroke="var(--chart-second)"
                strokeWidth={2}
                strokeDasharray="6 4"
                isAnimationActive={false}
                label={{ position: 'bottom', fill: 'var(--chart-text)', fontSize: 12 }}
              />
            </LineChart>
          </ResponsiveContainer>
        </div>
      )}
      <DataTable
        label={`${unit}历次结果`}
        minWidth={560}
        columns={[
          '轮次',
          { name: '网站平均分', right: true },
          { name: '新媒体平均分', right: true },
          { name: '不合格', right: true },
          { name: '问题项', right: true },
          '评分表',
        ]}
      >
        {rounds.map((round) => (
          <Table.Tr key={round.roundId}>
            <Table.Th scope="row" fw={500}>
              {round.roundName}
              {!round.closed && '（未结束）'}
            </Table.Th>
            <Table.Td ta="right">{averageText(round.websiteAverage)}</Table.Td>
            <Table.Td ta="right">{averageText(round.newMediaAverage)}</Table.Td>
            <Table.Td ta="right">{round.unqualified}</Table.Td>
            <Table.Td ta="right">{round.problems}</Table.Td>
            <Table.Td>
              <Entries entries={round.entries} />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </>
  );
}

function Entries({ entries }: { entries: readonly HistoryEntry[] }) {
  const [all, setAll] = useState(false);
  const left = entries.length - LISTED;
  return (
    <ul className={classes.plainList}>
      {(all ? entries : entries.slice(0, LISTED)).map((entry) => (
        <li key={entry.subjectId}>
          {entry.sessionId ? (
            <Link href={`/sessions/${encodeURIComponent(entry.sessionId)}`}>{entry.name}</Link>
          ) : (
            entry.name
          )}
          ：{outcomeText(entry)}
        </li>
      ))}
      {left > 0 && (
        <li>
          <button type="button" className={classes.number} onClick={() => setAll(!all)}>
            {all ? '收起' : `另有 ${left} 个`}
          </button>
        </li>
      )}
    </ul>
  );
}

function outcomeText({ state, total, result }: HistoryEntry): string {
  if (state === 'absent') return '未检';
  if (state === 'unfinished') return '未完成，不计入';
  const score = total === null ? '不计分' : `${formatPoints(total)}分`;
  return result ? `${score}，${RESULT_WORD[result]}` : score;
}

function averageText(points: number | null): string {
  return points === null ? '—' : formatPoints(points);
}
