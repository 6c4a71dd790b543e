// @vitest-environment happy-dom
// The links probe: candidates and traces of a prompt. What only a browser does is tested in in-chromium.test.ts.
import { describe, expect, it } from 'vitest';
import type { LinkFacts } from '@/lib/model/facts/links';
import links from '@/lib/probes/links';
import { factsOf, showPage } from '../checks/page-cases';

const PAGE = 'http://www.shili.gov.cn/';

async function observe(html: string): Promise<LinkFacts & { skipped: { what: string }[] }> {
  showPage(PAGE, html);
  const facts = await factsOf(links, PAGE);
  const seen = facts.frames[0]?.facts.links;
  if (!seen) throw new Error('no facts');
  return { ...seen, skipped: facts.skipped };
}

describe('links probe', () => {
  it('describes what a visitor reads and where it leads', async () => {
    const { links: seen } = await observe(`
      <a href="/a.html" target="_blank" class="x y">  政务\n 公开 </a><a href="/b"><img alt="图片链接"></a><a href="/c" title="提示"></a>
      <a href="javascript:window.open('https://x.com/')">打开</a><a href="/d" onclick="return confirm('即将离开')">丁</a>`);
    expect(seen).toMatchObject([
      {
        kind: 'anchor',
        written: '/a.html',
        address: `${PAGE}a.html`,
        text: '政务 公开',
        target: '_blank',
        classes: 'x y',
      },
      { text: '图片链接' },
      { text: '提示' },
      { written: 'https://x.com/', address: 'https://x.com/', handler: expect.stringContaining('open') },
      { handler: "return confirm('即将离开')" },
    ]);
    expect(seen[0]).not.toHaveProperty('handler');
  });

  it('looks into open shadow roots', async () => {
    showPage(PAGE, '<div></div>');
    const root = (document.querySelector('div') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<a href="https://x.com/">甲</a>';
    const facts = await factsOf(links, PAGE);
    expect(facts.frames[0]?.facts.links?.links).toMatchObject([
      { address: 'https://x.com/', selector: 'html > body > div >>> :host > a' },
    ]);
  });

  it('notes which links a prompt script names, and only code counts as script', async () => {
    const seen =
      await observe(`<p class="out"><a href="https://x.com/">甲</a></p><a href="https://y.com/">乙</a>
      <script type="text/template">$('a').click(function(){confirm('即将离开本站')})</script>
      <script>$('.out a').on('click', function () { return confirm('您即将离开本站'); })</script><script src="/js/a.js"></script>`);
    expect(seen.promptScripts).toHaveLength(1);
    expect(seen.links.map(({ boundBy }) => boundBy)).toEqual([[0], undefined]);
    expect(seen.externalScripts).toEqual([`${PAGE}js/a.js`]);
    expect(seen.dialogs).toEqual([]);
  });

  it('tells a waiting dialog from text to be read', async () => {
    const { dialogs } = await observe(
      '<div class="modal"><p>您即将离开本网站</p></div><p>旅客即将离开本站</p><p style="display:none">是否离开本站</p>',
    );
    expect(dialogs.map(({ waiting }) => waiting)).toEqual([true, false, true]);
  });
});
