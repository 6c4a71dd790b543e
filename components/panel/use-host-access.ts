// Whether the browser lets the panel open on all pages of the site in front, or the user may be asked for it.
import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/components/client';
import type { HostAccess } from '@/lib/client/client';
import { hostOf } from './choose-session';

const NONE: readonly string[] = [];

export interface OfferedAccess {
  /** Match patterns that the user may be asked for; empty when granted, or not known yet. */
  origins: readonly string[];
  /** The user has said yes. */
  granted(): void;
}

/** Asks again for each host; `known` until the first answer, so that the offer does not push the list down under a click. */
export function useHostAccess(url: string, known: HostAccess | undefined): OfferedAccess {
  const client = useClient();
  const host = hostOf(url);
  const [answer, setAnswer] = useState(known && { ...known, host });
  useEffect(() => {
    let gone = false;
    if (host !== undefined)
      client.page.hostAccess().then(
        (access) => !gone && setAnswer({ ...access, host }),
        // No answer, no offer: the panel works without the grant.
        () => {},
      );
    return () => {
      gone = true;
    };
  }, [client, host]);
  const granted = useCallback(() => setAnswer((now) => now && { ...now, granted: true }), []);
  return { origins: answer && answer.host === host && !answer.granted ? answer.origins : NONE, granted };
}
