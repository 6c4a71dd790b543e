// Lets the extension frame one site in one tab as a phone sees it, for as long as the preview is open: a rule and a script of this session.
import { browser } from 'wxt/browser';
import { originsOf } from './host-access';

const scriptId = (tabId: number) => `phone-agent-${tabId}`;

/** The browser's own name as a phone would say it. */
function phoneAgent(): string {
  return navigator.userAgent
    .replace(/\([^)]*\)/, '(Linux; Android 10; K)')
    .replace('HeadlessChrome', 'Chrome')
    .replace(/ (?:Mobile )?Safari\//, ' Mobile Safari/');
}

/** Frames of `site` in this tab only: no refusal to be framed, and asked for as by a phone. */
export async function allowFraming(tabId: number, site: string): Promise<void> {
  await endFraming(tabId);
  await browser.declarativeNetRequest.updateSessionRules({
    addRules: [
      {
        id: tabId,
        condition: { tabIds: [tabId], resourceTypes: ['sub_frame'], requestDomains: [site] },
        action: {
          type: 'modifyHeaders',
          responseHeaders: [
            { header: 'x-frame-options', operation: 'remove' },
            { header: 'content-security-policy', operation: 'remove' },
          ],
          requestHeaders: [
            { header: 'user-agent', operation: 'set', value: phoneAgent() },
            { header: 'sec-ch-ua-mobile', operation: 'set', value: '?1' },
            { header: 'sec-ch-ua-platform', operation: 'set', value: '"Android"' },
          ],
        },
      },
    ],
  });
  // The script leaves at its first line wherever its parent is no page of an extension.
  await browser.scripting.registerContentScripts([
    {
      id: scriptId(tabId),
      js: ['phone-agent.js'],
      matches: originsOf(site),
      allFrames: true,
      runAt: 'document_start',
      world: 'MAIN',
      persistAcrossSessions: false,
    },
  ]);
}

/** Takes rule and script away; nothing happens when there are none. */
export async function endFraming(tabId: number): Promise<void> {
  await Promise.allSettled([
    browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [tabId] }),
    browser.scripting.unregisterContentScripts({ ids: [scriptId(tabId)] }),
  ]);
}
