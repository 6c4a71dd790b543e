// Clicks every labelled link of the sample page in real Chromium: right sights, nothing leaves, everything is put back.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickVerdict } from '@/lib/checks/judge/click-verdict';
import { hostsOf } from '@/lib/checks/judge/own-hosts';
import type { ClickTarget } from '@/lib/leave-notice/run';
import { ClickRound, type LeaveNoticeClick } from '@/lib/model/facts/leave-notice';
import { hasChromium } from '../probes/chromium-page';

const SITE = 'test/fixtures/site/www.shili.gov.cn';
const HOST = 'http://www.shili.gov.cn';
const PROGRAM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

interface Labelled {
  kind: ClickTarget['kind'];
  selector: string;
  address: string;
  text: string;
  expected: string;
}

describe.skipIf(!hasChromium)('harmless clicks', () => {
  let browser: Browser;
  let script: string;

  beforeAll(async () => {
    script = await bundle();
    browser = await chromium.launch({
      executablePath: PROGRAM,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
  }, 60_000);

  afterAll(() => browser?.close());

  it('see what a visitor would see, link by link, and leave the page as it was', async () => {
    const { page, requests } = await open('/links/index.html');
    await page.evaluate(() => {
      scrollTo(0, 300);
      document.querySelector('input')?.focus();
    });
    const labelled = await page.evaluate(readLabels);
    expect(labelled.length).toBeGreaterThan(28);
    const before = await page.evaluate(stateOf);
    const asked = requests.length;
    const round = await clickAll(page, labelled);
    expect(round.resists).toBeUndefined();
    const said = labelled.map(({ expected: _, ...link }, index) => {
      const claim = round.claims.find((one) => one.index === index);
      const click: LeaveNoticeClick = { ...link, role: 'external', ...(claim && { claim }) };
      const verdict = clickVerdict(click, hostsOf([HOST]), []);
      return `${link.address} ${verdict?.state} ${verdict?.why}`;
    });
    for (const [at, { address, expected }] of labelled.entries()) {
      const [state, words = ''] = expected.split(' ');
      expect(said[at], said[at]).toContain(`${address} ${state} `);
      expect(said[at], said[at]).toContain(words);
    }
    expect(requests.slice(asked)).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
    expect(await page.evaluate(stateOf)).toEqual(before);
    // Nothing may come late either.
    await page.waitForTimeout(2_500);
    expect(requests.slice(asked)).toEqual([]);
    expect(page.url()).toBe(`${HOST}/links/index.html`);
    await page.close();
  }, 120_000);

  it.each([
    ['/links/resisting.html', 'events'],
    ['/links/frozen-open.html', 'window'],
  ])('report %s, which keeps an exit, without clicking', async (path, why) => {
    const { page, requests } = await open(path);
    const asked = requests.length;
    const round = await clickAll(page, [{ kind: 'anchor', selector: 'a' }]);
    expect(round).toEqual({ claims: [], resists: why });
    expect(requests.slice(asked)).toEqual([]);
    expect(page.context().pages()).toHaveLength(1);
    await page.close();
  });

  it('give every replaced function back', async () => {
    const { page } = await open('/links/index.html');
    const names = () =>
      [
        window.open,
        window.fetch,
        window.confirm,
        window.alert,
        window.setTimeout,
        window.setInterval,
        HTMLElement.prototype.click,
        HTMLElement.prototype.focus,
        HTMLFormElement.prototype.submit,
        EventTarget.prototype.dispatchEvent,
        Element.prototype.setAttribute,
        XMLHttpRequest.prototype.send,
        History.prototype.back,
        Navigator.prototype.sendBeacon,
        Document.prototype.write,
        Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')?.set,
        Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')?.set,
      ].map(String);
    const before = await page.evaluate(names);
    await clickAll(page, [{ kind: 'anchor', selector: 'a' }]);
    expect(await page.evaluate(names)).toEqual(before);
    expect(await page.evaluate(() => Object.keys(window).filter((name) => name.includes('gsi')))).toEqual([]);
    await page.close();
  });

  async function open(path: string) {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(request.url()));
    await page.route('**/*', (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== HOST) return route.abort();
      try {
        const type = pathname.endsWith('.js')
          ? 'text/javascript'
          : pathname.endsWith('.svg')
            ? 'image/svg+xml'
            : 'text/html';
        return route.fulfill({ contentType: type, body: readFileSync(SITE + pathname) });
      } catch {
        return route.fulfill({ status: 404, body: '' });
      }
    });
    await page.goto(HOST + path);
    return { page, requests };
  }

  async function clickAll(page: Page, links: Pick<Labelled, 'kind' | 'selector'>[]): Promise<ClickRound> {
    const targets = links.map(({ kind, selector }, index) => ({ index, kind, selector }));
    await page.evaluate(script);
    const answer = await page.evaluate((given) => {
      const run = globalThis.__gsiLeaveNotice;
      delete globalThis.__gsiLeaveNotice;
      return run?.(given);
    }, targets);
    return ClickRound.parse(answer);
  }
});

/** Runs in the page. */
function readLabels(): Labelled[] {
  return [...document.querySelectorAll('[data-expect]')].map((element, at) => {
    element.setAttribute('data-at', String(at));
    const name = element.localName;
    const handler = /'(https:\/\/[^']+)'/.exec(
      `${element.getAttribute('href')} ${element.getAttribute('onclick')}`,
    )?.[1];
    const via = new URL(element.getAttribute('href') ?? '', location.href).searchParams.get('url');
    const plain =
      element.getAttribute('data-href') ??
      (element as HTMLAnchorElement).href ??
      element.getAttribute('value') ??
      element.getAttribute('action') ??
      '';
    const kinds: Record<string, Labelled['kind']> = {
      a: 'anchor',
      area: 'area',
      option: 'option',
      form: 'form',
    };
    return {
      kind: kinds[name] ?? 'handler',
      selector: `[data-at="${at}"]`,
      address:
        via ?? handler ?? (plain || (element.getAttribute('value') ?? element.getAttribute('action') ?? '')),
      text: (element.textContent ?? '').trim(),
      expected: element.getAttribute('data-expect') ?? '',
    };
  });
}

/** Runs in the page: what a visitor and the page's scripts would notice. */
function stateOf() {
  const focus = document.activeElement;
  return {
    href: location.href,
    scroll: [scrollX, scrollY],
    focus: focus?.outerHTML,
    text: document.body.innerText,
    elements: document.getElementsByTagName('*').length,
    links: [...document.querySelectorAll('a, area')].map((link) =>
      ['href', 'data-href', 'target', 'class', 'onclick'].map((name) => link.getAttribute(name)),
    ),
    body: [document.body.className, document.body.getAttribute('style')],
    open: document.querySelectorAll('dialog[open], [data-held-src]').length,
    choices: [...document.querySelectorAll('select')].map(({ selectedIndex }) => selectedIndex),
    history: history.length,
  };
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      minify: false,
      lib: { entry: 'entrypoints/leave-notice.ts', formats: ['iife'], name: 'entry' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return `(() => { ${output.output[0].code}; entry.main(); })()`;
}
