// The indicator sets: those that come with the extension and the office's own; import, download, copy, delete.
import { FileButton, Group, Table, Text } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useDeskClient, useDeskQuery } from '@/components/client';
import type { SetRow } from '@/lib/desk/calls/sets';
import { XLSX_MIME } from '@/lib/export/exported-file';
import { SUBJECT_WORD, UNCONFIRMED } from '@/lib/report/words';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import screen from '../shell/screen.module.css';
import { Failure, Loading, ScreenHead } from '../shell/screen-states';
import { WideTable } from '../shell/WideTable';
import { SetDownloadMenu, setPath } from './SetDownloadMenu';
import { SetImport } from './SetImport';
import classes from './SetsScreen.module.css';

/** `#/sets` */
export function SetsScreen() {
  const client = useDeskClient();
  const notices = useNotices();
  const ask = useCallback(() => client.desk.listSets({}), [client]);
  const { value: sets, error, reload } = useDeskQuery(ask, ({ what }) => what === 'sets');
  const [file, setFile] = useState<File | null>(null);
  const [removing, setRemoving] = useState<SetRow>();
  const resetFile = useRef<() => void>(null);

  const saveTemplate = async () => {
    try {
      const { writeSetTemplate } = await import('@/lib/indicators/set-xlsx');
      const bytes = await writeSetTemplate();
      await client.saveFile('指标体系空白模板.xlsx', bytes, XLSX_MIME);
      notices.done('已下载空白模板。');
    } catch (reason) {
      notices.failed(reason);
    }
  };

  return (
    <div className={screen.screen}>
      <ScreenHead
        title="指标体系"
        actions={
          <>
            <ActionButton icon={IconDownload} onClick={() => void saveTemplate()}>
              下载空白模板
            </ActionButton>
            <FileButton resetRef={resetFile} onChange={setFile} accept=".json,.xlsx">
              {(props) => (
                <ActionButton {...props} icon={IconFileImport}>
                  导入指标体系
                </ActionButton>
              )}
            </FileButton>
          </>
        }
      />
      <Text size="sm" c="dimmed">
        各地指标每年调整：可下载后在表格中修改再导入，也可在此复制并修改。检查开始后，始终使用当时的版本。
      </Text>
      {error && <Failure message={error} onRetry={() => void reload()} />}
      {!sets && !error && <Loading what="指标体系" />}
      {sets && (
        <WideTable label="指标体系列表" minWidth={760}>
          <Table withTableBorder verticalSpacing="sm" aria-label="指标体系列表">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">名称</Table.Th>
                <Table.Th scope="col">版本</Table.Th>
                <Table.Th scope="col">适用对象</Table.Th>
                <Table.Th scope="col">来源</Table.Th>
                <Table.Th scope="col">核对</Table.Th>
                <Table.Th scope="col">操作</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sets.map((row) => (
                <Table.Tr key={`${row.id}@${row.version}`}>
                  <Table.Th scope="row" className={classes.title}>
                    <Link href={setPath(row)}>{row.title}</Link>
                    <Text size="xs" c="dimmed">
                      {row.id}
                    </Text>
                  </Table.Th>
                  <Table.Td>{row.version}</Table.Td>
                  <Table.Td>{SUBJECT_WORD[row.appliesTo]}</Table.Td>
                  <Table.Td>{row.shipped ? '随扩展提供' : '自建'}</Table.Td>
                  <Table.Td>
                    {row.unconfirmed ? <span className={classes.mark}>{UNCONFIRMED}</span> : '已核对'}
                  </Table.Td>
                  <Table.Td>
                    <RowActions row={row} onRemove={setRemoving} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      )}
      {file && (
        <SetImport
          file={file}
          onClose={() => {
            setFile(null);
            resetFile.current?.();
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title="删除这个指标体系？"
          confirmName="删除"
          danger
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await client.desk.removeSet({ id: removing.id, version: removing.version });
            notices.done(`已删除“${removing.title}”（${removing.version} 版）。`);
            await reload();
          }}
        >
          <Text>
            “{removing.title}”（{removing.version} 版）将被删除，不能恢复。已用于检查的指标体系不能删除。
          </Text>
        </ConfirmDialog>
      )}
    </div>
  );
}

function RowActions({ row, onRemove }: { row: SetRow; onRemove: (row: SetRow) => void }) {
  const name = `“${row.title}”（${row.version} 版）`;
  return (
    <Group gap="xs" wrap="nowrap">
      <SetDownloadMenu size="xs" set={row} name={name} />
      <Link href={`${setPath(row)}/copy`} className={classes.link} aria-label={`复制并修改${name}`}>
        复制并修改
      </Link>
      {!row.shipped && (
        <button
          type="button"
          className={classes.remove}
          aria-label={`删除${name}`}
          onClick={() => onRemove(row)}
        >
          删除
        </button>
      )}
    </Group>
  );
}
