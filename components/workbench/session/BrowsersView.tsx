// The same pages as another browser saw them: its inspection comes in as a hand-over file and is chosen here.
import { Alert, Select, Table, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useDeskClient, useDeskQuery } from '@/components/client';
import { normalisePage } from '@/lib/checks/engine/finding-key';
import { type BrowserComparison, compareBrowsers } from '@/lib/compare/compare-browsers';
import type { SessionView } from '@/lib/desk/protocol';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { Empty, Failure, Loading } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { PageLink } from './ProblemsView';
import sheet from './SheetView.module.css';

export function BrowsersView({ view }: { view: SessionView }) {
  const client = useDeskClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const askRows = useCallback(() => client.desk.listSessions({}), [client]);
  const rows = useDeskQuery(askRows, ({ what }) => what === 'sessions');
  const { session, subject } = view;
  const others = (rows.value ?? []).filter(
    (row) =>
      row.session.id !== session.id &&
      (row.subject.id === subject.id || (subject.host !== undefined && row.subject.host === subject.host)),
  );
  if (rows.error) return <Failure message={rows.error} onRetry={() => void rows.reload()} />;
  if (!rows.value) return <Loading what="检查列表" />;
  if (others.length === 0)
    return (
      <Empty title="没有可对比的检查">
        <p>
          请用另一种浏览器检查同样的页面，导出交接文件，再在“合并”中合并。两份检查都有的页面，会在这里逐张图片对比。
        </p>
      </Empty>
    );
  return (
    <>
      <Select
        label="对比的检查"
        placeholder="请选择另一种浏览器的检查"
        value={chosen}
        onChange={setChosen}
        maw={480}
        data={others.map((row) => ({
          value: row.session.id,
          label: `${row.subject.name}，${row.session.inspector || '未填检查员'}，${shanghaiMinute(row.session.createdAt)}`,
        }))}
      />
      {chosen && others.some((row) => row.session.id === chosen) && (
        <Compared key={chosen} sessionId={session.id} otherId={chosen} />
      )}
    </>
  );
}

function Compared({ sessionId, otherId }: { sessionId: string; otherId: string }) {
  const client = useDeskClient();
  const ask = useCallback(
    async () =>
      compareBrowsers(
        await client.desk.sessionFacts({ sessionId }),
        await client.desk.sessionFacts({ sessionId: otherId }),
        normalisePage,
      ),
    [client, sessionId, otherId],
  );
  const { value, error, reload } = useDeskQuery(
    ask,
    (change) => change.what === 'runs' && [sessionId, otherId].includes(change.sessionId ?? ''),
  );
  if (error) return <Failure message={error} onRetry={() => void reload()} />;
  if (!value) return <Loading what="对比结果" />;
  return <Result comparison={value} />;
}

function Result({ comparison }: { comparison: BrowserComparison }) {
  const { browsers, pages, onlyInOne, differences } = comparison;
  if (pages.length === 0)
    return (
      <Alert color="yellow" mt="md" title="没有两份检查都检查过的页面">
        请用两种浏览器检查同样的页面后再对比。
      </Alert>
    );
  return (
    <>
      <Text mt="md" size="sm" role="status">
        {browsers.join(' 与 ')}：两份检查共有 {pages.length} 个页面，发现 {differences.length} 处不同。
        {onlyInOne.length > 0 && `另有 ${onlyInOne.length} 个页面只有一份检查，未对比。`}
      </Text>
      {differences.length > 0 && (
        <WideTable label="两种浏览器显示不同之处" minWidth={720}>
          <Table withTableBorder mt="xs" className={sheet.table} aria-label="两种浏览器显示不同之处">
            <thead>
              <tr>
                <th scope="col">页面</th>
                <th scope="col">不同之处</th>
                <th scope="col">显示正常</th>
                <th scope="col">显示不正常</th>
                <th scope="col">可能原因</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={`${one.url}\n${one.kind}\n${one.item}`}>
                  <td>
                    {one.title}
                    <br />
                    <PageLink address={one.url} />
                  </td>
                  <td>{one.kind === 'image' ? `图片 ${one.item}` : '页面宽度'}</td>
                  <td>{one.rightIn}</td>
                  <td>{one.wrongIn}</td>
                  <td>{one.why || '未能判断，请人工核实'}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </WideTable>
      )}
    </>
  );
}
