// @vitest-environment happy-dom
// The identity probe on awkward frames: late scripts, own elements, shadow trees, hostile markup, large pages.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IdentityFacts } from '@/lib/model/facts/identity';
import { selectorOf } from '@/lib/probes/dom/selector';
import identity from '@/lib/probes/identity';

afterEach(() => {
  vi.useRealTimers();
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});

/** Facts of the page shown now; the wait passes at once, `during` runs 300 ms after the start, `atTurn` at the page's turns. */
async function gather(during?: () => void, deadline = 8000, atTurn?: () => void) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const context = {
    document,
    isOwn: (element: Element) => element.id === 'own-host',
    selectorOf,
    breathe: () => (atTurn ? Promise.resolve().then(atTurn) : undefined),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    deadline: performance.now() + deadline,
  };
  const pending = Promise.resolve(identity.gather(context));
  await vi.advanceTimersByTimeAsync(300);
  during?.();
  await vi.advanceTimersByTimeAsync(6000);
  const answer = await pending;
  return { ...answer, facts: IdentityFacts.parse(answer.facts) };
}

const texts = (facts: IdentityFacts) => facts.lines.map(({ text }) => text.replaceAll('\u2063', ''));

describe('identity probe', () => {
  it('sees what a late script adds', async () => {
    document.body.innerHTML = '<h1>新闻</h1>';
    const { facts } = await gather(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<div class="footer"><p>主办：甲局</p><a href="https://bszs.conac.cn/sitename?method=show&amp;id=0BC4A1D2E3F405161728394A5B6C7D8E">标识</a></div>',
      );
    });
    expect(texts(facts)).toContain('主办：甲局');
    expect(facts.traces.map(({ kind }) => kind)).toContain('link');
    expect(facts.page.settled).toBe(true);
    expect(facts.page.waitedMs).toBeGreaterThanOrEqual(600);
    expect(facts.page.waitedMs).toBeLessThan(2500);
  });

  it('begins anew when the page takes away what the walk stands on, and then does not rest', async () => {
    document.body.innerHTML = `${'<p>新闻</p>'.repeat(200)}<div class="footer"><p>主办：甲局</p></div>`;
    let turns = 0;
    const { facts } = await gather(undefined, 8000, () => {
      turns += 1;
      // Twice, what the walk has passed and stands on is taken out.
      if (turns > 2) return;
      for (const line of [...document.body.querySelectorAll('body > p')].slice(0, 60)) line.remove();
    });
    expect(turns).toBeGreaterThan(2);
    expect(texts(facts)).toContain('主办：甲局');
    expect(facts.page.lines).toBe(81);
  });

  it('does not wait when everything is there', async () => {
    document.body.innerHTML = `<div class="footer"><a href="/map">网站地图</a><p>主办：甲局 联系电话：0571-87654321 浙ICP备12345678号 浙公网安备33010602009975号 网站标识码：3301000001</p>
      <a href="https://bszs.conac.cn/sitename?method=show&amp;id=0BC4A1D2E3F405161728394A5B6C7D8E">标识</a>
      <a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3301000001">找错</a></div>`;
    expect((await gather()).facts.page.waitedMs).toBe(0);
  });

  it('gives up waiting on a page that never rests, and says so', async () => {
    document.body.innerHTML = '<p>新闻</p>';
    const ticking = { on: true };
    const { facts } = await gather(() => {
      const tick = () => {
        document.body.append(document.createElement('i'));
        if (ticking.on) setTimeout(tick, 100);
      };
      tick();
      setTimeout(() => {
        ticking.on = false;
      }, 4000);
    });
    expect(facts.page.settled).toBe(false);
    expect(facts.page.waitedMs).toBeLessThanOrEqual(2600);
  });

  it('keeps to the deadline', async () => {
    document.body.innerHTML = '<p>新闻</p>';
    expect((await gather(undefined, 300)).facts.page.waitedMs).toBeLessThanOrEqual(250);
  });

  it('leaves out the extension’s own elements', async () => {
    document.body.innerHTML =
      '<p>新闻</p><div id="own-host"><div class="footer">主办：乙局 浙ICP备12345678号</div></div>';
    const { facts } = await gather();
    expect(texts(facts).join()).not.toContain('乙局');
  });

  it('reads open shadow trees', async () => {
    document.body.innerHTML = '<site-foot></site-foot>';
    const host = document.querySelector('site-foot');
    const shadow = host?.attachShadow({ mode: 'open' });
    if (shadow) shadow.innerHTML = '<div class="footer"><p>主办：甲局 浙ICP备12345678号</p></div>';
    const { facts } = await gather();
    const line = facts.lines.find(({ text }) => text.includes('ICP备'));
    expect(line?.region).toBeGreaterThanOrEqual(0);
    expect(line?.parts[0]?.selector).toContain(' >>> ');
  });

  it('breaks lines where the layout does and marks element boundaries', async () => {
    document.body.innerHTML =
      '<div class="footer"><span>主办：甲局</span><span>承办：乙局</span><br>网站标识码<b>3301000001</b><script>主办：丙局</script><style>主办</style></div>';
    const { facts } = await gather();
    expect(facts.lines.map(({ text }) => text)).toEqual([
      '主办：甲局\u2063承办：乙局\u2063',
      '网站标识码\u20633301000001\u2063',
    ]);
  });

  it('keeps page tags with their place', async () => {
    document.head.innerHTML =
      '<meta name="SiteName" content="甲县"><meta property="og:title" content="x"><meta charset="utf-8">';
    const { facts } = await gather();
    expect(facts.metas).toEqual([
      { name: 'SiteName', content: '甲县', attribute: 'name', inHead: true },
      { name: 'og:title', content: 'x', attribute: 'property', inHead: true },
    ]);
  });

  it('tells commented-out elements and commented-out scripts', async () => {
    document.body.innerHTML = `<div class="footer"><!-- <a href="https://bszs.conac.cn/x">标识</a> 浙ICP备12345678号 -->
      <script>// document.write("<script src='//dcs.conac.cn/js/33/107/0000/99900001/CA331070000999000010001.js'>")\n</script></div>`;
    const { facts } = await gather();
    expect(facts.comments.map(({ elements }) => elements)).toEqual([['govMark', 'icpFiling']]);
    expect(facts.traces.every(({ disabled }) => disabled)).toBe(true);
  });

  it('stays within its limits on a page full of key words', async () => {
    document.body.innerHTML = '<p>主办：甲局 浙ICP备12345678号 <a href="/m">网站地图</a></p>'.repeat(400);
    const { facts, skipped } = await gather();
    expect(facts.lines.length).toBeLessThanOrEqual(320);
    expect(facts.traces.length).toBeLessThanOrEqual(70);
    expect(facts.lines.filter(({ parts }) => parts.length).length).toBeLessThanOrEqual(120);
    expect(JSON.stringify(facts).length).toBeLessThan(300_000);
    expect(skipped).toEqual([]);
  });

  it('answers on a frameset and an empty document', async () => {
    document.body.remove();
    const { facts } = await gather();
    expect(facts.lines).toEqual([]);
    document.documentElement.append(document.createElement('body'));
  });
});
