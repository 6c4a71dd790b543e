// Service worker: icon and hot keys, the dock's return after navigation, calls to the desk. It remembers nothing.
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { renewToken } from '@/lib/browser/dock-control';
import { fetchPage } from '@/lib/browser/fetch-page';
import {
  followPlace,
  onIconClick,
  onPageLoad,
  onRunChecksKey,
  openDockAgain,
  sayBlocked,
} from '@/lib/browser/icon-click';
import { askLink } from '@/lib/browser/link-requests';
import { openLocalDesk } from '@/lib/browser/local-desk';
import { CallFromPage, DeskCall, isOwnPage, WorkerCall } from '@/lib/browser/own-messages';
import { forgetRecheck } from '@/lib/browser/recheck-order';
import { prefersSidePanel } from '@/lib/browser/surface';
import { forgetTab } from '@/lib/browser/tab-memory';
import { serveDesk } from '@/lib/desk/serve';

export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => void onIconClick(tab));
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'run-checks' && tab) void onRunChecksKey(tab);
  });
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === 'loading' || change.status === 'complete') void onPageLoad(tabId, tab.url);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void forgetTab(tabId);
    void forgetRecheck(tabId);
  });

  const applyPlace = () => void prefersSidePanel().then(followPlace);
  browser.runtime.onInstalled.addListener(applyPlace);
  browser.runtime.onStartup.addListener(applyPlace);

  browser.runtime.onMessage.addListener((message, sender, reply) => {
    const fromPage = CallFromPage.safeParse(message);
    if (fromPage.success && sender.id === browser.runtime.id && sender.tab?.id !== undefined) {
      const tabId = sender.tab.id;
      const { type } = fromPage.data;
      const reason = type === 'dock-inert' ? 'inert' : 'resisted';
      const work = type === 'new-token' ? renewToken(tabId) : sayBlocked(tabId, reason);
      void work.then((answer) => reply(answer ?? null));
      return true;
    }
    if (!isOwnPage(sender)) return;
    const deskCall = DeskCall.safeParse(message);
    if (deskCall.success) {
      void serveDesk(openLocalDesk(), deskCall.data.call).then(reply);
      return true;
    }
    const workerCall = WorkerCall.safeParse(message);
    if (workerCall.success) {
      void answerWorkerCall(workerCall.data).then(reply);
      return true;
    }
  });
});

function answerWorkerCall(call: WorkerCall): Promise<unknown> {
  switch (call.type) {
    case 'open-dock':
      return openDockAgain(call.tabId).then(() => null);
    case 'ask-link':
      return askLink(call.url, call.timeoutMs);
    case 'fetch-page':
      return fetchPage(call.url, call.timeoutMs);
    case 'pause':
      return new Promise((resolve) => setTimeout(() => resolve(null), call.ms));
  }
}
