// Chooses the subjects of a round anew.
import { useState } from 'react';
import { useDeskClient, useSettings } from '@/components/client';
import type { Round } from '@/lib/model/round';
import { ConfirmDialog } from '../shell/ConfirmDialog';
import { useNotices } from '../shell/notices';
import { DrawFields } from './DrawFields';
import { drawDraftOf, drawOf } from './draw-draft';

export function DrawDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const client = useDeskClient();
  const notices = useNotices();
  const { settings } = useSettings();
  const [draft, setDraft] = useState(() => drawDraftOf(round.scope, round.name));
  return (
    <ConfirmDialog
      title="确定检查对象"
      confirmName="确定"
      onClose={onClose}
      onConfirm={async () => {
        const draw = drawOf(draft);
        if (typeof draw === 'string') throw new Error(draw);
        const { count, kept } = await client.desk.drawSubjects({
          roundId: round.id,
          draw,
          by: settings.inspector,
        });
        notices.done(
          `本轮次共 ${count} 个检查对象${kept > 0 ? `，其中 ${kept} 个因已开始检查而保留` : ''}。`,
        );
      }}
    >
      <DrawFields draft={draft} onChange={setDraft} />
    </ConfirmDialog>
  );
}
