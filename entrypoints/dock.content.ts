// Injected on a click: holds the panel's frame over the page and draws marks. No React, px only.
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  registration: 'runtime',
  main() {},
});
