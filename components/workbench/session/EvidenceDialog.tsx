// One picture in full with all that was noted when it was taken; from here it is edited or deleted.

import { Alert, Button, DataList, Group, Loader, Modal, Text } from '@mantine/core';
import { IconEdit, IconTrash } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { sentenceOf, useDeskClient, useSettings } from '@/components/client';
import { EvidenceEditor } from '@/components/shared/EvidenceEditor';
import type { SessionView } from '@/lib/desk/protocol';
import { criteriaOf } from '@/lib/indicators/criteria';
import type { Evidence } from '@/lib/model/session';
import { shanghaiMinute } from '@/lib/report/shanghai-time';
import { isEditable } from '@/lib/session/state-move';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { useReturnedFocus } from '../shell/use-returned-focus';
import classes from './EvidenceDialog.module.css';
import { EvidencePicture } from './EvidencePicture';

export function EvidenceDialog({
  view,
  evidence,
  onClose,
}: {
  view: SessionView;
  evidence: Evidence;
  onClose: () => void;
}) {
  useReturnedFocus();
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [mode, setMode] = useState<'look' | 'edit' | 'remove'>('look');
  const locked = !isEditable(view.session, view.round);

  if (mode === 'remove')
    return (
      <ConfirmDialog
        title={`删除取证图片 ${evidence.number}？`}
        confirmName="删除"
        danger
        onClose={() => setMode('look')}
        onConfirm={async () => {
          await client.desk.removeEvidence({
            id: evidence.id,
            by: settings.inspector || view.session.inspector,
          });
          notices.done(`已删除取证图片 ${evidence.number}。`);
          onClose();
        }}
      >
        <Text>图片删除后不能恢复，编号不再使用。</Text>
      </ConfirmDialog>
    );

  return (
    <Modal
      opened
      onClose={onClose}
      title={`取证图片 ${evidence.number}`}
      size="min(1100px, 94vw)"
      closeButtonProps={{ 'aria-label': '关闭' }}
      closeOnClickOutside={false}
      // An edit in progress is not lost to a stray Escape.
      closeOnEscape={mode === 'look'}
    >
      {mode === 'edit' ? (
        <Editing
          evidence={evidence}
          onDone={() => {
            notices.done('图片已保存。');
            setMode('look');
          }}
          onCancel={() => setMode('look')}
        />
      ) : (
        <>
          <EvidencePicture evidence={evidence} className={classes.picture} />
          <EvidenceFacts view={view} evidence={evidence} />
          <Group justify="flex-end" mt="md">
            {locked && (
              <Text size="sm" c="dimmed" className={classes.grow}>
                检查已完成，图片不能修改。
              </Text>
            )}
            <Button
              variant="default"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={locked}
              onClick={() => setMode('remove')}
            >
              删除图片
            </Button>
            <Button
              leftSection={<IconEdit size={16} aria-hidden />}
              disabled={locked}
              onClick={() => setMode('edit')}
            >
              编辑图片和说明
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

function Editing({
  evidence,
  onDone,
  onCancel,
}: {
  evidence: Evidence;
  onDone: () => void;
  onCancel: () => void;
}) {
  const client = useDeskClient();
  const [image, setImage] = useState<string>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    let current = true;
    client.desk.evidenceImage({ id: evidence.id }).then(
      (data) => current && setImage(data),
      (reason) => current && setError(sentenceOf(reason)),
    );
    return () => {
      current = false;
    };
  }, [client, evidence.id]);
  if (error)
    return (
      <Alert role="alert" color="red">
        {error}
      </Alert>
    );
  if (!image) return <Loader aria-label="正在读取图片" />;
  return (
    <EvidenceEditor
      image={image}
      evidence={evidence}
      onCancel={onCancel}
      onSave={async (edit) => {
        await client.desk.updateEvidence({ id: evidence.id, ...edit });
        onDone();
      }}
    />
  );
}

function EvidenceFacts({ view, evidence }: { view: SessionView; evidence: Evidence }) {
  const { caption, url, title, at, viewport, kind, criterionId } = evidence;
  const place = criteriaOf(view.set).find(({ criterion }) => criterion.id === criterionId);
  const facts: [string, string][] = [
    ['说明', caption || '（未填写）'],
    ['评分点', place ? `${place.indicator.name}：${place.criterion.text}` : '（未关联）'],
    ['页面', title],
    ['地址', url],
    ['取证时间', shanghaiMinute(at)],
    ['方式', kind === 'visible' ? '可见区域' : '页面元素'],
    ['窗口', `${viewport.width} × ${viewport.height} 像素`],
  ];
  return (
    <DataList mt="md">
      {facts.map(([label, value]) => (
        <DataList.Item key={label}>
          <DataList.ItemLabel>{label}</DataList.ItemLabel>
          <DataList.ItemValue className={classes.value}>{value}</DataList.ItemValue>
        </DataList.Item>
      ))}
    </DataList>
  );
}
