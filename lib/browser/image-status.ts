// Learns the servers' true answers about pictures where the user granted the host: on the wire while the probe looks, else by asking once.
import { browser } from 'wxt/browser';
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import type { ProbeFrames } from '@/lib/client/client';
import { gatherInTab } from './gather';
import { type ImageAnswer, unaskedSkips, unexplained, withAnswers } from './image-answers';
import { type Asked, askerOf } from './request-asker';

const MOST_ASKED = 40;
const AT_ONCE = 4;
const ONE_ANSWER_MS = 6_000;
const ALL_ANSWERS_MS = 8_000;
const MARGIN_MS = 1_000;

/** The images probe, completed by what the servers answered. Rejects like `gatherInTab`. */
export async function gatherImages(tabId: number, options: GatherOptions): Promise<ProbeFrames> {
  const started = performance.now();
  const wire = watchWire(tabId);
  try {
    const frames = await gatherInTab(tabId, 'images', options);
    const open = unexplained(frames).filter((address) => !wire.answers.has(address));
    const { granted, hosts } = await byAccess(open);
    const left = options.timeoutMs - (performance.now() - started) - MARGIN_MS;
    const limit = AbortSignal.any([
      options.signal,
      AbortSignal.timeout(Math.max(0, Math.min(ALL_ANSWERS_MS, left))),
    ]);
    const answers = new Map(wire.answers);
    const asked = await askAll(granted.slice(0, MOST_ASKED), limit);
    // The browser's own codes say more than "it failed".
    for (const [address, answer] of asked)
      answers.set(address, { ...answer, ...(answer.status ? {} : wire.answers.get(address)), asked: true });
    const told = withAnswers(frames, answers);
    const skips = unaskedSkips(open.length - granted.length, hosts, granted.length - asked.size);
    return { ...told, skipped: [...told.skipped, ...skips] };
  } finally {
    wire.stop();
  }
}

/** Answers to the tab's pictures and to our own questions, by address. Sees granted hosts only. */
function watchWire(tabId: number): { answers: ReadonlyMap<string, ImageAnswer>; stop(): void } {
  const answers = new Map<string, ImageAnswer>();
  const ours = new URL(browser.runtime.getURL('/')).origin;
  type Seen = Asked & { url: string; tabId: number; type: string };
  const isOurs = (seen: Seen) => askerOf(seen) === ours;
  const concerns = (seen: Seen) => isOurs(seen) || (seen.tabId === tabId && seen.type === 'image');
  const onAnswer = (seen: Seen & { statusCode: number }) => {
    if (concerns(seen) && !isOurs(seen)) answers.set(seen.url, { status: seen.statusCode });
  };
  const onError = (seen: Seen & { error: string }) => {
    // The page may give up a request itself, and so do we once the status is known.
    if (concerns(seen) && !/ABORTED/.test(seen.error)) answers.set(seen.url, { netError: seen.error });
  };
  const filter = { urls: ['http://*/*', 'https://*/*'] };
  browser.webRequest.onCompleted.addListener(onAnswer, filter);
  browser.webRequest.onErrorOccurred.addListener(onError, filter);
  return {
    answers,
    stop() {
      browser.webRequest.onCompleted.removeListener(onAnswer);
      browser.webRequest.onErrorOccurred.removeListener(onError);
    },
  };
}

/** Addresses whose host is granted, and the other hosts, sorted. */
async function byAccess(addresses: readonly string[]): Promise<{ granted: string[]; hosts: string[] }> {
  const known = new Map<string, boolean>();
  const granted: string[] = [];
  const hosts = new Set<string>();
  for (const address of addresses) {
    const { protocol, hostname } = new URL(address);
    const origin = `${protocol}//${hostname}/*`;
    const access = known.get(origin) ?? (await browser.permissions.contains({ origins: [origin] }));
    known.set(origin, access);
    if (access) granted.push(address);
    else hosts.add(hostname);
  }
  return { granted, hosts: [...hosts].sort() };
}

/** Asks a few at a time; what is not answered in time has no entry. */
async function askAll(addresses: readonly string[], limit: AbortSignal): Promise<Map<string, ImageAnswer>> {
  const answers = new Map<string, ImageAnswer>();
  const queue = [...addresses];
  const worker = async () => {
    for (let address = queue.shift(); address !== undefined && !limit.aborted; address = queue.shift()) {
      const answer = await ask(address, limit);
      if (answer) answers.set(address, answer);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

/** One GET that is broken off as soon as the status is known: HEAD is answered wrongly by too many servers. */
async function ask(address: string, limit: AbortSignal): Promise<ImageAnswer | undefined> {
  const enough = new AbortController();
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.any([limit, enough.signal, AbortSignal.timeout(ONE_ANSWER_MS)]),
    });
    const servedType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
    return { status: response.status, ...(servedType ? { servedType } : {}) };
  } catch {
    return limit.aborted ? undefined : {};
  } finally {
    enough.abort();
  }
}
