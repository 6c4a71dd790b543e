// What of this site or account is worth showing to others: a few words and a picture, for the numbers and the bulletin.
import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import { useNotices } from '../shell/notices';
import { EvidencePicture } from './EvidencePicture';
import classes from './EvidenceView.module.css';

export function GoodPracticeView({ view }: { view: SessionView }) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const { session, evidence, round } = view;
  const [text, setText] = useState(session.goodPractice?.text ?? '');
  const [pictureId, setPictureId] = useState(session.goodPractice?.evidenceId ?? '');
  const [busy, setBusy] = useState(false);
  const locked = round.state === 'closed';
  const picture = evidence.find(({ id }) => id === pictureId);
  const save = async () => {
    setBusy(true);
    try {
      await desk.setGoodPractice({
        sessionId: session.id,
        by: settings.inspector || session.inspector,
        text: text.trim(),
        evidenceId: text.trim() === '' ? null : (picture?.id ?? null),
      });
      if (text.trim() === '') setPictureId('');
      notices.done(text.trim() === '' ? '已删除典型做法。' : '典型做法已保存。');
    } catch (failure) {
      notices.failed(failure);
    }
    setBusy(false);
  };
  return (
    <Stack gap="sm" maw={720}>
      <Textarea
        label="典型做法"
        description="用一两句话写明做法和效果；检查完成后列入统计和通报。留空保存即为删除。"
        autosize
        minRows={3}
        maxLength={500}
        value={text}
        disabled={locked}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label="配图"
        description={evidence.length === 0 ? '还没有取证图片，可先在面板中截取。' : '随典型做法印入通报。'}
        value={picture ? pictureId : ''}
        disabled={locked || evidence.length === 0}
        onChange={(event) => setPictureId(event.currentTarget.value)}
        data={[
          { value: '', label: '不配图' },
          ...evidence.map(({ id, number, caption }) => ({
            value: id,
            label: `图 ${number}${caption ? `：${caption}` : ''}`,
          })),
        ]}
      />
      {picture && <EvidencePicture key={picture.id} evidence={picture} className={classes.picture} />}
      <Group>
        <Button loading={busy} disabled={locked} onClick={() => void save()}>
          保存典型做法
        </Button>
        {locked && (
          <Text size="sm" c="dimmed">
            轮次已结束，不能修改。
          </Text>
        )}
      </Group>
    </Stack>
  );
}
