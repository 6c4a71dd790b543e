// The interaction and interpretation probes in a real browser: component tables, hostile pages, pictures, large pages.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InteractionFacts } from '@/lib/model/facts/interaction';
import { InterpretationFacts } from '@/lib/model/facts/interpretation';
import { type Answer, hasChromium, launchProbeBrowser, type ProbeBrowser } from './chromium-page';

const PAGE = 'http://www.shili.gov.cn/hdjl/';
const html = (body: string): Answer => ({
  body: `<!doctype html><meta charset=utf-8><title>留言选登</title>${body}`,
  type: 'text/html',
});
const row = (n: number) =>
  `<tr><td><a href="/m/${n}.html">留言第${n}号</a></td><td>2025-05-01</td><td>未答复</td></tr>`;
const table = (rows: string) =>
  `<table><thead><tr><th>标题</th><th>留言时间</th><th>状态</th></tr></thead><tbody>${rows}</tbody></table>`;

describe.skipIf(!hasChromium)('interaction probes in Chromium (skipped without Chromium)', () => {
  let browser: ProbeBrowser;

  beforeAll(async () => {
    browser = await launchProbeBrowser();
  }, 60_000);

  afterAll(() => browser?.close());

  async function seen(body: string) {
    const shown = await browser.show(PAGE, { [PAGE]: html(body) });
    const { facts, skipped, ms } = await shown.gather<InteractionFacts>('interaction');
    await shown.close();
    return { ...InteractionFacts.parse(facts), skipped, ms };
  }

  it('reads tables, also inside an open shadow root, and gives a selector for each row', async () => {
    const { groups } = await seen(
      `${table(row(1) + row(2))}<div id="host"></div><script>
        document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(table(row(3) + row(4)))};
      </script>`,
    );
    expect(groups.map(({ heads, rows }) => [heads.join(), rows.map(({ cells }) => cells[0]).join()])).toEqual(
      [
        ['标题,留言时间,状态', '留言第1号,留言第2号'],
        ['标题,留言时间,状态', '留言第3号,留言第4号'],
      ],
    );
    expect(groups[0]?.rows[0]?.links[0]?.address).toBe('http://www.shili.gov.cn/m/1.html');
    expect(groups[1]?.rows[0]?.selector).toContain(' >>> ');
  }, 30_000);

  it('survives a page that shadows and breaks what probes read', async () => {
    const { groups } = await seen(
      `<form><input name="textContent"><input name="parentNode"><input name="nodeType"><input name="nextElementSibling">
        ${table(row(1) + row(2))}</form><img name="title"><script>
        for (const name of ['textContent', 'parentNode', 'childNodes'])
          Object.defineProperty(Node.prototype, name, { get() { throw new Error('no'); } });
        Element.prototype.querySelectorAll = Document.prototype.querySelectorAll = () => { throw new Error('no'); };
        document.createTreeWalker = () => null;
        setInterval(() => document.body.append(document.createElement('i')), 1);
      </script>`,
    );
    expect(groups[0]?.rows).toHaveLength(2);
  }, 30_000);

  it('caps long lists, tells how many rows there are, and stays quick on a large page', async () => {
    const many = Array.from({ length: 300 }, (_, n) => row(n)).join('');
    const filler = '<ul>'.concat(
      '<li><a href="/x">新闻标题一则</a><span>2025-01-01</span></li>'.repeat(1500),
      '</ul>',
    );
    const { groups, ms } = await seen(filler + table(many));
    const list = groups.find(({ heads }) => heads.length === 3);
    expect([list?.rows.length, list?.total]).toEqual([200, 300]);
    // The bound is far above what it takes (tens of milliseconds), for machines under load.
    expect(ms).toBeLessThan(3_000);
  }, 30_000);

  it('leaves our own interface out', async () => {
    const { groups, fields } = await seen(
      `<div data-gov-site-inspector="dock">${table(row(1) + row(2))}</div>`,
    );
    expect([groups, fields]).toEqual([[], []]);
  }, 30_000);

  it('counts pictures by their drawn size and finds films in the main text', async () => {
    const shown = await browser.show(PAGE, {
      [PAGE]: html(
        `<h1>一图读懂停车办法</h1><div id="zoom"><img width="800" height="10" src="data:,"><img width="20" height="20" src="data:,">
         <video src="/a.mp4"></video><iframe src="https://v.qq.com/txp/iframe/player.html"></iframe></div>
         <div><h3>原文链接</h3><p><a href="/zc/t20250101_1.html">停车办法</a></p></div>`,
      ),
    });
    const { facts } = await shown.gather<InterpretationFacts>('interpretation');
    await shown.close();
    const { article, media, blocks } = InterpretationFacts.parse(facts);
    expect(article?.pictures).toBe(1);
    expect(media.map(({ form }) => form)).toEqual(['video', 'video']);
    expect(blocks.map(({ side, links }) => [side, links.length])).toEqual([['original', 1]]);
  }, 30_000);
});
