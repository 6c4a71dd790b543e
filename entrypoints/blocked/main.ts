// Says why this page cannot be inspected; offers the side panel where a page resists the dock.
import { browser } from 'wxt/browser';
import { rememberPlace, SIDE_PANEL } from '@/lib/browser/surface';

const reason = location.hash.slice(1) || 'internal';
for (const part of document.querySelectorAll<HTMLElement>('[data-reason]'))
  part.classList.toggle('shown', part.dataset.reason?.split(' ').includes(reason) ?? false);

let windowId: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowId = id;
});
// The browser opens its side panel only within the click: nothing may be awaited before.
document.querySelector('button')?.addEventListener('click', () => {
  if (windowId === undefined) return;
  void browser.sidePanel.setOptions(SIDE_PANEL);
  void browser.sidePanel
    .open({ windowId })
    .then(() => rememberPlace('side-panel'))
    .then(() => window.close());
});
