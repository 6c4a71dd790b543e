// Starts Firefox with the built add-on and does what a user does in its own windows: the icon's click, the answer to a permission question.
//
// Playwright loads no add-ons into Firefox; puppeteer does, by WebDriver BiDi. The toolbar is reached through Firefox's own system
// access for automation, so the add-on under test is the built one, unchanged.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type FirefoxPanel, panelIn } from './firefox-panel';
import type { SiteServer } from './site-server';

const ADDON_ID = 'gov-site-inspector@localhost';
/** Firefox makes up the host of an add-on's pages for each profile; here it is known beforehand. */
const HOST = '6d5f2a0e-5f0c-4c39-9d0b-3f2a5c1b7e11';
const HEADING_WITHIN_MS = 30_000;
const DEFAULT_ADDON = resolve('.output/firefox-mv3');

export interface InspectedFirefox {
  browser: Browser;
  /** The panel in the sidebar; open only after the icon was clicked. */
  panel: FirefoxPanel;
  /** Start of the add-on's own addresses. */
  addon: string;
  /** What the browser calls itself, e.g. `firefox/140.0`. */
  version: string;
  /** Where downloads land. */
  downloads: string;
  /** Clicks the icon in the toolbar while this page is in front. */
  clickIcon(page: Page): Promise<void>;
  /** The workbench in a tab of its own, at a route such as `#/sessions`. */
  openWorkbench(route?: string): Promise<Page>;
  /** What “Allow” in the browser's question does. */
  grantHosts(origins: string[]): Promise<void>;
  close(): Promise<void>;
}

/** `site`: all hosts there are; every other name leads there too, so that nothing leaves the computer. */
export async function launchFirefox(
  executablePath: string,
  site: Pick<SiteServer, 'port' | 'securePort'>,
  addonFolder = DEFAULT_ADDON,
): Promise<InspectedFirefox> {
  const downloads = mkdtempSync(join(tmpdir(), 'gov-site-inspector-firefox-'));
  const ports = [`80=${site.port}`, ...(site.securePort ? [`443=${site.securePort}`] : [])];
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: HOST }),
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': ports.join(';'),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
    },
  });
  const inToolbar = await toolbarOf(browser);
  await inToolbar(enlarge);
  await browser.installExtension(resolve(addonFolder));
  return {
    browser,
    panel: panelIn((source) => inToolbar(runInSidebar, source)),
    addon: `moz-extension://${HOST}/`,
    version: await browser.version(),
    downloads,
    async clickIcon(page) {
      await page.bringToFront();
      await inToolbar(clickAction, ADDON_ID);
    },
    async openWorkbench(route = '#/sessions') {
      const page = await browser.newPage();
      // Firefox never reports pages of add-ons as loaded.
      void page.goto(`moz-extension://${HOST}/workbench.html${route}`).catch(() => undefined);
      await headingOf(page);
      return page;
    },
    async grantHosts(origins) {
      await inToolbar(grantOrigins, ADDON_ID, ...origins);
    },
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/**
 * Waits for the heading of a page that is being opened. Asked plainly and again: puppeteer's own wait puts its helpers into the
 * empty page that is there before, and keeps the error for good when that page goes away in that moment.
 */
async function headingOf(page: Page): Promise<void> {
  const deadline = Date.now() + HEADING_WITHIN_MS;
  while (!(await page.evaluate(() => document.querySelector('h1') !== null).catch(() => false))) {
    if (Date.now() > deadline) throw new Error('Firefox 没有打开工作台');
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Runs in Firefox's own window. What the toolbar's button does when it is clicked, `activeTab` included. */
async function clickAction(addonId: string): Promise<string> {
  const { ChromeUtils, WebExtensionPolicy } = window as unknown as Chrome;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(addonId);
  await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
  // As a user drags it: a new sidebar is narrower than the narrowest dock.
  document.getElementById('sidebar-box')?.style.setProperty('width', '420px');
  return '';
}

/** Runs in Firefox's own window, which opens small where there is no screen. */
async function enlarge(): Promise<string> {
  window.resizeTo(1440, 1000);
  return '';
}

/** Runs in Firefox's own window. */
async function grantOrigins(addonId: string, ...origins: string[]): Promise<string> {
  const { ChromeUtils, WebExtensionPolicy } = window as unknown as Chrome;
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const { extension } = WebExtensionPolicy.getByID(addonId);
  await ExtensionPermissions.add(addonId, { origins, permissions: [] }, extension);
  return '';
}

/**
 * Runs in Firefox's own window: evaluates the source in the sidebar's page, which no tab list knows. The answer is text; an
 * error comes as one.
 */
function runInSidebar(source: string): Promise<string> {
  const sidebar = document.getElementById('sidebar') as HTMLIFrameElement | null;
  const panel = sidebar?.contentDocument?.getElementById('webext-panels-browser') as unknown as
    | { messageManager?: MessageManager }
    | null
    | undefined;
  const manager = panel?.messageManager;
  if (!manager) return Promise.reject(new Error('the sidebar is not open'));
  const channel = `answer ${Math.random()}`;
  const script = `{ const scope = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    let answer; try { answer = { value: String(Cu.evalInSandbox(${JSON.stringify(source)}, scope)) }; }
    catch (error) { answer = { error: String(error) }; }
    sendAsyncMessage(${JSON.stringify(channel)}, answer); }`;
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error('the sidebar does not answer')), 5_000);
    const hear = ({ data }: { data: { value?: string; error?: string } }) => {
      clearTimeout(timer);
      manager.removeMessageListener(channel, hear);
      if (data.error) failed(new Error(data.error));
      else done(data.value ?? '');
    };
    manager.addMessageListener(channel, hear);
    manager.loadFrameScript(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

interface MessageManager {
  addMessageListener(
    channel: string,
    listener: (message: { data: { value?: string; error?: string } }) => void,
  ): void;
  removeMessageListener(channel: string, listener: unknown): void;
  loadFrameScript(address: string, later: boolean): void;
}

/** The part of Firefox's own window that is used. */
interface Chrome {
  ChromeUtils: {
    importESModule(address: string): {
      ExtensionParent: {
        apiManager: {
          global: { browserActionFor(extension: unknown): { triggerAction(window: Window): Promise<void> } };
        };
      };
      ExtensionPermissions: {
        add(
          id: string,
          what: { origins: string[]; permissions: string[] },
          extension: unknown,
        ): Promise<void>;
      };
    };
  };
  WebExtensionPolicy: { getByID(id: string): { extension: unknown } };
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
}

/** Runs self-contained functions in Firefox's own window; arguments are plain text. */
async function toolbarOf(browser: Browser) {
  // puppeteer has no words for the browser's own window, but its connection has.
  const { connection } = browser as unknown as { connection: Bidi };
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [first] = result.contexts as { context: string }[];
  if (!first) throw new Error('Firefox 没有打开窗口');
  return async (work: (...texts: string[]) => Promise<string>, ...texts: string[]): Promise<string> => {
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: String(work),
      arguments: texts.map((value) => ({ type: 'string', value })),
      target: { context: first.context },
      awaitPromise: true,
      userActivation: true,
    });
    const { exceptionDetails, result: given } = answer.result as {
      exceptionDetails?: { text: string };
      result?: { value?: string };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return given?.value ?? '';
  };
}
