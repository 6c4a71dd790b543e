// The preview page: frames the inspected page as a phone sees it, and takes the rule that makes this possible away at its end.
import { browser } from 'wxt/browser';
import { takeRequest } from '@/lib/browser/phone-request';
import { allowFraming, endFraming } from '@/lib/browser/phone-rule';

async function start(): Promise<void> {
  const tabId = (await browser.tabs.getCurrent())?.id;
  const request = tabId === undefined ? null : await takeRequest(tabId);
  if (tabId === undefined || !request) {
    const sentence = document.createElement('p');
    sentence.textContent = '请从检查台的菜单打开手机视图。';
    document.body.append(sentence);
    return;
  }
  addEventListener('pagehide', () => void endFraming(tabId));
  await allowFraming(tabId, request.site);
  const frame = document.createElement('iframe');
  frame.title = '网页的手机视图';
  frame.name = request.name;
  // Everything a page does, except leading the whole tab away: many pages refuse to stay in a frame.
  for (const right of ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups'])
    frame.sandbox.add(right);
  frame.src = request.url;
  document.body.append(frame);
}

void start();
