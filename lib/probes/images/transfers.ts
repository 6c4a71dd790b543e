// What the browser says about requests the page already made: no request is made here.

/** By address without fragment: HTTP status, 0 when the browser does not tell (other origins, network errors). */
export type Transfers = ReadonlyMap<string, number>;

export function readTransfers(): Transfers {
  const statuses = new Map<string, number>();
  for (const entry of performance.getEntriesByType('resource')) {
    const status = (entry as PerformanceResourceTiming).responseStatus ?? 0;
    // A later answer replaces an earlier one: the picture may have been asked for again.
    statuses.set(withoutFragment(entry.name), status);
  }
  return statuses;
}

export function withoutFragment(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}
