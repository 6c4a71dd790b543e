// Follows the inspected tab: where it is, whether it can be reached.
import { useEffect, useState } from 'react';
import { useClient } from '@/components/client';
import type { PageState } from '@/lib/client/client';

/** The tab's state; undefined until the first report. */
export function usePage(): PageState | undefined {
  const client = useClient();
  const [page, setPage] = useState<PageState>();
  useEffect(() => client.page.watch(setPage), [client]);
  return page;
}
