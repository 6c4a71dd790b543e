// What only a real browser shows of texts and entries: the cascade, shadow roots, hostile pages, large pages, the page's turn.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EntryFacts } from '@/lib/model/facts/entries';
import { TextFacts } from '@/lib/model/facts/text';
import { hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/';

describe.skipIf(!hasChromium)('text and entries in Chromium (skipped where no Chromium is installed)', () => {
  let browser: ProbeBrowser;
  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const show = (body: string) =>
    browser.show(PAGE, { [PAGE]: { body: `<!doctype html><meta charset=utf-8>${body}`, type: 'text/html' } });
  async function texts(body: string) {
    const shown = await show(body);
    const { facts, skipped } = await shown.gather<TextFacts>('text');
    await shown.close();
    return { blocks: TextFacts.parse(facts).blocks.map(({ text }) => text), skipped };
  }

  it('leaves out what the cascade hides and reads open shadow roots and closed lists', async () => {
    const { blocks } = await texts(
      `<style>.off{display:none}.veil{visibility:hidden}</style><p hidden>一</p><p class=off>二</p><p class=veil>三<b style="visibility:visible">四</b></p>
       <div id=h></div><select><option>甲区</option></select><script>h.attachShadow({mode:'open'}).innerHTML='<p>影</p>'</script><noscript>五</noscript>`,
    );
    expect(blocks.sort()).toEqual(['四', '影', '甲区'].sort());
  }, 30_000);

  it('survives a page that overrides, throws and changes under the walk', async () => {
    const shown = await show(
      `<form><input name="parentNode"><input name="innerText"><input name="getAttribute"></form><p>正文</p>
       <script>
         Document.prototype.createTreeWalker = () => { throw new Error('no') };
         Element.prototype.getAttribute = () => { throw new Error('no') };
         Object.defineProperty(Node.prototype, 'textContent', { get() { throw new Error('no') } });
         setInterval(() => { const p = document.createElement('p'); p.append('变'); document.body.prepend(p); document.body.lastElementChild.remove(); }, 1);
       </script>${'<p>填充</p>'.repeat(20_000)}`,
    );
    expect(TextFacts.parse((await shown.gather<TextFacts>('text')).facts).blocks.length).toBeGreaterThan(0);
    EntryFacts.parse((await shown.gather<EntryFacts>('entries')).facts);
    await shown.close();
  }, 60_000);

  it('says what lies beyond its limits', async () => {
    const { blocks, skipped } = await texts('<p>字</p>'.repeat(20_005));
    expect(blocks).toHaveLength(20_000);
    expect(skipped).toEqual([expect.objectContaining({ what: '部分页面文字' })]);
  }, 60_000);

  it('gives the page its turn on a large page', async () => {
    const shown = await show(
      `<div>${'<ul><li><a href="/a">标题文字</a><span>2024-01-01</span></li></ul>'.repeat(5_000)}</div>`,
    );
    await shown.page.evaluate(() => {
      const seen = { longest: 0, last: performance.now() };
      Object.assign(window, { seen });
      const beat = () => {
        seen.longest = Math.max(seen.longest, performance.now() - seen.last);
        seen.last = performance.now();
        setTimeout(beat, 0);
      };
      beat();
    });
    const { facts } = await shown.gather<TextFacts>('text');
    expect(facts.blocks).toHaveLength(10_000);
    const longest = await shown.page.evaluate(
      () => (window as unknown as { seen: { longest: number } }).seen.longest,
    );
    // Far below the time of the whole walk; generous because the cores are shared.
    expect(longest).toBeLessThan(1_000);
    await shown.close();
  }, 60_000);

  it('finds a search behind an icon and forms of old pages', async () => {
    const shown = await show(
      `<meta name=SiteName content="示例市人民政府门户网站"><i class="icon-search" style="cursor:pointer"></i><div style="display:none"><form action="/s" accept-charset="gbk"><input name=qt value="请输入关键字"><input type=hidden name=site value=1></form></div>
       <a href="javascript:;" id="cniil_wza">辅助工具</a><img src="/i/ipv6.png" alt="">`,
    );
    const facts = EntryFacts.parse((await shown.gather<EntryFacts>('entries')).facts);
    expect(facts.siteName).toBe('示例市人民政府');
    expect(facts.searchForms).toEqual([
      expect.objectContaining({
        action: `${PAGE}s`,
        field: 'qt',
        encoding: 'gbk',
        others: [{ name: 'site', value: '1' }],
      }),
    ]);
    expect([...new Set(facts.traces.map(({ entry }) => entry))].sort()).toEqual([
      'accessible',
      'ipv6',
      'search',
    ]);
    await shown.close();
  }, 30_000);
});
