// Locks a session as finished, or opens it again with a reason.
import { Button, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { SessionView } from '@/lib/desk/protocol';
import type { Sheet } from '@/lib/model/sheet';
import { Caution } from '../shell/Caution';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { ReasonDialog } from '../shell/ReasonDialog';

export function FinishButton({ view, sheet }: { view: SessionView; sheet: Sheet }) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [asking, setAsking] = useState(false);
  const by = settings.inspector || view.session.inspector;
  const sessionId = view.session.id;
  const { untested, disputed } = sheet.counts;

  if (view.round.state === 'closed')
    return (
      <Text size="sm" c="dimmed">
        轮次已结束，评分表已封存。
      </Text>
    );
  if (view.session.state === 'finished')
    return (
      <>
        <Button
          variant="default"
          leftSection={<IconLockOpen size={16} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          重新打开
        </Button>
        {asking && (
          <ReasonDialog
            title="重新打开这次检查？"
            confirmName="重新打开"
            label="重新打开的理由"
            onClose={() => setAsking(false)}
            onConfirm={async (reason) => {
              await client.desk.reopenSession({ sessionId, by, reason });
              notices.done('已重新打开，可以继续修改。');
            }}
          />
        )}
      </>
    );
  return (
    <>
      <Button leftSection={<IconLock size={16} aria-hidden />} onClick={() => setAsking(true)}>
        完成检查
      </Button>
      {asking && (
        <ConfirmDialog
          title="完成这次检查？"
          confirmName="完成"
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await client.desk.finishSession({ sessionId, by });
            notices.done('检查已完成，结果已锁定。');
          }}
        >
          <Text>完成后结果锁定；如需修改，须说明理由后重新打开。</Text>
          {(untested > 0 || disputed > 0) && (
            <Caution title="尚不完整">
              {untested > 0 && <div>还有 {untested} 项未检。</div>}
              {disputed > 0 && <div>还有 {disputed} 项有争议。</div>}
            </Caution>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
