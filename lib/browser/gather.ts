// Runs one probe in every frame of the tab that can be reached, and says which could not.
import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import { PageError, type ProbeFrames } from '@/lib/client/client';
import { FactsByProbe, type FrameFacts, type ProbeName } from '@/lib/model/page-facts';
import { Skip } from '@/lib/model/primitives';
import { injectScript } from './inject-script';
import { toPageError } from './page-error';
import { type PageScript, pageScriptOf } from './page-scripts';

const FrameReply = z.object({
  url: z.string(),
  top: z.boolean(),
  /** Media type of the document. */
  type: z.string(),
  /** JSON; null beside an error. */
  facts: z.string().nullable(),
  skipped: z.array(Skip),
  error: z.string().optional(),
  /** Addresses of the frames that this document holds. */
  children: z.array(z.string()),
});
type FrameReply = z.infer<typeof FrameReply>;

/** A browser shows other files within a document of its own, about which nothing can be said. */
const PAGE_TYPES = /^(text\/html|application\/xhtml\+xml)$/;

/** Leaves the page time to answer before the caller gives up. */
const ANSWER_MARGIN_MS = 1_000;

/**
 * Facts of one probe, per frame, top first. Rejects with PageError: blocked, timeout, cancelled, gone, failed.
 * `probeWindowMs` is passed into the page as its own deadline, so that a slow probe returns what it has.
 */
export async function gatherInTab(
  tabId: number,
  probe: ProbeName,
  options: GatherOptions,
): Promise<ProbeFrames> {
  const target = { tabId, allFrames: true };
  const script = pageScriptOf(probe);
  const { world, entry } = script;
  const work = async () => {
    await injectScript(tabId, script);
    return browser.scripting.executeScript({
      target,
      world,
      func: gatherInFrame,
      args: [entry, probe, options.timeoutMs - ANSWER_MARGIN_MS],
      injectImmediately: true,
    });
  };
  const results = await limited(work, options).catch((error: unknown) => {
    throw toPageError(error);
  });
  return toFrames(
    probe,
    results.map(({ result }) => FrameReply.safeParse(result)).flatMap(({ data }) => (data ? [data] : [])),
  );
}

/** Runs in the frame: must be self-contained. */
async function gatherInFrame(entry: PageScript['entry'], probe: string, windowMs: number) {
  type Answer = { url: string; facts: unknown; skipped: { what: string; why: string }[] };
  const scope = globalThis as unknown as {
    __gsiGather?: (name: string, windowMs: number) => Promise<Answer>;
    __gsiAccessibility?: (windowMs: number) => Promise<Answer>;
    __gsiToJson?: (facts: unknown) => Promise<string>;
  };
  const children = [...document.querySelectorAll('iframe, frame')]
    .map((frame) => (frame as HTMLIFrameElement).src)
    .filter((src) => typeof src === 'string' && /^https?:/.test(src));
  // By the prototype's own getter: elements named like it would hide that of the document.
  const type = String(
    Object.getOwnPropertyDescriptor(Document.prototype, 'contentType')?.get?.call(document),
  );
  const base = { url: location.href, top: window === window.top, type, skipped: [], children };
  try {
    const answer =
      entry === '__gsiAccessibility'
        ? await scope.__gsiAccessibility?.(windowMs)
        : await scope.__gsiGather?.(probe, windowMs);
    if (!answer || !scope.__gsiToJson) return { ...base, facts: null, error: 'not injected' };
    return { ...base, facts: await scope.__gsiToJson(answer.facts), skipped: answer.skipped };
  } catch (error) {
    return { ...base, facts: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function toFrames(probe: ProbeName, replies: FrameReply[]): ProbeFrames {
  const top = replies.find((reply) => reply.top);
  if (!top) throw new PageError('gone', '页面在检查途中离开了，请等新页面打开后重新检查');
  if (!PAGE_TYPES.test(top.type))
    throw new PageError('failed', `这个地址打开的是文件（${top.type}），不是网页，自动检查不适用`);
  if (top.error)
    throw new PageError('failed', `页面没有给出检查所需的数据（${top.error}），请刷新页面后重试`);
  const frames: FrameFacts[] = [];
  const skipped: Skip[] = [];
  for (const reply of replies) {
    skipped.push(...reply.skipped);
    if (reply.error) {
      skipped.push({ what: `框架 ${reply.url}`, why: `框架内检查出错：${reply.error}` });
      continue;
    }
    const facts = FactsByProbe.safeParse({ [probe]: JSON.parse(reply.facts ?? 'null') });
    if (!facts.success) {
      const where = facts.error.issues[0]?.path.join('.') ?? '';
      if (reply.top)
        throw new PageError('failed', `页面给出的检查数据不合格式（${where}），请刷新页面后重试`);
      skipped.push({ what: `框架 ${reply.url}`, why: `框架给出的数据不合格式（${where}）` });
      continue;
    }
    frames.push({ url: reply.url, top: reply.top, facts: facts.data });
  }
  skipped.push(...unreachedFrames(replies));
  return { frames: frames.sort((a, b) => Number(b.top) - Number(a.top)), skipped };
}

/** Frames that the page names but that did not answer: other sites' frames without access, or still loading. */
function unreachedFrames(replies: FrameReply[]): Skip[] {
  const answered = new Set(replies.map(({ url }) => url));
  const answeredOrigins = new Set(replies.map(({ url }) => originOf(url)));
  const missing = new Set<string>();
  for (const src of replies.flatMap(({ children }) => children)) {
    // A frame may have moved on to another address of its site after loading; its site having answered is enough.
    if (!answered.has(src) && !answeredOrigins.has(originOf(src))) missing.add(src);
  }
  return [...missing]
    .sort()
    .map((src) => ({ what: `框架 ${src}`, why: '属于其他网站，没有访问权，未检查其中内容' }));
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}

/** The work, or a PageError on time-out or cancel, whichever comes first. */
function limited<T>(
  work: () => Promise<T>,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancelled = () => reject(new PageError('cancelled', '已取消'));
    if (signal.aborted) return cancelled();
    const timer = setTimeout(
      () =>
        reject(
          new PageError('timeout', `超过 ${Math.round(timeoutMs / 1000)} 秒没有完成，已停止，可单独重试`),
        ),
      timeoutMs,
    );
    signal.addEventListener('abort', cancelled, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancelled);
      });
  });
}
