// The blind double checks of a round, and what both inspectors agreed and differed on.
import { Button, Table, Text, Title } from '@mantine/core';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { AgreementSide, BoardRow, DoubleCheck, RoundBoard } from '@/lib/model/round-board';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { STATE_WORD, VERDICT_WORD } from '@/lib/report/words';
import { formatPoints } from '@/lib/scoring/format-points';
import sheet from '../session/SheetView.module.css';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';

export function DoubleChecks({ board }: { board: RoundBoard }) {
  const [shown, setShown] = useState<string>();
  const list = board.rows.flatMap((row) => row.doubleChecks.map((check) => ({ row, check })));
  if (list.length === 0)
    return (
      <Empty title="还没有安排复核">
        <p>在“检查对象”中对已开始的检查点“安排复核”，由另一名检查员从空白开始再查一遍。</p>
      </Empty>
    );
  return (
    <>
      <WideTable label="复核" minWidth={620}>
        <Table withTableBorder className={sheet.table} aria-label="复核">
          <thead>
            <tr>
              <th scope="col">检查对象</th>
              <th scope="col">原检查</th>
              <th scope="col">复核</th>
              <th scope="col" style={{ width: 130 }}>
                结果
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ row, check }) => (
              <Line key={check.id} row={row} check={check} shown={shown === check.id} onShow={setShown} />
            ))}
          </tbody>
        </Table>
      </WideTable>
      {shown !== undefined && <Agreed sessionId={shown} />}
      <Text size="sm" c="dimmed">
        一致率＝认定一致的评分点数÷两人都已认定的评分点数，四舍五入到两位小数。认定相同即为一致；同为“有问题”的，处数和手工分值也须相同。只有一人认定的单独列出，不计入。
      </Text>
    </>
  );
}

function Line(props: {
  row: BoardRow;
  check: DoubleCheck;
  shown: boolean;
  onShow: (id: string | undefined) => void;
}) {
  const { row, check, shown, onShow } = props;
  const { subject, session } = row;
  const ready = session?.state === 'finished' && check.state === 'finished';
  return (
    <tr>
      <th scope="row">{subject.name}</th>
      <td>{session && `${session.inspector || '未填写'}（${STATE_WORD[session.state]}）`}</td>
      <td>
        <Link href={`/sessions/${encodeURIComponent(check.id)}`}>
          {check.inspector}（{STATE_WORD[check.state]}）
        </Link>
        {check.openedBlind && '，已提前查看原检查'}
      </td>
      <td>
        {ready ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={shown}
            aria-label={`${shown ? '收起结果' : '查看结果'}：“${subject.name}”的复核`}
            onClick={() => onShow(shown ? undefined : check.id)}
          >
            {shown ? '收起结果' : '查看结果'}
          </Button>
        ) : (
          '都完成后可看'
        )}
      </td>
    </tr>
  );
}

function Agreed({ sessionId }: { sessionId: string }) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.doubleCheckAgreement({ sessionId }), [client, sessionId]);
  const { value, error, reload } = useDeskQuery(ask, ({ what }) => what === 'sessions');
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="复核结果" />;
  const { subject, first, second, agreement } = value;
  const { compared, agreed, share, differences } = agreement;
  return (
    <section aria-label="复核结果">
      <Title order={2} size="h4" mb="xs">
        {subject.name}：{share === null ? '没有可比较的评分点' : `一致率 ${formatPoints(share)}%`}
      </Title>
      <Text size="sm" mb="xs">
        两人都已认定 {compared} 个评分点，一致 {agreed} 个；差异 {differences.length} 个。
      </Text>
      {second.openedBlind && (
        <Text size="sm" mb="xs">
          复核完成前已查看原检查（{second.openedBlind.by || '未填写检查员'}，
          {shanghaiMinute(second.openedBlind.at)}：{second.openedBlind.reason}），一致率仅供参考。
        </Text>
      )}
      {differences.length > 0 && (
        <WideTable label="复核差异" minWidth={620}>
          <Table withTableBorder className={sheet.table} aria-label="复核差异">
            <thead>
              <tr>
                <th scope="col" style={{ width: '36%' }}>
                  评分点
                </th>
                <th scope="col" style={{ width: 110 }}>
                  差异
                </th>
                <th scope="col">原检查（{first.inspector || '未填写'}）</th>
                <th scope="col">复核（{second.inspector}）</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <tr key={difference.criterionId}>
                  <th scope="row">
                    {difference.indicator}：{difference.text}
                  </th>
                  <td>{DIFFERENCE_WORD[difference.kind]}</td>
                  <td>{sideText(difference.first)}</td>
                  <td>{sideText(difference.second)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </WideTable>
      )}
    </section>
  );
}

const DIFFERENCE_WORD = { status: '认定不同', count: '处数或分值不同', 'one-sided': '只有一人认定' } as const;

function sideText(side: AgreementSide | null): string {
  if (!side) return '未检';
  const count = side.status === 'hit' && side.count > 1 ? `，${side.count} 处` : '';
  const amount = side.amount === undefined ? '' : `，${formatPoints(side.amount)} 分`;
  return `${VERDICT_WORD[side.status]}${count}${amount}${side.note ? `（${side.note}）` : ''}`;
}
