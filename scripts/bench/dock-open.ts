// How soon the panel can be used after the click on the icon, as a user has it: in a browser that nothing is attached to.
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { launchBrowser, REMOVAL, temporaryProfile } from '../driver/browser';
import { dockOf, openDock, startInspection } from '../driver/dock';
import type { SiteServer } from '../driver/site-server';
import { startUndriven, type UndrivenBrowser } from '../driver/undriven-browser';
import { summary } from './figures';

const OPENINGS = 20;
const PAGE = 'http://www.shili.gov.cn/generated/portal?elements=1500';
/** People click on a page that is there, not on one that is still being drawn. */
const PAGE_AT_REST_MS = 1_500;
/** Far longer than an opening takes; only then is the frame asked, so that the question costs the opening nothing. */
const OPENED_AFTER_MS = 2_000;
/** After its start the browser is busy with itself. */
const BROWSER_AT_REST_MS = 4_000;

interface Target {
  targetId: string;
  type: string;
  url: string;
}

/**
 * `usable`: from the click to the first picture of the panel, drawn with the button of the one-click check, with an inspection
 * under way. `driven`: the same in a browser that the test driver is attached to, asked from outside until the button is there,
 * and the checklist; what the driver itself takes is in it.
 */
export async function benchDockOpen({ hostMap }: SiteServer) {
  process.stderr.write(`▶ 打开检查台 ${2 * OPENINGS} 次 …\n`);
  const profile = temporaryProfile();
  try {
    const { driven, extensionId } = await openDriven(profile, hostMap);
    const browser = startUndriven({ profile, hostMap });
    await wait(BROWSER_AT_REST_MS);
    const usable: number[] = [];
    for (let i = 0; i < OPENINGS; i++) usable.push(await openOnce(browser, extensionId));
    await browser.close();
    return { usable: summary(usable), driven };
  } finally {
    await rm(profile, REMOVAL);
  }
}

/** Milliseconds from the click to the first picture. */
async function openOnce({ send }: UndrivenBrowser, extensionId: string): Promise<number> {
  const targets = async () =>
    (await send<{ targetInfos: Target[] }>('Target.getTargets', { filter: [{}] })).targetInfos;
  const page = await send<Target>('Target.createTarget', { url: PAGE });
  await wait(PAGE_AT_REST_MS);
  const tab = (await targets()).find(({ type, url }) => type === 'tab' && url === PAGE);
  const clicked = Date.now();
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab?.targetId });
  await wait(OPENED_AFTER_MS);
  const frame = (await targets()).find(
    ({ type, url }) => type === 'iframe' && url.includes('/sidepanel.html'),
  );
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
    targetId: frame?.targetId,
    flatten: true,
  });
  const { result } = await send<{ result: { value: { at: number; button: boolean } } }>(
    'Runtime.evaluate',
    { expression: `(${firstPicture})()`, returnByValue: true },
    sessionId,
  );
  await send('Target.closeTarget', { targetId: page.targetId });
  if (!result.value.button) throw new Error('检查台打开后没有“一键检查”按钮');
  return Math.round(result.value.at - clicked);
}

/** Runs in the panel. `at`: milliseconds since the epoch. Nothing is drawn there before the screen with the button. */
const firstPicture = `() => {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const button = [...document.querySelectorAll('button')].some(({ textContent, disabled }) => textContent === '一键检查' && !disabled);
  return { at: performance.timeOrigin + (paint?.startTime ?? NaN), button };
}`;

/** Also begins the inspection, which stays in the profile. */
async function openDriven(profile: string, hostMap: string) {
  const browser = await launchBrowser({ profile, hostMap });
  const first = await browser.context.newPage();
  await first.goto(PAGE);
  await startInspection(await openDock(browser, first), { inspector: '测速' });
  await first.close();
  const usable: number[] = [];
  const listed: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const page = await browser.context.newPage();
    await page.goto(PAGE);
    await page.waitForTimeout(PAGE_AT_REST_MS);
    const started = Date.now();
    await browser.clickIcon(page);
    const dock = await dockOf(page);
    await dock.getByRole('button', { name: '一键检查' }).waitFor();
    usable.push(Date.now() - started);
    await dock.getByRole('radiogroup', { name: '认定' }).first().waitFor();
    listed.push(Date.now() - started);
    await page.close();
  }
  await browser.close();
  return {
    driven: { usable: summary(usable), checklistShown: summary(listed) },
    extensionId: browser.extensionId,
  };
}
