// Arranges a blind second inspection of a subject by another inspector.
import { Autocomplete, Text } from '@mantine/core';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { BoardRow, RoundBoard } from '@/lib/model/round-board';
import { inspectorOf } from '@/lib/rounds/board';
import { namesInOrder } from '@/lib/text/order';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';

export function DoubleCheckDialog(props: { row: BoardRow; board: RoundBoard; onClose: () => void }) {
  const { row, board, onClose } = props;
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [inspector, setInspector] = useState('');
  const first = row.session;
  const others = namesInOrder(board.rows.map(inspectorOf)).filter((name) => name !== first?.inspector);
  return (
    <ConfirmDialog
      title={`安排复核：${row.subject.name}`}
      confirmName="安排复核"
      disabled={inspector.trim() === '' || !first}
      onClose={onClose}
      onConfirm={async () => {
        if (!first) return;
        await client.desk.arrangeDoubleCheck({
          sessionId: first.id,
          inspector: inspector.trim(),
          by: settings.inspector,
        });
        notices.done(`已安排${inspector.trim()}复核“${row.subject.name}”。`);
      }}
    >
      <Text mb="sm">
        原检查员：{first?.inspector || '未填写'}
        。复核从空白开始；完成前，原检查的认定、得分和备注在面板和工作台中都不对复核的检查员显示。两次检查都完成后，在“复核”中查看一致率和差异。
      </Text>
      <Autocomplete
        label="复核的检查员"
        required
        data={others}
        value={inspector}
        onChange={setInspector}
        maxLength={50}
      />
    </ConfirmDialog>
  );
}
