// Asks for what belongs to a move: a due day, an answer with files, or a reason; for one item or many.
import { FileInput, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { RectificationRow } from '@/lib/desk/calls/rectification';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { readFile } from './read-file';

export type Move = 'notified' | 'responded' | 'closed' | 'reopened' | 'due';

const WORDS: Record<Move, { title: string; confirm: string; text: string; need: boolean; done: string }> = {
  notified: {
    title: '登记为已通知',
    confirm: '登记通知',
    text: '通知方式或文号',
    need: false,
    done: '已登记通知',
  },
  responded: { title: '登记单位反馈', confirm: '登记反馈', text: '反馈内容', need: true, done: '已登记反馈' },
  closed: { title: '销号', confirm: '销号', text: '销号理由', need: true, done: '已销号' },
  reopened: { title: '重新整改', confirm: '重新整改', text: '原因', need: true, done: '已退回重新整改' },
  due: { title: '设定整改期限', confirm: '设定期限', text: '', need: false, done: '已设定期限' },
};

/** `rows` may all make the move; `left` more were chosen that may not. `onDone` is told when it was made. */
export function MoveDialog({
  move,
  rows,
  left,
  onDone,
  onClose,
}: {
  move: Move;
  rows: RectificationRow[];
  left: number;
  onDone?: () => void;
  onClose: () => void;
}) {
  const client = useDeskClient();
  const { settings } = useSettings();
  const notices = useNotices();
  const [text, setText] = useState('');
  const [dueDay, setDueDay] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const words = WORDS[move];
  const ids = rows.map(({ item }) => item.id);
  const by = settings.inspector;
  const withDue = move === 'notified' || move === 'due' || move === 'reopened';

  const confirm = async () => {
    if (move === 'due') await client.desk.setRectificationDue({ ids, by, dueDay: dueDay || null });
    else
      await client.desk.moveRectifications({
        ids,
        to: move,
        by,
        text,
        ...(withDue && dueDay ? { dueDay } : {}),
        ...(files.length > 0 ? { files: await Promise.all(files.map(readFile)) } : {}),
      });
    notices.done(`${words.done}：${rows.length} 项。`);
    onDone?.();
  };
  return (
    <ConfirmDialog
      title={`${words.title}（${rows.length} 项）`}
      confirmName={words.confirm}
      disabled={rows.length === 0 || (words.need && text.trim() === '')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {left > 0 && (
        <Text size="sm" mb="sm">
          另有 {left} 项的当前状态不能这样处理，不受影响。
        </Text>
      )}
      {withDue && (
        <TextInput
          type="date"
          label="整改期限"
          description={move === 'due' ? '留空即取消期限。' : '可不填；留空则保持原期限。'}
          value={dueDay}
          onChange={(event) => setDueDay(event.currentTarget.value)}
          mb="sm"
        />
      )}
      {words.text && (
        <Textarea
          label={words.text}
          required={words.need}
          autosize
          minRows={2}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          mb="sm"
        />
      )}
      {move === 'responded' && rows.length === 1 && (
        <FileInput
          label="附件"
          description="可选多个，每个不超过 10 MB。"
          placeholder="选择文件"
          multiple
          clearable
          value={files}
          onChange={setFiles}
        />
      )}
    </ConfirmDialog>
  );
}
