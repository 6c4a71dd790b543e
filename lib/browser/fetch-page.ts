// The service worker's end of fetching one page as text: the dock's frame inside an https page may not ask http addresses.
import { decodeHtml } from '@/lib/link-status/page-signs';

const MOST_BYTES = 1024 * 1024;

/** GET without cookies and cache; at most one megabyte of text, decoded by header, mark or meta. Never rejects. */
export async function fetchPage(
  url: string,
  timeoutMs: number,
): Promise<{ status: number; finalUrl: string; text: string } | { failed: 'timeout' | 'network' }> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), timeoutMs);
  try {
    const response = await fetch(url, {
      signal: control.signal,
      credentials: 'omit',
      cache: 'no-store',
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    const type = response.headers.get('content-type') ?? '';
    const bytes = /^(?:text\/|application\/xhtml)|^$/i.test(type)
      ? new Uint8Array(await response.arrayBuffer()).subarray(0, MOST_BYTES)
      : new Uint8Array();
    return { status: response.status, finalUrl: response.url || url, text: decodeHtml(bytes, type) };
  } catch {
    return { failed: control.signal.aborted ? 'timeout' : 'network' };
  } finally {
    clearTimeout(timer);
  }
}
