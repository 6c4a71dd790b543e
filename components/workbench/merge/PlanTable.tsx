// What merging the chosen files would do: one row per inspection, refused files with their reason.
import { Alert, Badge, Table, Text } from '@mantine/core';
import { memo } from 'react';
import type { PlannedFile, PlannedSession } from '@/lib/merge/merge-plan';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { DataTable } from '../shell/DataTable';
import { MERGE_WORD } from './merge-words';

/** Rows that are drawn; a round of 1,800 inspections is summed up above the table anyway. */
const MOST = 300;
const FIRST: PlannedSession['status'][] = ['conflict', 'refused', 'both', 'newer', 'new', 'older', 'same'];

const COLUMNS = ['结果', '检查对象', '轮次', '检查员', '最后修改', '图片', '文件与说明'];

/** Drawn anew only with another plan: the progress bar beside it moves often. */
export const PlanTable = memo(function PlanTable({ plan }: { plan: readonly PlannedFile[] }) {
  const rows = plan
    .flatMap((file) => file.sessions.map((session) => ({ file: file.name, session })))
    .sort((a, b) => FIRST.indexOf(a.session.status) - FIRST.indexOf(b.session.status));
  return (
    <>
      {plan
        .filter(({ refused }) => refused)
        .map(({ name, refused }) => (
          <Alert key={name} role="alert" color="red" title={`“${name}”不能合并`}>
            {refused}
          </Alert>
        ))}
      {rows.length > 0 && (
        <>
          <Text role="status">
            {FIRST.filter((status) => rows.some(({ session }) => session.status === status))
              .map(
                (status) =>
                  `${MERGE_WORD[status]} ${rows.filter(({ session }) => session.status === status).length} 次`,
              )
              .join('，')}
            {rows.length > MOST && `。下表列出前 ${MOST} 次，需要处理的在前`}
          </Text>
          <DataTable label="合并预览" minWidth={760} maxHeight={480} columns={COLUMNS}>
            {rows.slice(0, MOST).map(({ file, session }) => (
              <Table.Tr key={`${file} ${session.sessionId}`}>
                <Table.Td>
                  <Badge variant="outline" color="gray" tt="none">
                    {MERGE_WORD[session.status]}
                  </Badge>
                </Table.Td>
                <Table.Td>{session.subject}</Table.Td>
                <Table.Td>{session.round}</Table.Td>
                <Table.Td>{session.inspector || '未填写'}</Table.Td>
                <Table.Td>{shanghaiMinute(session.updatedAt)}</Table.Td>
                <Table.Td>{session.pictures}</Table.Td>
                <Table.Td>
                  {file}
                  {session.reason && <Text size="sm">{session.reason}</Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </DataTable>
        </>
      )}
    </>
  );
});
