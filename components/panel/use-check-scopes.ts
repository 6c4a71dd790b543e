// Which checks are judged once for the whole site. The checks are loaded after the first paint, ready for the first click.
import { useEffect, useState } from 'react';

let known: ReadonlySet<string> | undefined;

/** Ids of the site-wide checks; undefined until the checks are loaded. */
export function useSiteWideChecks(): ReadonlySet<string> | undefined {
  const [siteWide, setSiteWide] = useState(known);
  useEffect(() => {
    if (known) return;
    let gone = false;
    const wait = setTimeout(async () => {
      const { checks } = await import('@/lib/checks/engine/catalogue');
      known = new Set([...checks.values()].filter(({ scope }) => scope === 'site').map(({ id }) => id));
      if (!gone) setSiteWide(known);
    }, AFTER_PAINT_MS);
    return () => {
      gone = true;
      clearTimeout(wait);
    };
  }, []);
  return siteWide;
}

/** Long enough for the list to be drawn first. */
const AFTER_PAINT_MS = 250;
