// The audit trail of one inspection: who changed what, when, from what to what.
import { Table } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { JOURNAL_KIND } from '../labels';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import classes from './JournalView.module.css';
import { type JournalLine, journalLines } from './journal-lines';
import sheet from './SheetView.module.css';

/** Changes of one step shown before they fold away. */
const SHOWN_CHANGES = 5;

export function JournalView({ view }: { view: SessionView }) {
  const client = useDeskClient();
  const sessionId = view.session.id;
  const ask = useCallback(() => client.desk.journal({ sessionId }), [client, sessionId]);
  const {
    value: entries,
    error,
    reload,
  } = useDeskQuery(ask, (change) => change.what === 'session' && change.sessionId === sessionId);
  const lines = useMemo(() => journalLines(entries ?? [], view.set), [entries, view.set]);
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!entries) return <Loading what="操作记录" />;
  if (lines.length === 0)
    return (
      <Empty title="还没有操作记录">
        <p>每次认定、撤销、完成和重新打开都会记在这里。</p>
      </Empty>
    );
  return (
    <WideTable label="操作记录" minWidth={680}>
      <Table withTableBorder className={sheet.table} aria-label="操作记录">
        <colgroup>
          <col style={{ width: 52 }} />
          <col style={{ width: 140 }} />
          <col style={{ width: 100 }} />
          <col style={{ width: 100 }} />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">操作</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <th scope="row">{line.seq}</th>
              <td>{shanghaiMinute(line.at)}</td>
              <td>{line.by || '未填写'}</td>
              <td>{JOURNAL_KIND[line.kind]}</td>
              <td>
                <LineContent line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </WideTable>
  );
}

function LineContent({ line }: { line: JournalLine }) {
  const rest = line.changes.slice(SHOWN_CHANGES);
  return (
    <>
      {line.detail && <div>{line.detail}</div>}
      {line.changes.slice(0, SHOWN_CHANGES).map((change) => (
        <div key={change}>{change}</div>
      ))}
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>其余 {rest.length} 项</summary>
          {rest.map((change) => (
            <div key={change}>{change}</div>
          ))}
        </details>
      )}
      {line.accepted > 0 && <div>采纳疑似问题 {line.accepted} 项</div>}
      {line.rejected > 0 && <div>不采纳疑似问题 {line.rejected} 项</div>}
    </>
  );
}
