// The mobile-view probe in real Chromium, in a window as narrow as a phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MobileViewFacts } from '@/lib/model/facts/mobile-view';
import { hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/m/';

describe.skipIf(!hasChromium)('mobile-view probe in Chromium', () => {
  let browser: ProbeBrowser;
  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  async function observe(
    body: string,
    viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">',
  ) {
    const shown = await browser.show(PAGE, {
      [PAGE]: {
        body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${viewport}<title>甲</title><style>body{margin:0;font:16px sans-serif}</style><body>${body}`,
        type: 'text/html',
      },
    });
    await shown.page.setViewportSize({ width: 375, height: 812 });
    const { facts } = await shown.gather<MobileViewFacts>('mobileView');
    await shown.close();
    return MobileViewFacts.parse(facts);
  }
  const tags = (facts: MobileViewFacts) => facts.wide.map(({ tag, text }) => `${tag} ${text}`);

  it('names the outermost thing that sticks out, and not what is meant to', async () => {
    const facts = await observe(`
      <div id="menu" style="position:absolute;left:400px;width:200px">菜单</div>
      <div style="position:fixed;top:0;width:900px">工具栏</div>
      <div style="overflow:auto"><table width="900"><tr><td>在框内滑动</table></div>
      <div class="swiper" style="overflow:hidden;white-space:nowrap"><img width="375" height="50"><img width="375" height="50"></div>
      <article><p>正文</p><table width="700"><tr><td>项目<td>金额</table><div style="width:500px"><p style="width:490px">固定宽度</p></div></article>`);
    expect(facts).toMatchObject({ viewport: 'device', screen: { width: 375 }, clipped: false });
    expect(tags(facts)).toEqual(['table 项目 金额', 'div 固定宽度']);
    expect(facts.contentWidth).toBeGreaterThanOrEqual(700);
  }, 30_000);

  it('names the body that is too wide itself, and says when nothing can be slid', async () => {
    expect(tags(await observe('<style>body{min-width:1200px}</style><table><tr><td>甲</table>'))).toEqual([
      'body 甲',
    ]);
    const clipped = await observe('<style>body{overflow-x:hidden}</style><div style="width:800px">甲</div>');
    expect(clipped).toMatchObject({ clipped: true });
    expect(tags(clipped)).toEqual(['div 甲']);
  }, 30_000);

  it.each([
    ['', 'missing', 980],
    ['<meta name="viewport" content="">', 'missing', 980],
    ['<meta name="Viewport" content="width=1200">', 'fixed', 1200],
    ['<meta name="viewport" content="width=device-width initial-scale=1;user-scalable=no">', 'device', 375],
    ['<meta name="viewport" content="initial-scale=1.0">', 'device', 375],
    ['<meta name="viewport" content="width=320">', 'device', 375],
  ])(
    'reads %s',
    async (meta, viewport, layoutWidth) => {
      expect(await observe('甲', meta)).toMatchObject({ viewport, layoutWidth });
    },
    30_000,
  );

  it('measures small text and crowded small targets', async () => {
    const facts = await observe(`
      <p style="font-size:10px">十个像素的小字<b style="font-size:20px">大</b></p><p style="font-size:8px;display:none">看不见</p><p>正常文字</p>
      <nav style="font-size:12px;line-height:14px"><a href="/a" style="display:block">一</a><a href="/b" style="display:block">二</a></nav>
      <p style="margin:60px 0">这是一个很长的句子，其中<a href="/c">有链接</a>，不算太小。</p><p style="margin:60px 0"><a href="/d" style="font-size:12px">单独</a></p>`);
    expect(facts.smallText.characters).toBe(7);
    expect(facts.smallText.examples.map(({ tag }) => tag)).toEqual(['p']);
    expect(facts.smallTargets).toMatchObject({ count: 2, all: 4 });
  }, 30_000);

  it('ends on a page that resists', async () => {
    const facts =
      await observe(`<form><input name="parentElement"><input name="getBoundingClientRect"><input name="textContent"></form>
      <script>Element.prototype.getBoundingClientRect = () => { throw 1 }; setInterval(() => document.body.append('x'), 1)</script><div style="width:600px">甲</div>`);
    expect(tags(facts)).toEqual(['div 甲']);
  }, 30_000);
});
