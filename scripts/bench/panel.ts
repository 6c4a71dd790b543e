// How soon a tick is durable, and what other pages carry of ours.
import type { InspectedBrowser } from '../driver/browser';
import { openDock, startInspection } from '../driver/dock';
import type { SiteServer } from '../driver/site-server';
import { summary } from './figures';

const TICKS = 100;
const PAGE = 'http://www.shili.gov.cn/generated/portal?elements=1500';

/** From the key to the desk's answer, which comes after the write is durable, and to the verdict in the row; measured in the panel. */
export async function benchTick(browser: InspectedBrowser) {
  process.stderr.write(`▶ 认定 ${TICKS} 次 …\n`);
  const page = await browser.context.newPage();
  await page.goto(PAGE);
  const dock = await openDock(browser, page);
  await startInspection(dock, { inspector: '测速' });
  await dock.getByRole('radiogroup', { name: '认定' }).first().waitFor();
  await page.keyboard.press('j');
  await dock.waitForFunction(() => document.activeElement?.id.startsWith('criterion-'));
  // The TypeScript loader names inner functions through a helper that the page does not have.
  await dock.evaluate('globalThis.__name = (named) => named');
  const { durable, shown } = await dock.evaluate(async (ticks) => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome;
    const send = runtime.sendMessage.bind(runtime);
    let answered: () => void = () => undefined;
    runtime.sendMessage = async (message) => {
      const reply = await send(message);
      if (JSON.stringify(message).includes('setVerdicts')) answered();
      return reply;
    };
    const durableAfter: number[] = [];
    const shownAfter: number[] = [];
    let started = 0;
    const observer = new MutationObserver(() => shownAfter.push(performance.now() - started));
    observer.observe(document.body, { attributeFilter: ['data-status'], subtree: true });
    for (let i = 0; i < ticks; i++) {
      const stored = new Promise<void>((resolve) => {
        answered = resolve;
      });
      started = performance.now();
      const key = i % 2 === 0 ? '1' : '3';
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
      await stored;
      durableAfter.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    runtime.sendMessage = send;
    observer.disconnect();
    return { durable: durableAfter, shown: shownAfter };
  }, TICKS);
  await page.close();
  return { durable: summary(durable), shown: summary(shown) };
}

/** What a page carries of ours while nobody inspects it, though another tab is inspected. */
export async function benchUninspected(browser: InspectedBrowser, site: SiteServer) {
  const page = await browser.context.newPage();
  await page.goto('http://zwfw.shili.gov.cn/');
  const bytes = await page.evaluate(
    () =>
      [...document.querySelectorAll('[data-gov-site-inspector]')].map((own) => own.outerHTML).join('').length,
  );
  const [worker] = browser.context.serviceWorkers();
  const registered = await worker?.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
    };
    return (await chrome.scripting.getRegisteredContentScripts()).length;
  });
  await page.close();
  return { bytes, registeredContentScripts: registered ?? 0, requestsServed: site.requests.length };
}
