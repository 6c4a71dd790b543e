// The audit trail of a round.
import { Table } from '@mantine/core';
import { useCallback } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import sheet from '../session/SheetView.module.css';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { EVENT_WORD } from './round-words';

export function RoundEvents({ roundId }: { roundId: string }) {
  const client = useDeskClient();
  const ask = useCallback(() => client.desk.roundEvents({ roundId }), [client, roundId]);
  const { value: events, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!events) return <Loading what="操作记录" />;
  if (events.length === 0)
    return (
      <Empty title="还没有操作记录">
        <p>建立、抽样、分配、结束和重新开放都会记在这里。</p>
      </Empty>
    );
  return (
    <WideTable label="轮次操作记录" minWidth={560}>
      <Table withTableBorder className={sheet.table} aria-label="轮次操作记录">
        <colgroup>
          <col style={{ width: 140 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 100 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">操作</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.seq}>
              <th scope="row">{shanghaiMinute(event.at)}</th>
              <td>{event.by || '未填写'}</td>
              <td>{EVENT_WORD[event.kind]}</td>
              <td>{event.text}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  );
}
