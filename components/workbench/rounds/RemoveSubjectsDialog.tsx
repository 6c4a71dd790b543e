// Leaves subjects out of a round that has begun; those whose inspection has begun stay.
import { Text } from '@mantine/core';
import { useDeskClient, useSettings } from '@/components/client';
import type { BoardRow } from '@/lib/model/round-board';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';

export function RemoveSubjectsDialog(props: {
  roundId: string;
  rows: readonly BoardRow[];
  onClose: (done: boolean) => void;
}) {
  const { roundId, rows, onClose } = props;
  const { desk } = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  return (
    <ConfirmDialog
      title={`移出 ${rows.length} 个检查对象？`}
      confirmName="移出"
      danger
      onClose={() => onClose(false)}
      onConfirm={async () => {
        const { removed } = await desk.changeSubjects({
          roundId,
          add: [],
          remove: rows.map(({ subject }) => subject.id),
          by: settings.inspector,
        });
        notices.done(`已移出 ${removed} 个检查对象。`);
        onClose(true);
      }}
    >
      <Text>
        {rows
          .slice(0, 5)
          .map(({ subject }) => `“${subject.name}”`)
          .join('、')}
        {rows.length > 5 && `等 ${rows.length} 个`}
      </Text>
      <Text mt="xs">
        移出后本轮次不再检查这些对象，分配一并取消；台账不变，以后可以再加入。已开始检查的不能移出。
      </Text>
    </ConfirmDialog>
  );
}
