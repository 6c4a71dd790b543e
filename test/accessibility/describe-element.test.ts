// @vitest-environment happy-dom
// An element's description survives redesigns and hostile markup.
import { beforeEach, describe, expect, it } from 'vitest';
import { describeElement } from '@/lib/accessibility/describe-element';

function show(html: string): Element {
  document.body.innerHTML = html;
  const element = document.body.querySelector('[data-me]') ?? document.body.firstElementChild;
  if (!element) throw new Error('nothing shown');
  return element;
}

describe('describeElement', () => {
  beforeEach(() => {
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
      'http://www.shili.gov.cn/a/',
    );
  });

  it.each([
    ['<a href="/art/1.html" class="x">标题</a>', 'a /art/1.html'],
    ['<a href="https://www.shili.gov.cn/b?id=1#top">标题</a>', 'a /b?id=1'],
    ['<a href="http://other.cn/x">外站</a>', 'a //other.cn/x'],
    ['<a href="#">更多</a>', 'a 更多'],
    ['<a href="javascript:void(0)">更多</a>', 'a 更多'],
    ['<img src="../img/p.png">', 'img /img/p.png'],
    ['<input name="q">', 'input q'],
    ['<p name="x">  两  行\n文字 </p>', 'p 两 行 文字'],
    ['<div class="b a"></div>', 'div.a.b'],
    ['<div></div>', 'div'],
    ['<button aria-label="关闭"></button>', 'button 关闭'],
    ['<a href="http://[bad">坏</a>', 'a http://[bad'],
  ])('%s is %s', (html, subject) => {
    expect(describeElement(show(html)).subject).toBe(subject);
  });

  it('does not depend on the place or the classes of an element that has a content', () => {
    const plain = describeElement(show('<p>通知公告</p>')).subject;
    const moved = describeElement(
      show('<main><div><p data-me class="new">通知公告</p></div></main>'),
    ).subject;
    expect(moved).toBe(plain);
  });

  it('shows text without scripts, else a label or alternative text', () => {
    expect(describeElement(show('<div><script>var a</script><style>b</style>字</div>')).text).toBe('字');
    expect(describeElement(show('<img alt="会议" src="/a.png">')).text).toBe('会议');
    expect(describeElement(show(`<p>${'长'.repeat(500)}</p>`)).text).toHaveLength(80);
  });

  it('gives the opening tag as text, at most 300 characters', () => {
    expect(describeElement(show('<p title="&quot;><b>" lang="zh">字</p>')).html).toBe(
      '<p title="&quot;><b>" lang="zh">',
    );
    const long = describeElement(
      show(`<p title="${'a'.repeat(999)}" ${'data-x="1" '.repeat(1)}class="${'c '.repeat(300)}">字</p>`),
    );
    expect(long.html.length).toBeLessThanOrEqual(300);
  });
});
