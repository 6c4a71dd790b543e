// The page side of the client: the panel's view of the inspected tab.
import { browser } from 'wxt/browser';
import { type HostAccess, PageError, type PageState, type TargetPage } from '@/lib/client/client';
import type { Surface } from '@/lib/overlay/dock-frame';
import { describePage } from './describe-page';
import { ensureScript, order } from './dock-control';
import { DEFAULT_SURFACE } from './dock-messages';
import { isGranted, isWebAddress, originsOf, requestGrant } from './host-access';
import { injectScript } from './inject-script';
import { onAnnouncement, type WorkerCall } from './own-messages';
import { toPageError } from './page-error';
import { oneClickScripts } from './page-scripts';
import { forgetRecheck, readRecheck, recheckIn } from './recheck-order';
import { HAS_DOCK, readSurface, rememberPlace, SIDE_PANEL } from './surface';
import { readAll, readUi, siteIn, takePendingCommand, uiIn, writeUi } from './tab-memory';

const NO_ACCESS = '浏览器收回了对这个页面的访问权（换了网站就会这样）。请点一次工具栏上的检查台图标。';
const NOT_A_SITE = '这是浏览器自己的页面，扩展不能在这里运行。请打开要检查的网站。';
const GONE = '页面上找不到这个位置了，请重新检查本页，或改用“截取可见区域”';
const HIDDEN = '这个位置现在没有显示出来，请先在网页上展开它，再取证';
const MARK_MARGIN = 24;

interface Tab {
  id: number;
  windowId: number;
  url: string | undefined;
  title: string;
  loading: boolean;
}

async function accessTo(site: string): Promise<HostAccess> {
  return { origins: originsOf(site), granted: await isGranted(site) };
}

/** `docked`: this panel sits in a frame of the inspected tab; else it is the browser's side panel. */
export function createTargetPage(docked: boolean): TargetPage {
  // Kept beside the asynchronous look-ups because the browser's dialogs must be opened within the click.
  let side: Surface['side'] = DEFAULT_SURFACE.side;
  const sideRead = readSurface().then((surface) => {
    side = surface.side;
  });
  // Begun at once: where the tab's memory does not tell the site, the offer of a grant waits for it.
  const sites = import('./site-of');
  let latest: Tab | null = null;
  let latestSite: { host: string; site: string } | null = null;

  /** The tab now; a side panel follows its window's active tab. */
  const currentTab = async (): Promise<Tab> => {
    const tab = docked
      ? await browser.tabs.getCurrent()
      : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
    if (tab?.id === undefined) throw new PageError('gone', '没有找到要检查的标签页，请重新打开检查台');
    latest = {
      id: tab.id,
      windowId: tab.windowId,
      url: tab.url,
      title: tab.title ?? '',
      loading: tab.status === 'loading',
    };
    return latest;
  };
  const stateOf = (tab: Tab): PageState => {
    const base = { tabId: tab.id, url: tab.url ?? '', title: tab.title, ready: !tab.loading };
    if (tab.url === undefined) return { ...base, blocked: NO_ACCESS };
    return isWebAddress(tab.url) ? base : { ...base, blocked: NOT_A_SITE };
  };
  const stateNow = async (): Promise<PageState> => {
    const now = stateOf(await currentTab());
    if (now.blocked) return now;
    const reachable = await describePage(now.tabId).then(
      () => true,
      () => false,
    );
    return reachable ? now : { ...now, blocked: NO_ACCESS };
  };
  const siteNow = async () => {
    const { siteOf } = await sites;
    const { url = '' } = await currentTab();
    const site = siteOf(url);
    if (!site) throw new PageError('blocked', NO_ACCESS);
    latestSite = { host: new URL(url).hostname, site };
    return site;
  };
  const accessIn = async (stored: Record<string, unknown>, { id, url = '' }: Tab) => {
    const site = siteIn(stored, id);
    const host = isWebAddress(url) ? new URL(url).hostname : undefined;
    if (site === undefined || host === undefined || !(host === site || host.endsWith(`.${site}`))) return;
    latestSite = { host, site };
    return accessTo(site);
  };
  const scriptThere = async () => {
    const { id } = await currentTab();
    await ensureScript(id).catch((error: unknown) => {
      throw toPageError(error);
    });
    return id;
  };

  return {
    async readStart() {
      const [tab, stored] = await Promise.all([currentTab(), readAll(), sideRead]);
      const [recheck, access] = await Promise.all([
        recheckIn(stored, tab.id, tab.url),
        accessIn(stored, tab).catch(() => undefined),
      ]);
      return { state: stateOf(tab), ui: uiIn(stored, tab.id), recheck, access };
    },
    watch(listener) {
      let stopped = false;
      let last = '';
      const tell = async () => {
        const state = await stateNow().catch(() => null);
        const text = JSON.stringify(state);
        if (stopped || !state || text === last) return;
        last = text;
        listener(state);
      };
      const onUpdated = () => void tell();
      browser.tabs.onUpdated.addListener(onUpdated);
      browser.tabs.onActivated.addListener(onUpdated);
      const stopListening = onAnnouncement(({ about }) => {
        if (about === 'access') void tell();
      });
      void tell();
      return () => {
        stopped = true;
        browser.tabs.onUpdated.removeListener(onUpdated);
        browser.tabs.onActivated.removeListener(onUpdated);
        stopListening();
      };
    },
    async describe() {
      return describePage((await currentTab()).id);
    },
    async prepare() {
      const { id } = await currentTab();
      const own = import('./gather-facts');
      await Promise.all([own, ...oneClickScripts.map((script) => injectScript(id, script))]);
    },
    async gather(probe, options) {
      const { gatherFacts } = await import('./gather-facts');
      return gatherFacts(await currentTab(), probe, options);
    },
    async jumpTo(locator) {
      const answer = await order(await scriptThere(), {
        to: 'dock',
        type: 'jump',
        locator,
        label: locator.text?.slice(0, 40) || '问题位置',
      });
      return answer?.box ? 'shown' : answer?.hidden ? 'hidden' : 'gone';
    },
    async markAll(marks) {
      const answer = await order(await scriptThere(), { to: 'dock', type: 'show-all', marks });
      return answer?.shown ?? 0;
    },
    async clearMarks() {
      await order((await currentTab()).id, { to: 'dock', type: 'clear-marks' });
    },
    async capture({ locator, margin = MARK_MARGIN }) {
      const { captureTab } = await import('./capture');
      const tab = await currentTab();
      if (!locator) return captureTab(tab, null);
      const label = locator.text?.slice(0, 40) || '问题位置';
      const answer = await order(await scriptThere(), { to: 'dock', type: 'jump', locator, label });
      if (!answer?.box) throw new PageError('gone', answer?.hidden ? HIDDEN : GONE);
      return captureTab(tab, { box: answer.box, margin });
    },
    async move(place) {
      // The browser opens its side panel only within the click: no waiting before this call.
      if (place === 'side-panel') {
        if (!latest) throw new PageError('failed', '检查台还没有准备好，请稍候再试');
        const { id, windowId } = latest;
        void browser.sidePanel.setOptions(SIDE_PANEL);
        await browser.sidePanel.open({ windowId });
        await rememberPlace('side-panel');
        await order(id, { to: 'dock', type: 'close' });
        return;
      }
      const { id } = await currentTab();
      await rememberPlace(place);
      if (docked) {
        await order(id, { to: 'dock', type: 'side', side: place });
        side = place;
        return;
      }
      await browser.runtime.sendMessage({ to: 'worker', type: 'open-dock', tabId: id } satisfies WorkerCall);
      // Taking the panel away closes this very page, so it comes last.
      await browser.sidePanel.setOptions({ enabled: false });
    },
    place: () => (docked ? side : 'side-panel'),
    places: () => (HAS_DOCK ? ['left', 'right', 'side-panel'] : ['side-panel']),
    async fold() {
      if (docked) await order((await currentTab()).id, { to: 'dock', type: 'fold' });
      else window.close();
    },
    async showMobileView() {
      const { openPhone } = await import('./mobile-view');
      await openPhone(await currentTab()).catch((error: unknown) => {
        throw toPageError(error);
      });
    },
    async hostAccess() {
      return accessTo(await siteNow());
    },
    requestHostAccess() {
      const here =
        latest?.url && URL.canParse(latest.url) && new URL(latest.url).hostname === latestSite?.host;
      return here && latestSite
        ? requestGrant(latestSite.site)
        : Promise.reject(new PageError('blocked', NO_ACCESS));
    },
    async readUiState() {
      return readUi((await currentTab()).id);
    },
    async writeUiState(state) {
      await writeUi((await currentTab()).id, state);
    },
    async recheckOrder() {
      const { id, url } = await currentTab();
      return readRecheck(id, url);
    },
    async endRecheck() {
      await forgetRecheck((await currentTab()).id);
    },
    onCommand(listener) {
      void currentTab().then(async ({ id }) => {
        if (await takePendingCommand(id)) listener('run-checks');
      });
      return onAnnouncement((announcement) => {
        if (announcement.about !== 'command') return;
        void currentTab().then(async ({ id }) => {
          if (id === announcement.tabId && (await takePendingCommand(id))) listener('run-checks');
        });
      });
    },
  };
}
