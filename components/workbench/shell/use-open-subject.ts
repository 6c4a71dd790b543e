// Starts or goes on with a subject's inspection and opens it where it is done: over its web page, or in the workbench.
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useDeskClient, useSettings } from '@/components/client';
import { EMPTY_UI_STATE, forSession } from '@/components/panel/ui-state';
import type { Subject } from '@/lib/model/session';
import { useNotices } from './notices';

/** Gives the function that opens a subject; without `roundId` the newest open round counts. Failures are shown as notices. */
export function useOpenSubject(): (subject: Pick<Subject, 'id' | 'url'>, roundId?: string) => Promise<void> {
  const { desk, openSite } = useDeskClient();
  const { settings } = useSettings();
  const notices = useNotices();
  const [, navigate] = useLocation();
  return useCallback(
    async (subject, roundId) => {
      try {
        if (settings.inspector.trim() === '') {
          throw new Error('还没有填写检查员姓名，请先在“设置”中填写，再开始检查。');
        }
        const session = await desk.startSession({
          subject: { id: subject.id },
          inspector: settings.inspector.trim(),
          ...(roundId === undefined ? {} : { roundId }),
        });
        if (subject.url === undefined) navigate(`/sessions/${encodeURIComponent(session.id)}`);
        else await openSite(subject.url, forSession(EMPTY_UI_STATE, session.id));
      } catch (reason) {
        notices.failed(reason);
      }
    },
    [desk, openSite, settings.inspector, notices, navigate],
  );
}
