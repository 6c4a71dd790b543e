// The service worker's end of link requests: asks one address and says what came, as JSON.
//
// The worker and not the panel, because the dock's frame inside an https page may not ask http addresses (mixed
// content), and because timers of a panel in a background tab are held back by the browser.
import { decodeHtml, pageSigns } from '@/lib/link-status/page-signs';
import type { LinkStatus } from '@/lib/model/facts/link-status';

/** Enough for the title and, of an error page, all of its text. */
const MOST_BYTES = 64 * 1024;

export type RawAnswer = Pick<
  LinkStatus,
  'ms' | 'status' | 'finalUrl' | 'type' | 'title' | 'gone' | 'textLength' | 'leadsTo'
> & {
  /** Set instead of `status`. */
  failed?: 'timeout' | 'network';
};

/**
 * GET without cookies and cache, ended as soon as enough is known: the headers, and of HTML the first 64 kB. An address
 * whose headers came within `timeoutMs` has answered, even when its text is slow. Never rejects.
 */
export async function askLink(url: string, timeoutMs: number): Promise<RawAnswer> {
  const started = performance.now();
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), timeoutMs);
  const took = () => Math.round(performance.now() - started);
  try {
    const response = await fetch(url, {
      signal: control.signal,
      // No session of the inspector is used or changed.
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    const contentType = response.headers.get('content-type') ?? '';
    const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    const ms = took();
    const isHtml = type === '' || /^(text\/html|application\/xhtml\+xml)$/.test(type);
    const signs =
      response.ok && isHtml
        ? pageSigns(decodeHtml(await firstBytes(response), contentType), response.url)
        : {};
    return {
      ms,
      status: response.status,
      ...(response.url && response.url !== url && { finalUrl: response.url.slice(0, 2_000) }),
      ...(type && { type: type.slice(0, 100) }),
      ...signs,
    };
  } catch {
    return { ms: took(), failed: control.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
    // Ends the transfer of whatever was not read.
    control.abort();
  }
}

async function firstBytes(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    while (reader && size < MOST_BYTES) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
    }
  } catch {
    // Cut off in the middle: what came is enough to look at.
  }
  const bytes = new Uint8Array(Math.min(size, MOST_BYTES));
  let at = 0;
  for (const part of parts) {
    const fits = part.subarray(0, bytes.length - at);
    bytes.set(fits, at);
    at += fits.length;
  }
  return bytes;
}
