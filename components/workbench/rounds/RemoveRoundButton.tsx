// Deletes a round that was made by mistake: one in which nothing was begun.
import { Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient } from '@/components/client';
import type { RoundBoard } from '@/lib/model/round-board';
import { ActionButton } from '../shell/ActionButton';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';

export function RemoveRoundButton({ board: { round, rows } }: { board: RoundBoard }) {
  const { desk } = useDeskClient();
  const notices = useNotices();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionButton icon={IconTrash} onClick={() => setAsking(true)}>
        删除轮次
      </ActionButton>
      {asking && (
        <ConfirmDialog
          title={`删除轮次“${round.name}”？`}
          confirmName="删除"
          danger
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await desk.removeRound({ roundId: round.id });
            notices.done(`已删除轮次“${round.name}”。`);
            navigate('/rounds', { replace: true });
          }}
        >
          <Text>轮次的设置、{rows.length} 个检查对象的分配和操作记录将一并删除，不能恢复；台账不变。</Text>
          <Text mt="xs">已有检查、留言或转载记录的轮次不能删除。</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
