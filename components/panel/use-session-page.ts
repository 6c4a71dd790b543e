// The note that a page of the subject's site was visited.

import { useEffect, useRef } from 'react';
import { useClient } from '@/components/client';
import type { PageState } from '@/lib/client/client';
import { isEditable } from '@/lib/session/state-move';
import type { OpenSession } from './use-session';

/** Records each page of the subject's site once, as soon as it has loaded. */
export function useVisit(
  page: PageState | undefined,
  belongs: boolean | undefined,
  session: OpenSession,
): void {
  const client = useClient();
  const { id: sessionId } = session.view.session;
  const editable = isEditable(session.view.session, session.view.round);
  const recorded = useRef(new Set<string>());
  const { visits } = session.view;
  useEffect(() => {
    if (!page?.ready || page.blocked || belongs !== true || !editable) return;
    const { url, title } = page;
    if (recorded.current.has(url) || visits.some((visit) => visit.url === url)) return;
    recorded.current.add(url);
    // The next visit tries again; the inspection itself does not depend on it.
    client.desk.recordVisit({ sessionId, url, title }).catch(() => recorded.current.delete(url));
  }, [client, page, belongs, sessionId, editable, visits]);
}
