// Opens one example after another in a real browser and asks the built scripts what hinders people there, own rules and axe's.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import accessibility from '../../lib/checks/accessibility';
import barriers from '../../lib/checks/barriers';
import { barrierRules, isBarrierId } from '../../lib/checks/judge/barriers/rules';
import { AccessibilityFacts } from '../../lib/model/facts/accessibility';
import { BarrierFacts } from '../../lib/model/facts/barriers';
import type { FrameFacts, PageFacts } from '../../lib/model/page-facts';
import type { Collection, Example } from './example';

/** One rule that reported something on a page. */
export interface Report {
  /** Id of an own rule, or axe's with 'axe:' before it. */
  rule: string;
  own: boolean;
  /** true: reported as a violation of WCAG A or AA, not for a person to look at. */
  certain: boolean;
  /** The success criteria that it speaks of. */
  criteria: string[];
  count: number;
  /** What the first place is. */
  subject: string;
}

const HOST = 'http://examples.shili.gov.cn';
const VIEWPORT = { width: 1280, height: 900 };
/** Most time that the two probes may take on a page, in milliseconds. */
const PROBE_MS = 20_000;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.vtt': 'text/vtt',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
};

export interface Looker {
  /** One example after another: a second call waits for nobody, so ask again only when the first has answered. */
  look(collection: Collection, example: Example): Promise<Report[]>;
}

/** `extension`: folder of the built extension, whose scripts are injected as they are. `count` lookers work side by side. */
export async function startLooking(
  extension: string,
  count: number,
): Promise<{ lookers: Looker[]; close(): Promise<void> }> {
  const scripts = ['probe.js', 'axe.js', 'accessibility.js'].map((file) =>
    readFileSync(join(extension, file), 'utf8'),
  );
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  const lookers = await Promise.all(Array.from({ length: count }, () => openLooker(browser, scripts)));
  return { lookers, close: () => browser.close() };
}

/** A window that goes from page to page. */
async function openLooker(browser: Browser, scripts: string[]): Promise<Looker> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const cdp = await page.context().newCDPSession(page);
  let now: { folder: string; example: Example; shown: boolean } | undefined;
  // The example under its path, the collection's files beside it; nothing else exists, and nobody leads the page away.
  await page.route('**/*', async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    if (!now) return route.abort('aborted');
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      if (now.shown) return route.abort('aborted');
      now.shown = true;
      const { body, type } = now.example.page;
      return route.fulfill({ body, contentType: type });
    }
    const file = join(now.folder, normalize(decodeURIComponent(pathname)));
    if (origin !== HOST || !file.startsWith(now.folder) || !existsSync(file) || !statSync(file).isFile())
      return route.abort('connectionrefused');
    // Pictures may come without an ending in their name; the browser looks at the bytes.
    const contentType = TYPES[extname(file).toLowerCase()];
    return route.fulfill({ body: readFileSync(file), ...(contentType ? { contentType } : {}) });
  });
  return {
    async look({ folder }, example) {
      now = { folder, example, shown: false };
      const url = `${HOST}${example.path}`;
      // Not until its load event: of a page that tries to lead away while it loads, nobody hears of one.
      await page.goto(url, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.readyState === 'complete');
      const facts: PageFacts = {
        schema: 1,
        url,
        title: '',
        at: '2026-01-01T00:00:00Z',
        viewport: { ...VIEWPORT, ratio: 1 },
        skipped: [],
        frames: [],
      };
      for (const [index, frame] of (await framesOf(cdp)).entries())
        facts.frames.push({
          url: frame.url,
          top: index === 0,
          facts: await readFrame(cdp, scripts, frame.id),
        });
      return [...ownReports(facts), ...axeReports(facts)];
    },
  };
}

interface Tree {
  frame: { id: string; url: string; unreachableUrl?: string };
  childFrames?: Tree[];
}

/** Frames that loaded, the page's own first. */
async function framesOf(cdp: CDPSession): Promise<Tree['frame'][]> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const list = (tree: Tree): Tree['frame'][] => [tree.frame, ...(tree.childFrames ?? []).flatMap(list)];
  return list(frameTree).filter(
    ({ unreachableUrl, url }) => !unreachableUrl && !url.startsWith('chrome-error:'),
  );
}

async function readFrame(cdp: CDPSession, scripts: string[], frameId: string): Promise<FrameFacts['facts']> {
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId,
    worldName: 'extension',
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  for (const script of scripts) await evaluate(script);
  const own = (await evaluate(`__gsiGather('barriers', ${PROBE_MS})`)) as { facts: unknown };
  const axe = (await evaluate(`__gsiAccessibility(${PROBE_MS})`)) as { facts: unknown };
  return { barriers: BarrierFacts.parse(own.facts), accessibility: AccessibilityFacts.parse(axe.facts) };
}

/** What the check makes of the facts, so that its judgement of certainty is what is measured. */
function ownReports(facts: PageFacts): Report[] {
  const { findings } = barriers.run(facts, { params: {}, governmentHosts: [] });
  const reports = new Map<string, Report>();
  for (const { item, kind, locator, found } of findings) {
    const rule = item.split('|')[0] ?? '';
    const known = reports.get(rule);
    if (known) known.count += 1;
    else
      reports.set(rule, {
        rule,
        own: true,
        certain: kind === 'violation',
        criteria: isBarrierId(rule) ? [barrierRules[rule].criterion] : [],
        count: 1,
        subject: locator?.text ?? found ?? '',
      });
  }
  return [...reports.values()];
}

function axeReports(facts: PageFacts): Report[] {
  const { findings } = accessibility.run(facts, { params: {}, governmentHosts: [] });
  const tags = new Map(
    facts.frames.flatMap((frame) =>
      [
        ...(frame.facts.accessibility?.violations ?? []),
        ...(frame.facts.accessibility?.incomplete ?? []),
      ].map((rule) => [rule.rule, rule.tags] as const),
    ),
  );
  const reports = new Map<string, Report>();
  for (const { item, kind, found } of findings) {
    const rule = item.split('|')[0] ?? '';
    const key = `${rule} ${kind}`;
    const known = reports.get(key);
    if (known) known.count += 1;
    else
      reports.set(key, {
        rule: `axe:${rule}`,
        own: false,
        certain: kind === 'violation',
        criteria: (tags.get(rule) ?? []).flatMap((tag) => {
          const [, a, b, c] = /^wcag(\d)(\d)(\d{1,2})$/.exec(tag) ?? [];
          return a ? [`${a}.${b}.${c}`] : [];
        }),
        count: 1,
        subject: found ?? '',
      });
  }
  return [...reports.values()];
}
