// The list of inspections: find one, open it, delete it, take in a colleague's file.
import { Anchor, Group, NativeSelect, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { SessionRow } from '@/lib/desk/protocol';
import type { Order } from '../list/order';
import { SearchField } from '../list/SearchField';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Empty, Failure, Loading, ScreenHead } from '../shell/screen-states';
import { useKeptState } from '../shell/use-kept-state';
import { SessionTable } from './SessionTable';
import { type SessionFilter, type SortKey, shownRows } from './session-filter';

const NO_FILTER: SessionFilter = { text: '', roundId: '', state: '' };
const CONCERNS = ['sessions', 'session', 'rounds', 'subjects'];

/** `#/sessions` */
export function SessionsScreen() {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.listSessions({}), [client]);
  const { value: rows, error, reload } = useDeskQuery(ask, ({ what }) => CONCERNS.includes(what));
  const [filter, setFilter] = useKeptState('sessions.filter', NO_FILTER);
  const [order, setOrder] = useKeptState<Order<SortKey>>('sessions.order', {
    key: 'updated',
    descending: true,
  });
  const [removing, setRemoving] = useState<SessionRow>();
  const [, navigate] = useLocation();

  const deferredFilter = useDeferredValue(filter);
  const shown = useMemo(
    () => (rows ? shownRows(rows, deferredFilter, order) : []),
    [rows, deferredFilter, order],
  );
  const rounds = useMemo(() => roundsOf(rows ?? []), [rows]);

  const importButton = (
    <ActionButton icon={IconFileImport} onClick={() => navigate('/merge')}>
      合并交接文件
    </ActionButton>
  );

  return (
    <div className={screen.filling}>
      <ScreenHead title="检查" actions={importButton} />
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!rows && !error && <Loading what="检查列表" />}
      {rows?.length === 0 && <NoSessions />}
      {rows && rows.length > 0 && (
        <>
          <Group role="search" aria-label="筛选检查" align="end" gap="sm">
            <SearchField
              searched="名称、单位、网址、标识码、检查员"
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
            <NativeSelect
              label="检查轮次"
              value={filter.roundId}
              onChange={(event) => setFilter({ ...filter, roundId: event.currentTarget.value })}
              data={[{ value: '', label: '全部轮次' }, ...rounds]}
            />
            <NativeSelect
              label="状态"
              value={filter.state}
              onChange={(event) =>
                setFilter({ ...filter, state: event.currentTarget.value as SessionFilter['state'] })
              }
              data={[
                { value: '', label: '全部状态' },
                { value: 'unfinished', label: '尚未完成' },
                { value: 'open', label: '检查中' },
                { value: 'reopened', label: '重新检查' },
                { value: 'finished', label: '已完成' },
              ]}
            />
          </Group>
          <Text size="sm" c="dimmed" role="status">
            {shown.length === rows.length
              ? `共 ${rows.length} 次检查`
              : `筛选出 ${shown.length} 次，共 ${rows.length} 次检查`}
            {shown.length < rows.length && (
              <Anchor component="button" type="button" size="sm" ml="sm" onClick={() => setFilter(NO_FILTER)}>
                清除筛选
              </Anchor>
            )}
          </Text>
          {shown.length === 0 ? (
            <Empty title="没有符合条件的检查">
              <p>请换一个搜索词，或者清除筛选。</p>
            </Empty>
          ) : (
            <SessionTable rows={shown} order={order} onOrder={setOrder} onRemove={setRemoving} />
          )}
        </>
      )}
      {removing && (
        <ConfirmDialog
          title="删除这次检查？"
          confirmName="删除"
          danger
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await client.desk.removeSession({ sessionId: removing.session.id });
            notices.done(`已删除“${removing.subject.name}”的检查。`);
            await reload();
          }}
        >
          <Text>
            “{removing.subject.name}”（{removing.round.name}，检查员：{removing.session.inspector || '未填写'}
            ）
          </Text>
          <Text mt="xs">认定、取证图片和操作记录将一并删除，不能恢复。如需留存，请先导出交接文件。</Text>
        </ConfirmDialog>
      )}
    </div>
  );
}

function NoSessions() {
  return (
    <Empty title="还没有检查">
      <ol>
        <li>在浏览器中打开要检查的网站；</li>
        <li>点击工具栏上的“政务网站检查台”图标（或按快捷键，一般是 Alt+Shift+I）；</li>
        <li>在网页旁的面板中点击“开始检查”。</li>
      </ol>
      <p>同事检查的结果，可用“合并交接文件”合到这里。</p>
    </Empty>
  );
}

/** Rounds that occur, newest first. */
function roundsOf(rows: SessionRow[]) {
  const rounds = new Map(rows.map(({ round }) => [round.id, round]));
  return [...rounds.values()]
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
    .map(({ id, name }) => ({ value: id, label: name }));
}
