// Clicks external links of a tab without leaving it: plans outside the page, clicks in the page's world, takes back claims.
import { browser } from 'wxt/browser';
import type { GatherOptions } from '@/lib/checks/engine/run-checks';
import { type PlannedClick, planClicks } from '@/lib/checks/judge/click-plan';
import { hostsOf } from '@/lib/checks/judge/own-hosts';
import { PageError, type ProbeFrames } from '@/lib/client/client';
import { type ClickClaim, ClickRound, type Resistance } from '@/lib/model/facts/leave-notice';
import type { Skip } from '@/lib/model/primitives';
import { gatherInTab } from './gather';
import { toPageError } from './page-error';
import { pageScriptOf } from './page-scripts';

/** Most external links clicked on one page. */
const MOST_CLICKS = 60;
/** Clicks of one call: short enough to stop soon, long enough not to close the exits all the time. */
const ROUND = 5;
/** Longest time of one round before the page counts as gone, milliseconds. */
const ROUND_TIMEOUT_MS = 25_000;
/** Kept of the whole time for what comes after the last round. */
const MARGIN_MS = 5_000;

/**
 * Facts of the harmless clicks in the top document. Only selectors and kinds go into the page's world; addresses, texts
 * and the lists of hosts stay outside, so that the page can tell tales about sights alone. Rejects with PageError.
 */
export async function gatherLeaveNotice(tabId: number, options: GatherOptions): Promise<ProbeFrames> {
  const started = performance.now();
  const links = await gatherInTab(tabId, 'links', {
    ...options,
    timeoutMs: Math.min(20_000, options.timeoutMs),
  });
  const top = links.frames.find((frame) => frame.top);
  if (!top?.facts.links) throw new PageError('failed', '没有读到页面上的链接，请刷新页面后重试');
  const own = hostsOf([top.url, ...(options.ownHosts ?? [])]);
  const { clicks, left } = planClicks(top.facts.links.links, own, options.governmentHosts, MOST_CLICKS);
  const claims = new Map<number, ClickClaim>();
  let resists: Resistance | undefined;
  for (let at = 0; at < clicks.length && !resists; at += ROUND) {
    if (options.signal.aborted) throw new PageError('cancelled', '已取消');
    if (performance.now() - started > options.timeoutMs - MARGIN_MS - ROUND_TIMEOUT_MS) break;
    options.onNote(`已点击 ${at} / ${clicks.length} 个链接`);
    const round = await clickRound(tabId, clicks.slice(at, at + ROUND), at);
    for (const claim of round.claims) claims.set(claim.index, claim);
    resists = round.resists;
  }
  const facts = {
    clicks: [...clicks, ...left].map((click, index) => {
      const claim = claims.get(index);
      return claim ? { ...click, claim } : click;
    }),
    ...(resists && { resists }),
  };
  const skipped: Skip[] =
    left.length > 0
      ? [{ what: `${left.length} 个外部链接`, why: `一次最多点击验证 ${MOST_CLICKS} 个外部链接，其余未点击` }]
      : [];
  const inFrames = links.frames.filter((frame) => !frame.top && (frame.facts.links?.links.length ?? 0) > 0);
  for (const { url } of inFrames)
    skipped.push({ what: `框架 ${url} 中的链接`, why: '点击验证只在网页本身进行' });
  return { frames: [{ url: top.url, top: true, facts: { leaveNotice: facts } }], skipped };
}

async function clickRound(tabId: number, clicks: readonly PlannedClick[], from: number): Promise<ClickRound> {
  const { files, world } = pageScriptOf('leaveNotice');
  const target = { tabId, frameIds: [0] };
  const targets = clicks.map(({ kind, selector }, index) => ({ index: from + index, kind, selector }));
  const work = async () => {
    await browser.scripting.executeScript({ target, world, files: [...files], injectImmediately: true });
    return browser.scripting.executeScript({
      target,
      world,
      func: clickInPage,
      args: [targets],
      injectImmediately: true,
    });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PageError('timeout', '页面没有在规定时间内结束点击验证，请刷新页面后重试')),
      ROUND_TIMEOUT_MS,
    );
  });
  try {
    const [answer] = await Promise.race([work(), late]);
    const round = ClickRound.safeParse(answer?.result);
    if (!round.success) throw new PageError('failed', '页面给出的点击结果不合格式，不能采用，请人工点击核实');
    const asked = new Set(targets.map(({ index }) => index));
    return { ...round.data, claims: round.data.claims.filter(({ index }) => asked.has(index)) };
  } catch (error) {
    throw toPageError(error);
  } finally {
    clearTimeout(timer);
  }
}

type Targets = { index: number; kind: PlannedClick['kind']; selector: string }[];

/** Runs in the page's own world: must be self-contained. */
async function clickInPage(targets: Targets) {
  const scope = globalThis as unknown as {
    __gsiLeaveNotice?: ((targets: Targets) => Promise<unknown>) | undefined;
  };
  const run = scope.__gsiLeaveNotice;
  delete scope.__gsiLeaveNotice;
  return run ? await run(targets) : null;
}
