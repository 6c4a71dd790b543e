// Starts a real browser with the built extension, for the commands and for the end-to-end tests.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';

/** Quiet start, nothing from outside: the browser itself makes no requests. */
const BASE_ARGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--enable-unsafe-extension-debugging',
];

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension?: string;
  /** Kept when given; else a temporary profile that `close` removes. */
  profile?: string;
  headless?: boolean;
  /** Resolver rule, e.g. `MAP *.gov.cn 127.0.0.1:4100`. */
  hostMap?: string;
  viewport?: { width: number; height: number };
  downloads?: string;
  /** X display for a window, e.g. `:99`; else that of the environment. */
  display?: string;
  colorScheme?: 'light' | 'dark';
  /** What the browser calls itself, instead of its own name. */
  userAgent?: string;
  /** The caller listens to SIGINT and its kin and closes the browser; else the driver ends the process on them. */
  ownSignals?: boolean;
  /** Public key of a server that is trusted without asking who signed it: base64 of its SHA-256. */
  trustedKey?: string;
}

export interface InspectedBrowser {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** Acts like a click on the extension's icon while this page is in front. */
  clickIcon(page: Page): Promise<void>;
  cdp: CDPSession;
  close(): Promise<void>;
}

const DEFAULT_EXTENSION = resolve('.output/chrome-mv3');

export async function launchBrowser(options: LaunchOptions = {}): Promise<InspectedBrowser> {
  const extension = resolve(options.extension ?? DEFAULT_EXTENSION);
  const headless = options.headless ?? true;
  const profile = options.profile ?? temporaryProfile();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless,
    viewport: headless ? (options.viewport ?? { width: 1440, height: 900 }) : null,
    ...(options.downloads ? { downloadsPath: options.downloads } : {}),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(options.userAgent ? { userAgent: options.userAgent } : {}),
    acceptDownloads: true,
    ...(options.display ? { env: { ...process.env, DISPLAY: options.display } } : {}),
    ...(options.ownSignals ? { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } : {}),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: argumentsFor(options),
  });
  // However this process ends. After the launch, so that Playwright's own exit handler has ended the browser before.
  if (!options.profile) process.once('exit', () => removeAtExit(profile));
  const browser = context.browser();
  if (!browser) throw new Error('浏览器没有启动');
  const cdp = await browser.newBrowserCDPSession();
  const worker = await extensionWorker(context, cdp, extension);
  const extensionId = new URL(worker.url()).host;
  // Right after its installation a click would come before the worker listens.
  for (let tries = 0; tries < 100 && !(await isListening(worker)); tries++)
    await context.pages()[0]?.waitForTimeout(50);
  return {
    context,
    extensionId,
    profile,
    cdp,
    async clickIcon(page) {
      await page.bringToFront();
      await cdp.send(
        'Extensions.triggerAction' as 'Browser.getVersion',
        {
          id: extensionId,
          targetId: await tabTarget(cdp, page),
        } as never,
      );
    },
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, REMOVAL);
    },
  };
}

export function browserPath(): string {
  return process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
}

/** What the browser is started with. */
export function argumentsFor(options: LaunchOptions): string[] {
  const extension = resolve(options.extension ?? DEFAULT_EXTENSION);
  return [
    ...BASE_ARGS,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...((options.headless ?? true) ? ['--disable-gpu'] : ['--start-maximized']),
    ...(options.hostMap ? [`--host-resolver-rules=${options.hostMap}`] : []),
    ...(options.trustedKey ? [`--ignore-certificate-errors-spki-list=${options.trustedKey}`] : []),
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
}

/** A new profile; it does not offer to translate Chinese pages. */
export function temporaryProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ translate: { enabled: false } }));
  return profile;
}

/** The browser may still be writing for some seconds after it said goodbye. */
export const REMOVAL = { recursive: true, force: true, maxRetries: 15, retryDelay: 100 };

function removeAtExit(profile: string): void {
  try {
    rmSync(profile, { ...REMOVAL, maxRetries: 5 });
  } catch {
    // The process ends: what is left belongs to the system's cleaning of temporary files.
  }
}

async function isListening(worker: Worker): Promise<boolean> {
  return worker.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { action?: { onClicked: { hasListeners(): boolean } } };
    };
    return chrome.action?.onClicked.hasListeners() ?? false;
  });
}

/** Branded Chrome and Edge ignore --load-extension; there the extension is loaded through the debugging pipe. */
async function extensionWorker(context: BrowserContext, cdp: CDPSession, extension: string): Promise<Worker> {
  const present = () => context.serviceWorkers().find(({ url }) => url().startsWith('chrome-extension://'));
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 5_000 }).catch(() => undefined));
  if (worker) return worker;
  await cdp.send('Extensions.loadUnpacked' as 'Browser.getVersion', { path: extension } as never);
  return present() ?? context.waitForEvent('serviceworker', { timeout: 10_000 });
}

/**
 * The 'tab' target in front that shows the page: actions are triggered on tabs, not on pages. A tab calls an error page
 * by the address that failed, an empty page by the address that it waits for, and a page source by its own scheme.
 */
async function tabTarget(cdp: CDPSession, page: Page): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] });
    const tab = targetInfos.find((target) => {
      const { embedderData } = target as { embedderData?: { tabActive?: boolean } };
      const shown =
        target.url.replace(/^view-source:/, '') === page.url() ||
        /^(chrome-error:|about:blank$)/.test(page.url());
      return target.type === 'tab' && embedderData?.tabActive && shown;
    });
    if (tab) return tab.targetId;
    await page.waitForTimeout(50);
  }
  throw new Error(`没有找到标签页：${page.url()}`);
}
