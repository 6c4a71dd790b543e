// The end-to-end tests' stage: the sample site, and a real browser with the built extension per test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Frame, type Page } from '@playwright/test';
import { type InspectedBrowser, launchBrowser } from '@/scripts/driver/browser';
import { openDock, startInspection } from '@/scripts/driver/dock';
import { type SiteServer, serveSite } from '@/scripts/driver/site-server';

export const HOME = 'http://www.shili.gov.cn/';

interface Stage {
  /** Folder of the browser's profile; kept over `relaunch`. */
  profile: string;
  browser: InspectedBrowser;
  /** Closes the browser and starts it again with the same profile. */
  relaunch(): Promise<InspectedBrowser>;
  /** Opens an address in a new tab, the dock over it. */
  inspect(path?: string): Promise<{ page: Page; dock: Frame }>;
  /** The same with an inspection started. */
  begin(path?: string): Promise<{ page: Page; dock: Frame }>;
}

export const test = base.extend<{ stage: Stage }, { site: SiteServer }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for the destructured form.
    async ({}, use) => {
      const site = await serveSite(undefined, 0, { secure: true });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  stage: async ({ site }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'gov-site-inspector-e2e-'));
    const launch = () => launchBrowser({ profile, hostMap: site.hostMap });
    let browser = await launch();
    const stage: Stage = {
      profile,
      get browser() {
        return browser;
      },
      async relaunch() {
        await browser.close();
        browser = await launch();
        return browser;
      },
      async inspect(path = '') {
        const page = await browser.context.newPage();
        await page.goto(new URL(path, HOME).href);
        return { page, dock: await openDock(browser, page) };
      },
      async begin(path = '') {
        const opened = await stage.inspect(path);
        await startInspection(opened.dock, { inspector: '张检查' });
        return opened;
      },
    };
    await use(stage);
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
