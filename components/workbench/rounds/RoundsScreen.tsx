// The list of rounds, newest first.
import { Badge, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { Link, useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import sheet from '../session/SheetView.module.css';
import { ActionButton } from '../shell/ActionButton';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { daysText } from './round-words';

export function RoundsScreen() {
  const client = useDeskClient();
  const [, navigate] = useLocation();
  const ask = useCallback(() => client.desk.listRounds({}), [client]);
  const { value: rounds, error, reload } = useDeskQuery(ask, ({ what }) => what === 'rounds');
  const names = new Map(rounds?.map(({ id, name }) => [id, name]));
  return (
    <div className={screen.screen}>
      <ScreenHead
        title="检查轮次"
        actions={
          <ActionButton icon={IconPlus} onClick={() => navigate('/rounds/new')}>
            新建轮次
          </ActionButton>
        }
      />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rounds && !error && <Loading what="检查轮次" />}
      {rounds?.length === 0 && (
        <Empty title="还没有检查轮次">
          <p>
            先在<Link href="/register">台账</Link>
            中导入检查对象，再新建轮次，选定指标体系和检查对象，分配给检查员。
          </p>
        </Empty>
      )}
      {rounds && rounds.length > 0 && (
        <WideTable label="检查轮次" minWidth={640}>
          <Table withTableBorder className={sheet.table} aria-label="检查轮次">
            <thead>
              <tr>
                <th scope="col">名称</th>
                <th scope="col">起止日期</th>
                <th scope="col">截止日</th>
                <th scope="col">上一轮次</th>
                <th scope="col" style={{ width: 96 }}>
                  状态
                </th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.id}>
                  <th scope="row">
                    <Link href={`/rounds/${encodeURIComponent(round.id)}`}>{round.name}</Link>
                  </th>
                  <td>{daysText(round.startDay, round.endDay)}</td>
                  <td>{round.dueDay ?? ''}</td>
                  <td>{(round.previousId && names.get(round.previousId)) ?? ''}</td>
                  <td>
                    <Badge variant="default">{round.state === 'open' ? '进行中' : '已结束'}</Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </WideTable>
      )}
      <Text size="sm" c="dimmed">
        轮次结束后评分表封存，不能再改；确需修改的，填写原因重新开放，原因记入操作记录。
      </Text>
    </div>
  );
}
