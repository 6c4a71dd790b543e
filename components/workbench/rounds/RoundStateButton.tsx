// Closes a round, which seals its sheets, or opens it again with a reason.
import { Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { RoundBoard } from '@/lib/model/round-board';
import { boardTallies } from '@/lib/rounds/board';
import { ActionButton } from '../shell/ActionButton';
import { Caution } from '../shell/Caution';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { ReasonDialog } from '../shell/ReasonDialog';

export function RoundStateButton({ board }: { board: RoundBoard }) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [asking, setAsking] = useState(false);
  const { round } = board;
  const by = settings.inspector;
  const { all } = boardTallies(board.rows, { roundDue: undefined, today: '' });

  if (round.state === 'closed')
    return (
      <>
        <ActionButton icon={IconLockOpen} onClick={() => setAsking(true)}>
          重新开放
        </ActionButton>
        {asking && (
          <ReasonDialog
            title="重新开放这个轮次？"
            confirmName="重新开放"
            label="重新开放的理由"
            onClose={() => setAsking(false)}
            onConfirm={async (reason) => {
              await client.desk.reopenRound({ roundId: round.id, by, reason });
              notices.done('轮次已重新开放，封存的评分表已撤销。');
            }}
          >
            封存的评分表将撤销，再次结束时按届时的认定重新封存。
          </ReasonDialog>
        )}
      </>
    );
  return (
    <>
      <ActionButton icon={IconLock} onClick={() => setAsking(true)}>
        结束轮次
      </ActionButton>
      {asking && (
        <ConfirmDialog
          title="结束这个轮次？"
          confirmName="结束并封存"
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            const { frozen } = await client.desk.closeRound({
              roundId: round.id,
              by,
              acceptUnfinished: all.finished < all.total,
            });
            notices.done(`轮次已结束，封存评分表 ${frozen} 份。`);
          }}
        >
          <Text>结束后本轮次全部评分表按当前认定封存，不能再改；确需修改的，须说明理由后重新开放。</Text>
          {all.finished < all.total && (
            <Caution title="尚未全部完成">
              <div>
                未检 {all.untested} 个，检查中 {all.progress} 个，有争议 {all.disputed} 个（共 {all.total}{' '}
                个）。
              </div>
              <div>检查中的按现状封存，评分表注明未完成，不计入均分；未检的没有评分表。</div>
            </Caution>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
