// The order to recheck a problem that a tab was opened with.
import { useCallback, useEffect, useState } from 'react';
import { useClient } from '@/components/client';
import type { PageState } from '@/lib/client/client';

/** The order that this tab was opened with, as long as it stands; asked anew with every page. `known` until then. */
export function useRecheckOrder(
  page: PageState | undefined,
  known: string | undefined,
): { id: string | undefined; end(): void } {
  const client = useClient();
  const [id, setId] = useState(known);
  const tabId = page?.tabId;
  const url = page?.url;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab or page may have another order
  useEffect(() => {
    let gone = false;
    client.page.recheckOrder().then(
      (order) => !gone && setId(order),
      () => !gone && setId(undefined),
    );
    return () => {
      gone = true;
    };
  }, [client, tabId, url]);
  const end = useCallback(() => {
    setId(undefined);
    void client.page.endRecheck();
  }, [client]);
  return { id, end };
}
