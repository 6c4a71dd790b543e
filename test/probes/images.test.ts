// @vitest-environment happy-dom
// The images probe: what it reports of each kind. What only a browser does is tested in in-chromium.test.ts.
import { describe, expect, it } from 'vitest';
import type { ImageFacts } from '@/lib/model/facts/images';
import images from '@/lib/probes/images';
import { cssAddresses, shortAddress, srcsetAddresses } from '@/lib/probes/images/addresses';
import { factsOf, showPage } from '../checks/page-cases';
import { fakeImages } from './fake-browser-images';

fakeImages();
const URL_ = 'http://www.shili.gov.cn/zwgk/';

async function observe(html: string): Promise<ImageFacts & { skipped: { what: string }[] }> {
  showPage(URL_, html);
  const facts = await factsOf(images, URL_);
  const seen = facts.frames[0]?.facts.images;
  if (!seen) throw new Error('no facts');
  return { ...seen, skipped: facts.skipped };
}

describe('images probe', () => {
  it('describes every kind', async () => {
    const { images: seen, total } = await observe(`
      <img src="a.png" alt="甲" data-seen="loaded"><input type="image" src="b.png"><input type="text">
      <svg><image href="/c.png"></image></svg><video poster="d.jpg"></video>
      <div style="background: #fff url('e.png')"></div><table background="f.png"></table>`);
    expect(total).toBe(6);
    expect(seen.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'img http://www.shili.gov.cn/zwgk/a.png',
      'input http://www.shili.gov.cn/zwgk/b.png',
      'svg http://www.shili.gov.cn/c.png',
      'poster http://www.shili.gov.cn/zwgk/d.jpg',
      'background http://www.shili.gov.cn/zwgk/e.png',
      'background http://www.shili.gov.cn/zwgk/f.png',
    ]);
    expect(seen[0]).toMatchObject({ load: 'loaded', alt: '甲', naturalWidth: 100 });
    expect(seen[1]).not.toHaveProperty('alt');
    expect(seen[1]?.load).toBe('unknown');
  });

  it('keeps data addresses short and lists other candidates', async () => {
    const { images: seen } = await observe(
      `<img src="data:image/png;base64,${'A'.repeat(5000)}" data-seen="loaded"><picture><source srcset="a.webp 1x, b.webp 2x"><img src="c.png" srcset="d.png 300w" data-seen="loaded"></picture>`,
    );
    expect(seen[0]?.written).toHaveLength(64);
    expect(seen[0]?.address.length).toBeLessThanOrEqual(64);
    expect(seen[1]?.alternatives).toEqual(['d.png', 'a.webp', 'b.webp']);
  });

  it('waits for a picture on its way, then says that it is pending', async () => {
    const start = performance.now();
    const { images: seen } = await observe('<img src="/slow.png" data-seen="pending">');
    expect(seen[0]?.load).toBe('pending');
    expect(performance.now() - start).toBeGreaterThan(1000);
  });
});

describe('addresses in markup', () => {
  it.each([
    ['a.png 1x, b.png 2x', ['a.png', 'b.png']],
    ['a.png', ['a.png']],
    ['a,b.png 100w,c.png 200w', ['a,b.png', 'c.png']],
    ['data:image/png;base64,AA== 1x, b.png 2x', ['data:image/png;base64,AA==', 'b.png']],
    [' , a.png,  b.png ', ['a.png', 'b.png']],
    ['', []],
  ])('srcset %j', (srcset, found) => {
    expect(srcsetAddresses(srcset)).toEqual(found);
  });

  it.each([
    ['url("a.png"), linear-gradient(red, blue), url(b.png)', ['a.png', 'b.png']],
    ["url('a(1).png')", ['a(1).png']],
    ['url("a\\"b.png")', ['a"b.png']],
    ['none', []],
    ['url()', []],
  ])('css %j', (value, found) => {
    expect(cssAddresses(value)).toEqual(found);
  });

  it('cuts', () => {
    expect(shortAddress(`http://x/${'a'.repeat(9000)}`)).toHaveLength(2000);
  });
});
