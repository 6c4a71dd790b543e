// Shows what a hand-over file holds before it is taken in.
import { Alert, DataList, Loader, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { sentenceOf } from '@/components/client';
import type { HandoverPreview } from '@/lib/client/workbench-files';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { useFiles } from '../files-context';
import { Caution } from '../shell/Caution';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';

/** Checks `file`, shows its content, and imports it when confirmed; then opens the session. */
export function HandoverImport({ file, onClose }: { file: File; onClose: () => void }) {
  const files = useFiles();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const [preview, setPreview] = useState<HandoverPreview>();
  const [error, setError] = useState<string>();

  useEffect(() => {
    let current = true;
    files.previewHandover(file).then(
      (found) => current && setPreview(found),
      (reason) => current && setError(sentenceOf(reason)),
    );
    return () => {
      current = false;
    };
  }, [files, file]);

  return (
    <ConfirmDialog
      title="导入交接文件"
      confirmName="导入"
      disabled={!preview}
      onClose={onClose}
      onConfirm={async () => {
        const { sessionId, outcome } = await files.importHandover(file);
        const name = `“${preview?.subject ?? file.name}”的检查`;
        notices.done(
          outcome === 'unchanged'
            ? `${name}与本机记录一致，没有改动。`
            : outcome === 'continued'
              ? `已用文件更新${name}。`
              : `已导入${name}。`,
        );
        navigate(`/sessions/${encodeURIComponent(sessionId)}`);
      }}
    >
      <Text mb="sm">文件：{file.name}</Text>
      {!preview && !error && (
        <Text role="status">
          <Loader size="xs" aria-hidden /> 正在核对文件…
        </Text>
      )}
      {error && (
        <Alert role="alert" color="red" title="不能导入">
          {error}
        </Alert>
      )}
      {preview && (
        <>
          <DataList orientation="horizontal">
            {(
              [
                ['检查对象', preview.subject],
                ['检查轮次', preview.round],
                ['指标体系', preview.setTitle],
                ['检查员', preview.inspector || '未填写'],
                ['最后修改', shanghaiMinute(preview.updatedAt)],
                ['取证图片', `${preview.evidence} 张`],
              ] as const
            ).map(([label, value]) => (
              <DataList.Item key={label}>
                <DataList.ItemLabel>{label}</DataList.ItemLabel>
                <DataList.ItemValue>{value}</DataList.ItemValue>
              </DataList.Item>
            ))}
          </DataList>
          {preview.existing && (
            <Caution title="本机已有这次检查">
              本机记录的检查员：{preview.existing.inspector || '未填写'}，最后修改：
              {shanghaiMinute(preview.existing.updatedAt)}
              。文件在本机记录之后有新的操作时，更新本机记录；双方各有新的操作时，不会导入。
            </Caution>
          )}
        </>
      )}
    </ConfirmDialog>
  );
}
