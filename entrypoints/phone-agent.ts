// Runs in the preview's frame before the page's own scripts: lets them see a phone's browser, as the server does.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {
  if (!/^(?:chrome|moz)-extension:/.test(location.ancestorOrigins?.[0] ?? '')) return;
  const agent = navigator.userAgent
    .replace(/\([^)]*\)/, '(Linux; Android 10; K)')
    .replace('HeadlessChrome', 'Chrome')
    .replace(/ (?:Mobile )?Safari\//, ' Mobile Safari/');
  const shown: Record<string, unknown> = {
    userAgent: agent,
    appVersion: agent.replace(/^Mozilla\//, ''),
    platform: 'Linux armv81',
    maxTouchPoints: 5,
    userAgentData: {
      brands: [],
      mobile: true,
      platform: 'Android',
      getHighEntropyValues: async () => ({ mobile: true, platform: 'Android' }),
    },
  };
  for (const [name, value] of Object.entries(shown))
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
});
