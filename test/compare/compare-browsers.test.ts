// What counts as a difference between two browsers, what explains it, and what is left out as unsure.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserName, compareBrowsers } from '@/lib/compare/compare-browsers';
import type { ImageFact } from '@/lib/model/facts/images';
import type { PageFacts } from '@/lib/model/page-facts';

const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

const picture = (address: string, load: ImageFact['load'], more: Partial<ImageFact> = {}): ImageFact => ({
  kind: 'img',
  written: address,
  declared: true,
  address,
  load,
  naturalWidth: 10,
  naturalHeight: 10,
  tiny: false,
  visible: true,
  rect: { x: 0, y: 0, width: 10, height: 10 },
  selector: 'img',
  ...more,
});
const page = (browser: string, images: ImageFact[], more: Partial<PageFacts> = {}): PageFacts => ({
  schema: 1,
  url: 'https://www.shili.gov.cn/',
  title: '示例市人民政府',
  at: '2026-11-20T01:00:00.000Z',
  viewport: { width: 1280, height: 800, ratio: 1 },
  browser,
  contentWidth: 1280,
  frames: [
    { url: 'https://www.shili.gov.cn/', top: true, facts: { images: { total: images.length, images } } },
  ],
  skipped: [],
  ...more,
});
const compare = (a: PageFacts[], b: PageFacts[]) => compareBrowsers(a, b, (url) => url);

describe('two browsers on one page', () => {
  it.each([
    ['https://www.shili.gov.cn/a.avif', {}, 'AVIF'],
    ['https://www.shili.gov.cn/a.png', { servedType: 'image/webp' }, 'WebP'],
    ['http://www.shili.gov.cn/a.png', {}, 'https 而图片为 http'],
    ['https://www.shili.gov.cn/a.png', { written: 'http://www.shili.gov.cn/a.png' }, 'https 而图片为 http'],
    ['https://www.shili.gov.cn/a.png', { status: 403 }, '返回 403'],
    ['https://www.shili.gov.cn/a.png', { netError: 'NS_ERROR' }, 'NS_ERROR'],
  ])('names the picture %s that only one shows, and why', (address, more, why) => {
    const { browsers, differences } = compare(
      [page(CHROME, [picture(address, 'loaded')])],
      [page(FIREFOX, [picture(address, 'failed', more)])],
    );
    expect(browsers).toEqual(['Chrome 156', 'Firefox 153']);
    expect(differences).toMatchObject([
      { kind: 'image', item: address, rightIn: 'Chrome 156', wrongIn: 'Firefox 153' },
    ]);
    expect(differences[0]?.why).toContain(why);
  });

  it.each(['pending', 'deferred', 'unknown'] as const)('says nothing of a picture that is %s', (load) => {
    const address = 'https://www.shili.gov.cn/a.png';
    const answer = compare(
      [page(CHROME, [picture(address, 'loaded')])],
      [page(FIREFOX, [picture(address, load)])],
    );
    expect(answer.differences).toEqual([]);
  });

  it('knows a picture again that one browser asks for by https', () => {
    const [insecure, secure] = ['http://www.shili.gov.cn/a.png', 'https://www.shili.gov.cn/a.png'];
    const { differences } = compare(
      [page(CHROME, [picture(secure, 'failed', { written: insecure })])],
      [page(FIREFOX, [picture(insecure, 'loaded')])],
    );
    expect(differences).toMatchObject([{ item: secure, wrongIn: 'Chrome 156' }]);
    expect(differences[0]?.why).toContain('https 而图片为 http');
  });

  it('says when the page fits only one of them', () => {
    const { differences } = compare([page(CHROME, [])], [page(FIREFOX, [], { contentWidth: 1500 })]);
    expect(differences).toMatchObject([{ kind: 'width', rightIn: 'Chrome 156', wrongIn: 'Firefox 153' }]);
    expect(differences[0]?.why).toContain('1500');
  });

  it('says nothing of pages that only one looked at, and names them', () => {
    const other = page(FIREFOX, [picture('https://x/a.png', 'failed')], {
      url: 'https://www.shili.gov.cn/b',
    });
    const answer = compare([page(CHROME, [])], [other]);
    expect(answer).toMatchObject({ pages: [], differences: [] });
    expect(answer.onlyInOne).toHaveLength(2);
  });

  it('finds the same whichever side is which', () => {
    const load = fc.constantFrom('loaded', 'failed', 'pending', 'unknown' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(load, load), { maxLength: 8 }), (loads) => {
        const side = (index: 0 | 1) =>
          page(
            index === 0 ? CHROME : FIREFOX,
            loads.map((pair, at) => picture(`https://x/${at}.png`, pair[index] as ImageFact['load'])),
          );
        const there = compare([side(0)], [side(1)]).differences;
        const back = compare([side(1)], [side(0)]).differences;
        expect(back).toEqual(there);
        const wanted = loads.filter(([a, b]) => [a, b].sort().join() === 'failed,loaded').length;
        expect(there).toHaveLength(wanted);
      }),
    );
  });
});

describe('the name of a browser', () => {
  it.each([
    [CHROME, 'Chrome 156'],
    [FIREFOX, 'Firefox 153'],
    [`${CHROME} Edg/156.0.0.0`, 'Edge 156'],
    ['', '未知浏览器'],
    [undefined, '未知浏览器'],
  ])('in %s is %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name));
});
