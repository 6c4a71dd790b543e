// The numbers of the messages: cards, charts with their tables, overdue ones; every number shows its messages below.
import { Card, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { AnswerState, CitizenNumbers } from '@/lib/model/citizen-numbers';
import { ANSWER_WORD } from '@/lib/rounds/citizen-definitions';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';
import { CountBars } from '../numbers/CountBars';
import numbersClasses from '../numbers/numbers.module.css';
import { DataTable } from '../shell/DataTable';
import classes from './citizen.module.css';

/** Bars drawn; the table holds all units. */
const MOST_BARS = 10;

/** Opens the messages behind a number. */
export type OpenReports = (title: string, numbers: readonly string[]) => void;

export function CitizenSummary({
  numbers,
  rows,
  onOpen,
}: {
  numbers: CitizenNumbers;
  rows: readonly CitizenRow[];
  onOpen: OpenReports;
}) {
  const { top, onTime, states } = numbers;
  const ofTop = numbers.units.slice(0, top.units.length).flatMap((unit) => unit.numbers);
  return (
    <>
      <section aria-label="总体情况" className={numbersClasses.cards}>
        <Figure name="留言总数" value={`${numbers.total}`}>
          {numbers.groups.map(({ group, units, numbers: some }) => (
            <Line key={group} name={`${NUMBERS_GROUP_WORD[group]}（${units.length} 家单位）`}>
              <Count title={`${NUMBERS_GROUP_WORD[group]}的留言`} numbers={some} onOpen={onOpen} />
            </Line>
          ))}
          {numbers.withoutUnit.length > 0 && (
            <Line name="其中未写单位">
              <Count title="未写单位的留言" numbers={numbers.withoutUnit} onOpen={onOpen} />
            </Line>
          )}
        </Figure>
        <Figure name={`前 ${top.units.length} 家单位占比`} value={top.share.text ?? '—'}>
          <Line name="留言数">
            <Count title={`前 ${top.units.length} 家单位的留言`} numbers={ofTop} onOpen={onOpen} />
          </Line>
          <Text size="xs" mt={4}>
            {top.units.join('、')}
            {top.tied.length > 0 && `；与末位并列的还有：${top.tied.join('、')}`}
          </Text>
        </Figure>
        <Figure name="按期办结率" value={onTime.text ?? '—'}>
          {(Object.keys(ANSWER_WORD) as AnswerState[])
            .filter((state) => states[state].length > 0)
            .map((state) => (
              <Line key={state} name={ANSWER_WORD[state]}>
                <Count title={ANSWER_WORD[state]} numbers={states[state]} onOpen={onOpen} />
              </Line>
            ))}
        </Figure>
      </section>
      <Part title="按单位">
        <CountBars
          rows={numbers.units.slice(0, MOST_BARS).map(({ unit, numbers: some }) => ({
            name: unit,
            count: some.length,
          }))}
        />
        <CountTable
          label="按单位"
          first="单位"
          rows={numbers.units.map((one) => ({
            key: one.unit,
            name: one.unit,
            numbers: one.numbers,
            cells: [NUMBERS_GROUP_WORD[one.group ?? 'none'], one.share.text ?? '—', one.onTime.text ?? '—'],
          }))}
          others={['分组', '占比', '按期办结率']}
          onOpen={onOpen}
        />
      </Part>
      <Part title="按问题类型">
        <CountBars
          rows={numbers.kinds.slice(0, MOST_BARS).map(({ kind, numbers: some }) => ({
            name: kind || '未注明',
            count: some.length,
          }))}
        />
        <CountTable
          label="按问题类型"
          first="问题类型"
          rows={numbers.kinds.map((one) => ({
            key: one.kind,
            name: one.kind || '未注明',
            numbers: one.numbers,
            cells: [one.share.text ?? '—'],
          }))}
          others={['占比']}
          onOpen={onOpen}
        />
      </Part>
      <Overdue numbers={numbers} rows={rows} onOpen={onOpen} />
    </>
  );
}

function Overdue({
  numbers: { overdue, day },
  rows,
  onOpen,
}: {
  numbers: CitizenNumbers;
  rows: readonly CitizenRow[];
  onOpen: OpenReports;
}) {
  const byNumber = new Map(rows.map((row) => [row.report.number, row]));
  return (
    <section aria-label="超期未办结" className={numbersClasses.part}>
      <Title order={2} size="h4" mb="xs">
        超期未办结（{overdue.length}）
      </Title>
      {overdue.length === 0 ? (
        <Text size="sm">截至 {day}，没有超期未办结的留言。</Text>
      ) : (
        <DataTable
          label="超期未办结的留言"
          minWidth={520}
          columns={['留言编号', '单位', '问题类型', '办结期限', { name: '超期天数', right: true }]}
        >
          {overdue.map(({ number, dueDay, days }) => (
            <Table.Tr key={number}>
              <Table.Th scope="row" fw={400}>
                <button
                  type="button"
                  className={numbersClasses.number}
                  onClick={() => onOpen(`留言 ${number}`, [number])}
                >
                  {number}
                </button>
              </Table.Th>
              <Table.Td>{byNumber.get(number)?.unit || '未写单位'}</Table.Td>
              <Table.Td>{byNumber.get(number)?.report.kind || '未注明'}</Table.Td>
              <Table.Td>{dueDay}</Table.Td>
              <Table.Td ta="right">{days}</Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      )}
    </section>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <Card withBorder padding="sm" className={numbersClasses.card} component="section" aria-label={name}>
      <Title order={2} size="h5">
        {name}
      </Title>
      <div className={numbersClasses.average}>{value}</div>
      <div className={numbersClasses.counts}>{children}</div>
    </Card>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <span>{name}</span>
      {children}
    </div>
  );
}

function Count({
  title,
  numbers,
  onOpen,
}: {
  title: string;
  numbers: readonly string[];
  onOpen: OpenReports;
}) {
  return (
    <button
      type="button"
      className={numbersClasses.number}
      title="在下面的列表中查看"
      onClick={() => onOpen(title, numbers)}
    >
      {numbers.length}
      <span className={numbersClasses.hidden}>（{title}，在列表中查看）</span>
    </button>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className={numbersClasses.part}>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <div className={numbersClasses.pair}>{children}</div>
    </section>
  );
}

function CountTable({
  label,
  first,
  others,
  rows,
  onOpen,
}: {
  label: string;
  first: string;
  others: readonly string[];
  rows: readonly { key: string; name: string; numbers: readonly string[]; cells: readonly string[] }[];
  onOpen: OpenReports;
}) {
  return (
    <DataTable
      label={label}
      minWidth={others.length > 1 ? 480 : 280}
      columns={[
        first,
        { name: '留言数', right: true, short: true },
        ...others.map((name) => ({ name, short: true as const })),
      ]}
    >
      {rows.map(({ key, name, numbers, cells }) => (
        <Table.Tr key={key}>
          <Table.Th scope="row" fw={400}>
            {name}
          </Table.Th>
          <Table.Td ta="right">
            <Count title={name} numbers={numbers} onOpen={onOpen} />
          </Table.Td>
          {cells.map((text, index) => (
            <Table.Td key={others[index]} className={classes.short}>
              {text}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </DataTable>
  );
}
