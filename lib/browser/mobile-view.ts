// Opens the inspected page in a phone-sized preview over itself, lets the probe look at it there, and takes its picture.
import { browser } from 'wxt/browser';
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import { type Capture, PageError, type ProbeFrames } from '@/lib/client/client';
import { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import { Skip } from '@/lib/model/primitives';
import { captureTab } from './capture';
import { ensureScript, order } from './dock-control';
import { isGranted } from './host-access';
import { toPageError } from './page-error';
import { leaveRequest } from './phone-request';
import { endFraming } from './phone-rule';
import { siteOf } from './site-of';
import { HAS_DOCK } from './surface';

const LOAD_MS = 15_000;
const POLL_MS = 150;
/** Scripts that lay the page out anew for a phone do so after loading. */
const SETTLE_MS = 800;
const PROBE_MS = 12_000;
const PHONE_HEIGHT = 812;
const PHONE_WIDTH = 375;
/** Seen above the spot that the picture shows. */
const LEAD_PX = 120;

interface Tab {
  id: number;
  windowId: number;
  url: string | undefined;
}

/** The probe's facts from the preview, and the preview's picture. Rejects with PageError; the preview is closed in any case. */
export async function gatherMobileView(tab: Tab, options: GatherOptions): Promise<ProbeFrames> {
  refuseWithoutDock();
  try {
    options.onNote('正在按手机大小打开页面');
    const frameId = await openPhone(tab, options.signal);
    options.onNote('正在检查手机视图');
    const { facts, skipped } = await probe(tab.id, frameId);
    const picture = await takePicture(tab, frameId, facts).catch((error: unknown) => toPageError(error));
    if (picture instanceof PageError) skipped.push({ what: '手机视图截图', why: picture.message });
    return {
      frames: [{ url: tab.url ?? facts.address, top: true, facts: { mobileView: facts } }],
      skipped,
      ...(picture instanceof PageError ? {} : { pictures: [picture] }),
    };
  } catch (error) {
    throw toPageError(error);
  } finally {
    await order(tab.id, { to: 'dock', type: 'phone-close' });
    await endFraming(tab.id);
  }
}

/** Opens the preview and leaves it open. Resolves with the site's frame once it has loaded. */
export async function openPhone(tab: Tab, signal?: AbortSignal): Promise<number> {
  const url = tab.url ?? '';
  const site = siteOf(url);
  refuseWithoutDock();
  if (!site || !(await isGranted(site)))
    throw new PageError(
      'blocked',
      '手机视图需要本网站的访问权，请先点“允许在本网站各页面自动打开检查台”后重试',
    );
  await ensureScript(tab.id);
  const name = crypto.randomUUID();
  await leaveRequest(tab.id, { url, site, name });
  await order(tab.id, { to: 'dock', type: 'phone-open' });
  const frameId = await loaded(tab.id, name, signal);
  // Phones draw scroll bars over the page, not beside it.
  await browser.scripting.insertCSS({
    target: { tabId: tab.id, frameIds: [frameId] },
    css: 'html, body { scrollbar-width: none !important }',
    origin: 'USER',
  });
  await pause(SETTLE_MS);
  return frameId;
}

/** The preview, too, is a frame of ours inside the page. */
function refuseWithoutDock(): void {
  if (!HAS_DOCK) throw new PageError('blocked', '在 Firefox 里不能打开手机视图，请用 Chrome 或 Edge 检查');
}

/** Number of the preview's frame when its document is complete. */
async function loaded(tabId: number, name: string, signal?: AbortSignal): Promise<number> {
  const own = new URL(browser.runtime.getURL('/')).origin;
  for (const deadline = performance.now() + LOAD_MS; performance.now() < deadline; ) {
    if (signal?.aborted) throw new PageError('cancelled', '已取消');
    const frames = await browser.scripting
      .executeScript({
        target: { tabId, allFrames: true },
        func: () => ({
          name: window.name,
          parent: location.ancestorOrigins?.[0],
          address: location.href,
          complete: document.readyState === 'complete',
        }),
        injectImmediately: true,
      })
      .catch(() => []);
    const found = frames.find(
      ({ result }) =>
        result && (result.name === name || result.parent === own) && /^https?:/.test(result.address),
    );
    if (found?.result?.complete) return found.frameId;
    await pause(POLL_MS);
  }
  throw new PageError('timeout', '手机视图没有在 15 秒内打开，网站可能拒绝这样显示，请用手机核对');
}

async function probe(tabId: number, frameId: number): Promise<{ facts: MobileViewFacts; skipped: Skip[] }> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['/probe.js'] });
  const [answer] = await browser.scripting.executeScript({
    target,
    func: async (windowMs: number) => {
      const scope = globalThis as unknown as {
        __gsiGather?: (name: string, windowMs: number) => Promise<{ facts: unknown; skipped: unknown }>;
      };
      return (await scope.__gsiGather?.('mobileView', windowMs)) ?? null;
    },
    args: [PROBE_MS],
  });
  const facts = MobileViewFacts.safeParse(answer?.result?.facts);
  if (!facts.success) throw new PageError('failed', '手机视图没有给出检查所需的数据，请重试');
  return { facts: facts.data, skipped: Skip.array().safeParse(answer?.result?.skipped).data ?? [] };
}

/** The phone's screen, scrolled to what sticks out furthest. */
async function takePicture(tab: Tab, frameId: number, facts: MobileViewFacts): Promise<Capture> {
  const top = Math.max(0, (facts.wide[0]?.rect.y ?? 0) - LEAD_PX);
  await browser.scripting.executeScript({
    target: { tabId: tab.id, frameIds: [frameId] },
    func: (y: number) => window.scrollTo({ left: 0, top: y, behavior: 'instant' }),
    args: [top],
  });
  const place = await order(tab.id, { to: 'dock', type: 'phone-box' });
  if (!place?.box) throw new PageError('gone', '手机视图已关闭，没有截到图');
  const picture = await captureTab(tab, { box: place.box, margin: 0 });
  return {
    ...picture,
    viewport: { width: PHONE_WIDTH, height: PHONE_HEIGHT, ratio: picture.width / PHONE_WIDTH },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
