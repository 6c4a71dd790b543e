// What is wrong with the address of a picture, whatever the browser made of it.
import type { ImageFact } from '@/lib/model/facts/images';
import { asciiHost, isIntranetHost, isUnder } from '@/lib/text/hosts';

export type AddressFault = 'local-address' | 'intranet-address';

/**
 * 'local-address': a file on the author's computer or an office share (`file:`, `C:\`, `\\server\`).
 * 'intranet-address': a host that only a local network knows. `ownHosts` are never that: the inspected page and its
 * aliases may themselves stand on such a host. `written` is as in the page, `address` its absolute form.
 */
export function addressFault(
  written: string,
  address: string,
  ownHosts: ReadonlySet<string>,
): AddressFault | undefined {
  const text = written.trim();
  if (/^(file:|\/?[a-z]:[\\/])/i.test(text) || /^file:/i.test(address)) return 'local-address';
  // Browsers read \\server\share as //server/share: only a name that no public host can have is a share.
  if (/^\\\\[^\\/.]+[\\/]/.test(text)) return 'local-address';
  if (!/^https?:/i.test(address)) return undefined;
  const host = asciiHost(address);
  return isIntranetHost(host) && !ownHosts.has(host) ? 'intranet-address' : undefined;
}

/** Address by which a picture is known over runs: no fragment, host in lower case; the text itself if it is no address. */
export function imageItem(address: string): string {
  try {
    const url = new URL(address);
    url.hash = '';
    return url.href;
  } catch {
    return address;
  }
}

/** Services whose pictures only count visits. */
const COUNTER_HOSTS = [
  'cnzz.com',
  'umeng.com',
  '51.la',
  '51yes.com',
  'hm.baidu.com',
  'linezing.com',
  'google-analytics.com',
  'scorecardresearch.com',
  'webterren.com',
  'irs01.com',
];

/** true: a picture that counts visits and that nobody is meant to see: 1×1 pixel, or of a counting service. */
export function isCounter(image: Pick<ImageFact, 'tiny' | 'address'>): boolean {
  if (image.tiny) return true;
  const host = asciiHost(image.address);
  return COUNTER_HOSTS.some((counter) => isUnder(host, counter));
}
