// What only a real browser does: loading, cascade, named form fields, shadow roots, caps on large pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImageFacts } from '@/lib/model/facts/images';
import type { LinkFacts } from '@/lib/model/facts/links';
import { type Answer, hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/';
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const gif: Answer = { body: GIF, type: 'image/gif' };
const html = (body: string): Answer => ({
  body: `<!doctype html><meta charset=utf-8>${body}`,
  type: 'text/html',
});

describe.skipIf(!hasChromium)('probes in Chromium (skipped where no Chromium is installed)', () => {
  let browser: ProbeBrowser;

  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  async function images(body: string, answers: Record<string, Answer> = {}) {
    const shown = await browser.show(PAGE, { [PAGE]: html(body), ...answers });
    const { facts, skipped } = await shown.gather<ImageFacts>('images');
    await shown.close();
    return { ...ImageFacts.parse(facts), skipped };
  }

  it('tells loaded, failed, deferred and unknown apart', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>';
    const { images: seen } = await images(
      `<img src="/ok.gif"><img src="/404.png"><img src="/refused.png"><img src="/page.png"><img src="/no-size.svg">
       <img src="file:///C:/Users/a/b.png"><img src="C:\\pic\\a.png"><img src="">
       <input type="IMAGE" src="/button.png"><svg><image href="/svg404.png"/></svg>
       <picture><source srcset="/gone.webp"><img src="/ok.gif"></picture>
       <div style="height:20000px"></div><img src="/far.gif" loading="lazy">`,
      {
        [`${PAGE}ok.gif`]: gif,
        [`${PAGE}404.png`]: { status: 404 },
        [`${PAGE}page.png`]: { body: '<p>登录', type: 'text/html' },
        [`${PAGE}no-size.svg`]: { body: svg, type: 'image/svg+xml' },
        [`${PAGE}button.png`]: { status: 403 },
        [`${PAGE}svg404.png`]: { status: 404 },
      },
    );
    expect(
      seen.map(({ kind, written, load, status }) => [kind, written, load, ...(status ? [status] : [])]),
    ).toEqual([
      ['img', '/ok.gif', 'loaded', 200],
      ['img', '/404.png', 'failed', 404],
      ['img', '/refused.png', 'failed'],
      ['img', '/page.png', 'failed', 200],
      ['img', '/no-size.svg', 'loaded', 200],
      ['img', 'file:///C:/Users/a/b.png', 'failed'],
      ['img', 'C:\\pic\\a.png', 'failed'],
      ['img', '', 'deferred'],
      ['input', '/button.png', 'failed', 403],
      ['svg', '/svg404.png', 'failed', 404],
      ['img', '/ok.gif', 'failed'],
      // Scrolled to, and refused.
      ['img', '/far.gif', 'failed'],
    ]);
    expect(seen[10]?.address).toBe(`${PAGE}gone.webp`);
  }, 30_000);

  it('reads the backgrounds that the cascade uses, also of pseudo-elements and imported or nested rules', async () => {
    const sheet = (body: string): Answer => ({ body, type: 'text/css' });
    const { images: seen, skipped } = await images(
      `<link rel="stylesheet" href="/css/main.css"><style>
         .used { background: url(/used.gif) } .unused { background: url(/unused.gif) }
         .over { background: url(/lost.gif) } .over.won { background: url(/won.gif) }
         .mark::before { content: ''; background: url(/before.gif) }
         @media print { .used { background-image: url(/print.gif) } }
         .outer { & .inner { background: url(/nested.gif) } }
         .local { background: url("file:///D:/bg.png") }
       </style><p class="used">一</p><p class="over won">二</p><p class="mark">三</p>
       <div class="outer"><b class="inner">四</b></div><p class="sheet">五</p><p class="deep">六</p><p class="local">七</p>`,
      {
        [`${PAGE}css/main.css`]: sheet('@import "deep.css"; .sheet { background: url(../img/sheet.gif) }'),
        [`${PAGE}css/deep.css`]: sheet('.deep { background: url(deep.gif) }'),
        [`${PAGE}img/sheet.gif`]: gif,
        [`${PAGE}won.gif`]: { status: 404 },
      },
    );
    const loads = Object.fromEntries(seen.map(({ address, load }) => [address.replace(PAGE, ''), load]));
    expect(loads).toEqual({
      'used.gif': 'unknown',
      'won.gif': 'failed',
      'before.gif': 'unknown',
      'nested.gif': 'unknown',
      'img/sheet.gif': 'loaded',
      'css/deep.gif': 'unknown',
      'file:///D:/bg.png': 'unknown',
    });
    expect(skipped).toEqual([]);
  }, 30_000);

  it('asks the elements where a style sheet of another site cannot be read', async () => {
    const { images: seen, skipped } = await images(
      '<link rel="stylesheet" href="http://cdn.example.com/a.css"><p class="banner">甲</p>',
      {
        'http://cdn.example.com/a.css': {
          body: '.banner { background: url(http://192.168.1.20/banner.png) }',
          type: 'text/css',
        },
      },
    );
    expect(seen.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'background http://192.168.1.20/banner.png',
    ]);
    expect(skipped).toEqual([]);
  }, 30_000);

  it('reads pages whose form fields are named like DOM properties', async () => {
    const names = [
      'parentElement',
      'parentNode',
      'getAttribute',
      'children',
      'localName',
      'textContent',
      'matches',
      'shadowRoot',
      'closest',
      'action',
      'baseURI',
    ];
    const shown = await browser.show(PAGE, {
      [PAGE]: html(
        `<img name="querySelectorAll" src="/a.gif"><img name="styleSheets" src="/a.gif"><img name="body" src="/a.gif"><img name="location" src="/a.gif">
         <form id="1:x y" action="https://x.example.com/s" style="background:url(/form.gif)">${names.map((name) => `<input name="${name}">`).join('')}<a href="https://in-form.example.com/">甲</a></form>`,
      ),
      [`${PAGE}a.gif`]: gif,
    });
    const { facts } = await shown.gather<LinkFacts>('links');
    expect(facts.links.map(({ kind, address, selector }) => `${kind} ${address} ${selector}`)).toEqual([
      'form https://x.example.com/s #\\31 \\:x\\ y',
      'anchor https://in-form.example.com/ #\\31 \\:x\\ y > a',
    ]);
    const pictures = await shown.gather<ImageFacts>('images');
    expect(pictures.facts.images.map(({ kind }) => kind)).toEqual(['img', 'img', 'img', 'img', 'background']);
    await shown.close();
  }, 30_000);

  it('gives selectors that lead back, through open shadow roots and a base address', async () => {
    const shown = await browser.show(PAGE, {
      [PAGE]:
        html(`<base href="https://base.example.com/dir/"><a href="x.html">甲</a><o:p><a href="?y">乙</a></o:p><div id="h"></div><div id="h"></div>
        <script>for (const h of document.querySelectorAll('#h')) { const r = h.attachShadow({ mode: 'open' }); r.innerHTML = '<p><a href="/1">丙</a></p><p><a href="/2">丁</a><span></span></p>';
          r.querySelector('span').attachShadow({ mode: 'open' }).innerHTML = '<a href="/3">戊</a>'; }</script>`),
    });
    const { facts } = await shown.gather<LinkFacts>('links');
    await shown.close();
    expect(facts.links.map(({ address }) => address.replace('https://base.example.com/', ''))).toEqual([
      'dir/x.html',
      'dir/?y',
      '1',
      '2',
      '1',
      '2',
      '3',
      '3',
    ]);
    expect(facts.links.at(-1)?.selector).toBe(
      'html > body > div:nth-of-type(2) >>> :host > p:nth-of-type(2) > span >>> :host > a',
    );
    expect(new Set(facts.links.map(({ selector }) => selector)).size).toBe(8);
  }, 30_000);

  it('changes nothing on the page and asks for nothing', async () => {
    const shown = await browser.show(PAGE, {
      [PAGE]: html(
        '<div id="d" style="background:url(/gone.gif)"><img src="/404.png"><img data-src="/lazy.gif"><a href="https://x.example.com/">甲</a></div>',
      ),
    });
    await shown.page.waitForTimeout(100);
    const requests: string[] = [];
    shown.page.on('request', (request) => requests.push(request.url()));
    await shown.page.evaluate(() => {
      const seen = { changes: 0 };
      Object.assign(window, { seen });
      new MutationObserver((list) => {
        seen.changes += list.length;
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
    await shown.gather('images');
    await shown.gather('links');
    await shown.page.waitForTimeout(100);
    expect(
      await shown.page.evaluate(() => (window as unknown as { seen: { changes: number } }).seen.changes),
    ).toBe(0);
    expect(requests).toEqual([]);
    await shown.close();
  }, 30_000);

  it('tells what lies beyond its caps', async () => {
    const shown = await browser.show(PAGE, {
      [PAGE]: html(`${'<img src="/a.gif">'.repeat(3002)}${'<a href="/a">甲</a>'.repeat(5003)}`),
      [`${PAGE}a.gif`]: gif,
    });
    const pictures = await shown.gather<ImageFacts>('images');
    expect(pictures.facts.total).toBe(3002);
    expect(pictures.facts.images).toHaveLength(3000);
    expect(pictures.skipped).toEqual([expect.objectContaining({ what: '2 张图片' })]);
    const links = await shown.gather<LinkFacts>('links');
    expect(links.facts.total).toBe(5003);
    expect(links.facts.links).toHaveLength(5000);
    expect(links.skipped).toEqual([expect.objectContaining({ what: '3 个链接' })]);
    await shown.close();
  }, 60_000);

  it('rejects an unknown probe with one sentence', async () => {
    const shown = await browser.show(PAGE, { [PAGE]: html('') });
    await expect(shown.gather('none')).rejects.toThrow('没有名为“none”的页面观察程序');
    await shown.close();
  }, 30_000);
});
