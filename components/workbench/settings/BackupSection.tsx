// Backup of the whole database into a file, and restore from one.
import { Alert, Button, FileButton, Group, Loader, Progress, Table, Text } from '@mantine/core';
import { IconDatabaseExport, IconDatabaseImport } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf, useDeskClient } from '@/components/client';
import type { BackupPreview, FileProgress, StoredCounts } from '@/lib/client/workbench-files';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { useFiles } from '../files-context';
import { ActionButton } from '../shell/ActionButton';
import { Caution } from '../shell/Caution';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { Section } from './Section';

export function BackupSection() {
  const client = useDeskClient();
  const files = useFiles();
  const notices = useNotices();
  const [progress, setProgress] = useState<FileProgress>();
  const [file, setFile] = useState<File | null>(null);
  const resetFile = useRef<() => void>(null);
  const running = useRef<AbortController>(null);

  const backup = async () => {
    const stop = new AbortController();
    running.current = stop;
    setProgress({ what: '准备备份', done: 0, total: 0 });
    try {
      const { name, bytes, mime } = await files.backup({ onProgress: setProgress, signal: stop.signal });
      await client.saveFile(name, bytes, mime);
      notices.done(`已备份到“${name}”。`);
    } catch (error) {
      if (stop.signal.aborted) notices.done('已取消备份。');
      else notices.failed(error);
    } finally {
      setProgress(undefined);
    }
  };

  return (
    <Section title="备份与恢复">
      <Text size="sm" mb="sm">
        备份包含全部检查、取证图片、检查对象、轮次、自建指标体系、规范用语表和设置。请定期备份，并存放在本机以外。
      </Text>
      <Group>
        <ActionButton
          icon={IconDatabaseExport}
          disabled={progress !== undefined}
          onClick={() => void backup()}
        >
          备份全部数据
        </ActionButton>
        <FileButton resetRef={resetFile} onChange={setFile} accept=".gz,.jsonl,.json">
          {(props) => (
            <ActionButton {...props} icon={IconDatabaseImport} disabled={progress !== undefined}>
              从备份恢复
            </ActionButton>
          )}
        </FileButton>
        {progress && (
          <Button variant="default" onClick={() => running.current?.abort()}>
            取消备份
          </Button>
        )}
      </Group>
      {progress && <ShownProgress progress={progress} label="备份进度" />}
      {file && (
        <RestoreDialog
          file={file}
          onClose={() => {
            setFile(null);
            resetFile.current?.();
          }}
        />
      )}
    </Section>
  );
}

function ShownProgress({ progress, label }: { progress: FileProgress; label: string }) {
  const { what, done, total } = progress;
  const percent = total > 0 ? Math.round((done / total) * 100) : 0;
  return (
    <>
      <Text size="sm" mt="sm" role="status">
        {total > 0 ? `${what}：${done} / ${total}` : `${what}…`}
      </Text>
      <Progress.Root size="md" mt={4}>
        <Progress.Section value={total > 0 ? percent : 100} animated={total === 0} aria-label={label} />
      </Progress.Root>
    </>
  );
}

const COUNTED: [keyof StoredCounts, string][] = [
  ['sessions', '检查'],
  ['evidence', '取证图片'],
  ['subjects', '检查对象'],
  ['rounds', '检查轮次'],
  ['sets', '自建指标体系'],
];

function RestoreDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const files = useFiles();
  const notices = useNotices();
  const [found, setFound] = useState<{ backup: BackupPreview; present: StoredCounts }>();
  const [error, setError] = useState<string>();
  const [progress, setProgress] = useState<FileProgress>();

  useEffect(() => {
    let current = true;
    Promise.all([files.previewBackup(file), files.counts()]).then(
      ([backup, present]) => current && setFound({ backup, present }),
      (reason) => current && setError(sentenceOf(reason)),
    );
    return () => {
      current = false;
    };
  }, [files, file]);

  return (
    <ConfirmDialog
      title="从备份恢复？"
      confirmName="替换现有数据并恢复"
      danger
      disabled={!found}
      onClose={onClose}
      onConfirm={async () => {
        try {
          await files.restore(file, { onProgress: setProgress });
        } finally {
          setProgress(undefined);
        }
        notices.done('已从备份恢复。');
      }}
    >
      <Text>文件：{file.name}</Text>
      {!found && !error && (
        <Text role="status" mt="sm">
          <Loader size="xs" aria-hidden /> 正在核对文件…
        </Text>
      )}
      {error && (
        <Alert role="alert" color="red" mt="sm" title="不能恢复，现有数据没有改动">
          {error}
        </Alert>
      )}
      {found && (
        <>
          <Text>备份时间：{shanghaiMinute(found.backup.at)}</Text>
          <Table mt="sm" withTableBorder aria-label="恢复前后的记录数">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">记录</Table.Th>
                <Table.Th scope="col">本机现有（将被替换）</Table.Th>
                <Table.Th scope="col">备份中</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {COUNTED.map(([key, label]) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td>{found.present[key]}</Table.Td>
                  <Table.Td>{found.backup.counts[key]}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Caution title="恢复后不能撤回">
            本机现有的全部数据将被备份中的内容替换，包括设置。如需保留，请先备份现有数据。
          </Caution>
        </>
      )}
      {progress && <ShownProgress progress={progress} label="恢复进度" />}
    </ConfirmDialog>
  );
}
