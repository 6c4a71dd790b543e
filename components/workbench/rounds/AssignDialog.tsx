// Hands the chosen subjects out to one or several inspectors, or takes them back.
import { Checkbox, Radio, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { RoundBoard } from '@/lib/model/round-board';
import { inspectorOf } from '@/lib/rounds/board';
import { namesInOrder } from '@/lib/text/order';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';

type What = 'assign' | 'take-back' | 'due';

export function AssignDialog(props: {
  board: RoundBoard;
  subjectIds: string[];
  onClose: (done: boolean) => void;
}) {
  const { board, subjectIds, onClose } = props;
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [what, setWhat] = useState<What>('assign');
  const [inspectors, setInspectors] = useState<string[]>([]);
  const [keep, setKeep] = useState(true);
  const [dueDay, setDueDay] = useState('');
  const known = namesInOrder([...board.rows.map(inspectorOf), settings.inspector]);
  const chosen = {
    assign: { inspectors, keep },
    'take-back': { inspectors: [], keep: false },
    due: { keep, dueDay: dueDay || null },
  }[what];
  return (
    <ConfirmDialog
      title={`分配 ${subjectIds.length} 个检查对象`}
      confirmName="确定"
      disabled={what === 'assign' && inspectors.length === 0}
      onClose={() => onClose(false)}
      onConfirm={async () => {
        const { changed } = await client.desk.assignSubjects({
          roundId: board.round.id,
          subjectIds,
          by: settings.inspector,
          ...chosen,
        });
        notices.done(changed === 0 ? '没有需要改动的检查对象。' : `已改动 ${changed} 个检查对象。`);
        onClose(true);
      }}
    >
      <Stack gap="sm">
        <Radio.Group label="操作" value={what} onChange={(value) => setWhat(value as What)}>
          <Stack gap={6} mt={6}>
            <Radio value="assign" label="分配给检查员" />
            <Radio value="take-back" label="收回分配" />
            <Radio value="due" label="另定截止日" />
          </Stack>
        </Radio.Group>
        {what === 'assign' && (
          <>
            <TagsInput
              label="检查员"
              description="输入姓名后按回车；可填多人，按类别平均分配。"
              data={known}
              value={inspectors}
              acceptValueOnBlur
              onChange={(names) => setInspectors(names.map((name) => name.trim()).filter(Boolean))}
              clearButtonProps={{ 'aria-label': '清除全部检查员' }}
            />
            <Checkbox
              label="已分配的保持不变"
              checked={keep}
              onChange={(event) => setKeep(event.currentTarget.checked)}
            />
          </>
        )}
        {what === 'due' && (
          <TextInput
            type="date"
            label="截止日"
            description="不填则与轮次一致。"
            value={dueDay}
            onChange={(event) => setDueDay(event.currentTarget.value)}
          />
        )}
        {what !== 'due' && (
          <Text size="sm" c="dimmed">
            已开始的检查不受影响，原检查员的认定保留。
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
