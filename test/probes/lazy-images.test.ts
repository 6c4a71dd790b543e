// Lazy pictures in real Chromium: the page is scrolled to them, they load, and everything stands where it stood.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImageFacts } from '@/lib/model/facts/images';
import { type Answer, hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/lazy/';
const gif: Answer = {
  body: Buffer.from('R0lGODlhCgAKAIAAAP///wAAACH5BAAAAAAALAAAAAAKAAoAAAIIhI+py+0PYysAOw==', 'base64'),
  type: 'image/gif',
};
const html = (body: string): Answer => ({
  body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>延迟加载</title><body>${body}`,
  type: 'text/html',
});
const gap = (height: number) => `<div style="height:${height}px"></div>`;
/** A lazy loader as portals have it: on scroll, throttled, by position. */
const loader = `<script>let wait; addEventListener('scroll', () => { wait ??= setTimeout(() => { wait = undefined;
  for (const i of document.querySelectorAll('img[data-src]')) { const b = i.getBoundingClientRect();
    if (b.top < innerHeight && b.bottom > 0) { i.src = i.dataset.src; i.removeAttribute('data-src'); } } }, 200); }, true)</script>`;

describe.skipIf(!hasChromium)('lazy pictures in Chromium', () => {
  let browser: ProbeBrowser;
  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  async function observe(body: string, answers: Record<string, Answer>, before = '') {
    const shown = await browser.show(PAGE, { [PAGE]: html(body), ...answers });
    if (before) await shown.page.evaluate(before);
    const place = () =>
      shown.page.evaluate(() => [
        scrollX,
        scrollY,
        ...[...document.querySelectorAll('.box')].flatMap((box) => [box.scrollLeft, box.scrollTop]),
      ]);
    const start = await place();
    const { facts, skipped, ms } = await shown.gather<ImageFacts>('images');
    const end = await place();
    await shown.page.waitForTimeout(300);
    const later = await place();
    await shown.close();
    return { ...ImageFacts.parse(facts), skipped, ms, start, end, later };
  }

  it('loads those of the browser and those of scripts, and returns exactly', async () => {
    const seen = await observe(
      `<style>html { scroll-behavior: smooth }</style>${gap(1500)}<img src="/ok.gif">${gap(6000)}
       <img src="/native.gif" loading="lazy" width="20" height="20"><img src="/native404.gif" loading="lazy" width="20" height="20">
       ${gap(5000)}<img data-src="/script.gif" width="20" height="20"><img data-src="/script500.gif" width="20" height="20">${gap(3000)}${loader}`,
      {
        [`${new URL('/ok.gif', PAGE)}`]: gif,
        [`${new URL('/native.gif', PAGE)}`]: gif,
        [`${new URL('/native404.gif', PAGE)}`]: { status: 404 },
        [`${new URL('/script.gif', PAGE)}`]: gif,
        [`${new URL('/script500.gif', PAGE)}`]: { status: 500 },
      },
      "document.documentElement.style.width = '2500px'; scrollTo({ left: 33, top: 1234, behavior: 'instant' })",
    );
    expect(seen.images.map(({ address, load, status }) => [new URL(address).pathname, load, status])).toEqual(
      [
        ['/ok.gif', 'loaded', 200],
        ['/native.gif', 'loaded', 200],
        ['/native404.gif', 'failed', 404],
        ['/script.gif', 'loaded', 200],
        ['/script500.gif', 'failed', 500],
      ],
    );
    expect(seen.scrolled).toBe(true);
    expect(seen.start).toEqual([33, 1234]);
    expect(seen.end).toEqual(seen.start);
    expect(seen.later).toEqual(seen.start);
    expect(seen.skipped).toEqual([]);
  }, 30_000);

  it('scrolls lists inside the page too and puts them back', async () => {
    const seen = await observe(
      `${gap(3000)}<div class="box" style="height:200px;width:300px;overflow:auto">${gap(9000)}<img data-src="/in.gif" width="20" height="20">${gap(300)}</div>${gap(3000)}${loader}`,
      { [`${new URL('/in.gif', PAGE)}`]: gif },
      "document.querySelector('.box').scrollTop = 77",
    );
    expect(seen.images.map(({ load }) => load)).toEqual(['loaded']);
    expect(seen.start).toEqual([0, 0, 0, 77]);
    expect(seen.end).toEqual(seen.start);
  }, 30_000);

  it('does not scroll when nothing waits, nor for what nobody can see', async () => {
    const seen = await observe(
      `<img src="/ok.gif">${gap(9000)}<img src="/ok.gif"><div style="display:none"><img data-src="/hidden.gif"></div>
       <script>addEventListener('scroll', () => { document.title = '动了' })</script>`,
      { [`${new URL('/ok.gif', PAGE)}`]: gif },
    );
    expect(seen.scrolled).toBeUndefined();
    expect(seen.images.map(({ load }) => load)).toEqual(['loaded', 'loaded', 'deferred']);
  }, 30_000);

  it('is bounded on a page of endless lazy pictures, and says what it left', async () => {
    const many = Array.from(
      { length: 120 },
      (_, n) => `<img data-src="/n${n}.gif" width="20" height="20">${gap(1500)}`,
    );
    const seen = await observe(many.join(''), {});
    expect(seen.ms).toBeLessThan(4800);
    expect(seen.end).toEqual([0, 0]);
    expect(seen.skipped.map(({ what }) => what)).toEqual([expect.stringMatching(/张延迟加载的图片/)]);
  }, 30_000);

  it('lets go at once when the visitor scrolls', async () => {
    const shown = await browser.show(PAGE, {
      [PAGE]: html(
        `${Array.from({ length: 30 }, (_, n) => `<img data-src="/n${n}.gif" width="20" height="20">${gap(1500)}`).join('')}`,
      ),
    });
    const running = shown.gather<ImageFacts>('images');
    await shown.page.waitForTimeout(500);
    await shown.page.mouse.wheel(0, 10);
    const { skipped } = await running;
    await shown.close();
    expect(skipped.map(({ why }) => why)).toEqual(['检查时有人操作页面，已停止滚动']);
  }, 30_000);

  it('tells turns of a carousel, cut-off places and 1×1 counters', async () => {
    const seen = await observe(
      `<div class="swiper" style="width:300px;height:100px;overflow:hidden;white-space:nowrap"><img src="/a.gif" width="300" height="100"><img src="/turn.gif" width="300" height="100"></div>
       <ul class="slides"><li style="opacity:0"><img src="/fade.gif"></li></ul><img src="/plain.gif" width="50" height="50">
       <style>.c { width: 1px; height: 1px }</style><img class="c" src="/count.gif"><div style="height:60px;overflow:auto">${gap(500)}<img src="/reach.gif"></div>`,
      { [`${new URL('/a.gif', PAGE)}`]: gif },
    );
    expect(seen.images.map(({ written, load, slide = false, tiny }) => [written, load, slide, tiny])).toEqual(
      [
        ['/a.gif', 'loaded', false, false],
        ['/turn.gif', 'failed', true, false],
        ['/fade.gif', 'failed', true, false],
        ['/plain.gif', 'failed', false, false],
        ['/count.gif', 'failed', false, true],
        ['/reach.gif', 'failed', false, false],
      ],
    );
  }, 30_000);

  it('tells how a picture is named', async () => {
    const seen = await observe(
      `<a href="/x"><img src="/a.gif" alt=""></a><a href="/x"><img src="/b.gif" alt="">新闻</a><a href="/x" title="去"><img src="/c.gif" alt=""></a>
       <a href="/x"><img src="/d.gif" alt=""><img src="/e.gif" alt="首页"></a><span aria-hidden="true"><img src="/f.gif" alt=""></span><img src="/g.gif" alt="" role="none"><img src="/h.gif" title="题">`,
      {},
    );
    expect(
      seen.images.map(({ written, link, decorative, label }) => [written, link?.named, decorative, label]),
    ).toEqual([
      ['/a.gif', false, undefined, undefined],
      ['/b.gif', true, undefined, undefined],
      ['/c.gif', true, undefined, undefined],
      ['/d.gif', true, undefined, undefined],
      ['/e.gif', false, undefined, undefined],
      ['/f.gif', undefined, true, undefined],
      ['/g.gif', undefined, true, undefined],
      ['/h.gif', undefined, undefined, '题'],
    ]);
  }, 30_000);
});
