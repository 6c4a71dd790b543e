// Whether an address is a site's home page, for what is asked of home pages only.
import { isHomePath } from '@/lib/text/home-path';
import { asciiHost } from '@/lib/text/hosts';

/** true: the root, or an index file there; with a known host of the site only on that host (`www.` does not matter). */
export function isHomePage(url: string, siteHost: string | undefined): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const bare = (host: string) => asciiHost(host).replace(/^www\./, '');
  return isHomePath(parsed.pathname) && (!siteHost || bare(siteHost) === bare(parsed.host));
}
