// Follows the inspected tab: where it is, whether it can be reached.
import { useEffect, useState } from 'react';
import { useClient } from '@/components/client';
import type { PageState } from '@/lib/client/client';

/** The tab's state; `known` until the first report. */
export function usePage(known: PageState | undefined): PageState | undefined {
  const client = useClient();
  const [page, setPage] = useState(known);
  useEffect(() => client.page.watch(setPage), [client]);
  return page;
}
