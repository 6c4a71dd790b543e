// What earlier rounds promised for this subject, and whether this inspection sees it again.
import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { PromisedRow } from '@/lib/desk/calls/rectification';
import { MENDING_WORD } from '@/lib/report/rectification-words';
import { WideTable } from '../shell/WideTable';
import sheet from './SheetView.module.css';

const AGAIN: Record<PromisedRow['again'], string> = {
  found: '本次再次发现',
  'not-found': '本次未再发现',
  unknown: '本次尚未查到',
};

/** What the unit said last that it did or would do. */
function answerOf({ events }: PromisedRow['item']): string {
  return events.findLast(({ to }) => to === 'responded')?.text ?? '';
}

export function PromisedView({ rows }: { rows: readonly PromisedRow[] }) {
  return (
    <>
      <WideTable label="上轮整改" minWidth={760}>
        <Table withTableBorder className={sheet.table} aria-label="上轮整改">
          <thead>
            <tr>
              <th scope="col">问题</th>
              <th scope="col">检查轮次</th>
              <th scope="col">整改状态</th>
              <th scope="col">整改期限</th>
              <th scope="col">单位反馈</th>
              <th scope="col">本次检查</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ item, round, again }) => (
              <tr key={item.id}>
                <th scope="row" style={{ fontWeight: 400, overflowWrap: 'anywhere' }}>
                  <Anchor component={Link} href={`/rectification/${encodeURIComponent(item.id)}`} size="sm">
                    {item.problem}
                  </Anchor>
                </th>
                <td>{round}</td>
                <td>{MENDING_WORD[item.state]}</td>
                <td>{item.dueDay ?? '未定'}</td>
                <td style={{ overflowWrap: 'anywhere' }}>{answerOf(item) || '未反馈'}</td>
                <td style={again === 'found' ? { fontWeight: 600 } : undefined}>{AGAIN[again]}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </WideTable>
      <Text size="xs" c="dimmed" mt="xs">
        列出上一轮的全部整改事项和更早轮次中尚未销号的事项。“未再发现”指本次在同一页面重做了同一项检查而没有看到，或检查员已将该评分点认定为合格。
      </Text>
    </>
  );
}
