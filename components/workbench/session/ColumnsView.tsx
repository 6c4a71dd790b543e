// The site's columns: when each was last updated, against which period, and the inspector's corrections.
import { Alert, Text } from '@mantine/core';
import { useCallback, useMemo, useRef } from 'react';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import type { ColumnCorrection } from '@/lib/model/columns';
import { shanghaiDay } from '@/lib/text/days';
import { useNotices } from '../shell/notices';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { ColumnTable } from './ColumnTable';
import { type ColumnRow, columnRows } from './column-rows';

export function ColumnsView({ view }: { view: SessionView }) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const subjectId = view.subject.id;
  const ask = useCallback(() => client.desk.columnRegister({ subjectId }), [client, subjectId]);
  const { value: register, error, reload } = useDeskQuery(ask, (change) => change.what === 'columns');
  const today = shanghaiDay(client.now().toISOString());
  const { rows: sorted, summary } = useMemo(
    () => columnRows(register?.columns ?? [], view.runs, today),
    [register, view.runs, today],
  );
  const rows = useSteadyOrder(register ? sorted : []);
  const correct = useCallback(
    async (key: string, correction: ColumnCorrection) => {
      try {
        await client.desk.correctColumn({
          subjectId,
          key,
          by: settings.inspector || view.session.inspector,
          correction,
        });
        return true;
      } catch (failure) {
        notices.failed(failure);
        return false;
      }
    },
    [client, notices, settings.inspector, subjectId, view.session.inspector],
  );
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!register) return <Loading what="栏目台账" />;
  if (rows.length === 0)
    return (
      <Empty title="还没有栏目">
        <p>请打开首页和各栏目的列表页，在面板中点击“一键检查”；读到的栏目会列在这里，下一轮检查沿用。</p>
      </Empty>
    );
  const unseen = rows.filter(({ state }) => state === 'unseen').length;
  return (
    <>
      <Text size="sm" mb="xs">
        共 {rows.length} 个栏目{unseen > 0 && `，其中 ${unseen} 个本次尚未查看`}
        。在此更正的内容下一轮检查沿用。
      </Text>
      {summary && summary.notes.length > 0 && (
        <Alert mb="md" p="xs" variant="light" title="全站汇总">
          {summary.notes.map((note) => (
            <div key={note}>{note}</div>
          ))}
        </Alert>
      )}
      <ColumnTable rows={rows} correct={correct} />
    </>
  );
}

/** A row stays where it is while it is corrected, although its state changes; new rows come last. */
function useSteadyOrder(rows: readonly ColumnRow[]): ColumnRow[] {
  const places = useRef(new Map<string, number>());
  for (const { key } of rows) if (!places.current.has(key)) places.current.set(key, places.current.size);
  const place = ({ key }: ColumnRow) => places.current.get(key) ?? 0;
  return [...rows].sort((a, b) => place(a) - place(b));
}
