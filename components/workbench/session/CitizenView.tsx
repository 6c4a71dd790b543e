// The messages of “我为政府网站找错” about the inspected site, so that its inspector looks after them.
import { Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useDeskClient } from '@/components/client';
import type { CitizenCounting, CitizenReport } from '@/lib/model/citizen-report';
import { ANSWER_WORD } from '@/lib/rounds/citizen-definitions';
import { answerState, dueDayOf } from '@/lib/rounds/citizen-reports';
import { shanghaiDay } from '@/lib/text/days';
import { DataTable } from '../shell/DataTable';
import { Empty } from '../shell/screen-states';

export function CitizenView({
  roundId,
  reports,
  counting,
}: {
  roundId: string;
  reports: readonly CitizenReport[];
  counting: CitizenCounting;
}) {
  const client = useDeskClient();
  const day = shanghaiDay(client.now().toISOString());
  if (reports.length === 0)
    return (
      <Empty title="没有找错留言">
        <p>本轮次没有关联到该网站的留言。</p>
      </Empty>
    );
  return (
    <>
      <Text size="sm" mb="xs">
        本轮次关联到该网站的留言共 {reports.length} 条，供检查时核对；是否扣分由检查员认定。
        <Link href={`/citizen/${encodeURIComponent(roundId)}`}>查看本轮次全部留言</Link>
      </Text>
      <DataTable
        label="找错留言"
        minWidth={640}
        columns={['留言编号', '问题类型', '留言内容', '提交日期', '办结期限', '办理']}
      >
        {reports.map((report) => (
          <Table.Tr key={report.number}>
            <Table.Th scope="row" fw={400}>
              {report.number}
            </Table.Th>
            <Table.Td>{report.kind || '未注明'}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {[report.content, report.url].filter(Boolean).join('　')}
            </Table.Td>
            <Table.Td>{report.submittedDay ?? '—'}</Table.Td>
            <Table.Td>{dueDayOf(report, counting) ?? '无期限'}</Table.Td>
            <Table.Td>
              {ANSWER_WORD[answerState(report, day, counting)]}
              {report.answeredDay && `（${report.answeredDay}）`}
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </>
  );
}
