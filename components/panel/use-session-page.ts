// How the page in front relates to the session: whether its host is the subject's, and the note that it was visited.
import { useCallback, useEffect, useRef } from 'react';
import { useClient, useDeskQuery } from '@/components/client';
import type { PageState } from '@/lib/client/client';
import type { OpenSession } from './use-session';

/** true when the desk counts the host as the subject's; undefined while unknown. */
export function useBelongs(host: string | undefined, sessionId: string): boolean | undefined {
  const client = useClient();
  const ask = useCallback(() => client.desk.sessionsForHost({ host: host ?? '' }), [client, host]);
  const { value } = useDeskQuery(host === undefined ? undefined : ask, ({ what }) => what === 'subjects');
  return value?.some(({ session }) => session.id === sessionId);
}

/** Records each page of the subject's site once, as soon as it has loaded. */
export function useVisit(
  page: PageState | undefined,
  belongs: boolean | undefined,
  session: OpenSession,
): void {
  const client = useClient();
  const { id: sessionId, state } = session.view.session;
  const recorded = useRef(new Set<string>());
  const { visits } = session.view;
  useEffect(() => {
    if (!page?.ready || page.blocked || belongs !== true || state === 'finished') return;
    const { url, title } = page;
    if (recorded.current.has(url) || visits.some((visit) => visit.url === url)) return;
    recorded.current.add(url);
    // The next visit tries again; the inspection itself does not depend on it.
    client.desk.recordVisit({ sessionId, url, title }).catch(() => recorded.current.delete(url));
  }, [client, page, belongs, sessionId, state, visits]);
}
