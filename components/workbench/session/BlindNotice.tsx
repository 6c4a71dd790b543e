// Says why a session is closed to the one who double-checks it, and opens it with a reason that is noted.
import { Alert, Button, Text } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useDeskClient, useDeskQuery, useSettings } from '@/components/client';
import { ReasonDialog } from '../shell/ReasonDialog';

/** Shows `children`, the ordinary failure, unless blindness is the reason. */
export function BlindNotice({ sessionId, children }: { sessionId: string; children: ReactNode }) {
  const { desk } = useDeskClient();
  const { settings } = useSettings();
  const ask = useCallback(() => desk.blindness({ sessionId }), [desk, sessionId]);
  const { value, error } = useDeskQuery(ask, ({ what }) => what === 'sessions' || what === 'settings');
  const [asking, setAsking] = useState(false);
  if (error || (value && !value.blind)) return children;
  if (!value) return null;
  return (
    <Alert title={`“${value.subject}”正在复核，原检查暂不显示`} role="alert">
      <Text>
        您（{settings.inspector}
        ）正在对这个检查对象作盲复核。完成复核前，原检查的认定、得分和备注不对您显示，以免影响判断；完成后自动恢复。
      </Text>
      <Button mt="md" variant="default" onClick={() => setAsking(true)}>
        仍要查看
      </Button>
      {asking && (
        <ReasonDialog
          title="在复核完成前查看原检查？"
          confirmName="查看并登记"
          label="提前查看的理由"
          notedIn="轮次的操作记录"
          onClose={() => setAsking(false)}
          onConfirm={async (reason) => {
            await desk.openBlind({ sessionId, by: settings.inspector, reason });
          }}
        >
          查看后这次复核不再是盲复核，复核结果中会注明，一致率仅供参考。
        </ReasonDialog>
      )}
    </Alert>
  );
}
