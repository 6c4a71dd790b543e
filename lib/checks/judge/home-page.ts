// Whether an address is a site's home page, for what is asked of home pages only.
import { asciiHost } from '@/lib/text/hosts';

const HOME_PATH = /^\/(?:(?:index|default|home|main|portal)(?:_\w+)?(?:\.\w{2,5})?)?$/i;

/** true: the root, or an index file there; with a known host of the site only on that host (`www.` does not matter). */
export function isHomePage(url: string, siteHost: string | undefined): boolean {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const bare = (host: string) => asciiHost(host).replace(/^www\./, '');
  return HOME_PATH.test(parsed.pathname) && (!siteHost || bare(siteHost) === bare(parsed.host));
}
