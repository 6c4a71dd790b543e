// Wires the panel to its client, in the dock's frame or in the browser's side panel.
import '@/components/panel/styles';
import { browser } from 'wxt/browser';
import { readPanelStart } from '@/components/panel/panel-start';
import { createPanelClient } from '@/lib/browser/extension-client';
import { takeToken } from '@/lib/browser/tab-memory';

const docked = window.top !== window;

/** A web page may frame this page only through the dock, which knows the one-time token. */
async function isAllowed(): Promise<boolean> {
  if (!docked) return true;
  const tab = await browser.tabs.getCurrent();
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  return tab?.id !== undefined && token !== null && (await takeToken(tab.id, token));
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const opening = createPanelClient(docked, async () => {
    const { openLocalDesk } = await import('@/lib/browser/local-desk');
    return openLocalDesk;
  });
  // The screens are the larger part of the code: what they will show is asked for while they load.
  const screens = import('@/components/panel/draw-panel');
  // Nothing that is read here is shown before the token is known to be right.
  const [allowed, client, known] = await Promise.all([isAllowed(), opening, opening.then(readPanelStart)]);
  if (!allowed) {
    root.textContent = '请从浏览器工具栏的图标打开检查台。';
    return;
  }
  const { drawPanel } = await screens;
  drawPanel(root, client, known);
}

void start();
