// Pages for the comparison of the cooperative run with plain axe: between them they touch most rules and odd structures.

const page = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** HTML by name. Each is served as a top document of its own. */
export const COMPARISON_PAGES: Record<string, string> = {
  empty: page('空页', ''),
  roles: page(
    '角色',
    `<div role="button"></div><div role="checkbox" aria-checked="maybe"></div><div role="slider"></div>
    <ul role="tablist"><li role="presentation"><div role="tab"></div></li></ul><div role="list"><div role="tab">一</div></div>
    <div role="dialog"><p>对话</p></div><div role="nosuch">无此角色</div><p aria-nosuch="1">无此属性</p><div role="meter"></div>
    <div role="progressbar"></div><div role="tooltip"></div><div role="treeitem"></div><div role="listbox"></div>
    <span aria-label="禁用">无角色</span><div aria-hidden="true"><a href="/a">可聚焦</a></div><input aria-expanded="x" title="名">
    <div role="text"><a href="/b">链接</a></div><table role="table" aria-rowcount="a"><tr><td>格</td></tr></table>
    <div role="img"></div><svg role="img" width="10" height="10"></svg><p aria-labelledby="none">引用不存在</p>
    <button role="option">选项</button><div role="combobox" aria-controls="gone"></div><i role="none" tabindex="0">冲突</i>
    <div role="directory">旧</div><input type="checkbox" aria-checked="true"><p aria-brailleroledescription="x">盲文</p>
    <details><summary></summary>内容</details><div role="link" tabindex="3"></div><button tabindex="5">五</button>`,
  ),
  names: page(
    '名称',
    `<h1></h1><h3>跳级</h3><a href="/x"></a><a href="#main">跳到正文</a><a href="#gone">跳到不存在</a><button></button>
    <input type="submit" value=""><input type="image" src="${PIXEL}"><img src="${PIXEL}"><img src="${PIXEL}" alt="通知"><a href="/n">
    <img src="${PIXEL}" alt="通知公告">通知公告</a><input><input placeholder="请输入"><input title="标题"><select><option>一</option></select>
    <label for="a">甲</label><label for="a">乙</label><input id="a"><textarea></textarea><area href="/z"><object data="/o"></object>
    <map name="m"><area href="/q" shape="rect" coords="0,0,1,1"></map><img src="${PIXEL}" usemap="#m" alt="图" width="10" height="10">
    <iframe srcdoc="<p>框架</p>"></iframe><iframe title="同名" srcdoc="<p>1</p>"></iframe><iframe title="同名" srcdoc="<p>2</p>"></iframe>
    <p accesskey="k">一</p><p accesskey="k">二</p><input autocomplete="nosuch" title="自动"><p lang="xx-invalid">语言</p>
    <button aria-label="提交">确定</button><a href="/s" aria-label="更多信息">详情</a><img ismap src="${PIXEL}" alt="图">
    <blink>闪</blink><marquee>滚动的通知</marquee><p id="dup">1</p><p id="dup">2</p><label id="lab">标签</label><label id="lab">又</label>
    <input aria-labelledby="lab"><video src="/v.mp4"></video><p style="letter-spacing:0.01em!important;line-height:1!important">紧</p>`,
    '<meta http-equiv="refresh" content="900"><meta name="viewport" content="width=device-width, user-scalable=no, maximum-scale=1">',
  ),
  structure: page(
    '结构',
    `<header>甲</header><header>乙</header><main>一</main><main>二<div role="banner">里</div></main><footer>丙</footer><footer>丁</footer>
    <nav>导航</nav><nav>导航</nav><section aria-label="区">区</section><section aria-label="区">区</section><p>地标之外</p>
    <div><div><span>深处</span></div></div><ul><div>非列表项</div><li>项</li></ul><li>孤立</li><dl><p>错</p><dt>词</dt><dd>义</dd></dl><dd>孤立</dd>
    <ol><script>/* 允许 */</script><li>项</li></ol><h2>二</h2><h4>四</h4><h2>再二</h2><div role="heading" aria-level="6">六</div>
    <table><caption>表</caption><tr><th></th><th scope="nosuch">头</th></tr><tr><td headers="none">格</td><td>格</td></tr></table>
    <table summary="同" ><caption>同</caption><tr><th>只有头</th></tr></table>
    <table><tr><td id="c1">一</td><td headers="c1">二</td></tr><tr><th id="h1">头</th><td headers="h1">三</td></tr></table>
    <div style="height:40px;overflow:auto"><p style="height:200px">滚动区不可聚焦</p></div>
    <button><a href="/in">嵌套</a></button><a href="/out"><button>嵌套</button></a>`,
  ),
  colours: page(
    '颜色',
    `<p style="color:#999">浅灰</p><p style="color:#777;background:#888">灰底</p><p style="color:#aaa;background:linear-gradient(#fff,#eee)">渐变</p>
    <div style="position:relative;height:60px;background:#036"><p style="position:absolute;top:5px;left:5px;color:#fff">白字</p>
    <p style="position:absolute;top:5px;left:5px;color:#036">被盖</p></div><p style="opacity:.5;color:#333">半透明</p>
    <div style="background:url(${PIXEL})"><span style="color:#bbb">图底</span></div><p style="text-shadow:0 0 2px #fff;color:#ccc">阴影</p>
    <div style="position:fixed;top:0;right:0;background:rgba(0,0,0,.4);color:#ddd">固定</div><p style="color:#888;font-size:24px">大字</p>
    <p>正文里的<a href="/l" style="color:#333;text-decoration:none">链接</a>看不出来，<a href="/m" style="color:#00c">这个</a>看得出来。</p>
    <div style="overflow:hidden;height:10px"><p style="color:#bbb;margin-top:30px">被剪去</p></div><p style="visibility:hidden;color:#fff">隐</p>
    <p style="transform:translateX(20px);color:#9a9a9a">变换</p><p style="mix-blend-mode:multiply;color:#bbb">混合</p>
    <button style="width:10px;height:10px;padding:0">小</button><button style="width:10px;height:10px;padding:0">小</button>
    <a href="/t1" style="display:inline-block;width:12px;height:12px">一</a><a href="/t2" style="display:inline-block;width:12px;height:12px">二</a>
    <input value="值" style="color:#bbb" title="名"><select style="color:#ccc" title="选"><option>选</option></select>
    <label style="color:#bbb">禁用<input disabled></label><p style="color:#bbb" aria-disabled="true">禁用</p><p style="height:3000px">很高</p>
    <p style="color:#999">折叠线以下</p>`,
    '<style>.x::before{content:"伪";color:#ddd;background:#eee}</style>',
  ),
  layers: page(
    '层叠',
    Array.from(
      { length: 40 },
      (_, i) =>
        `<div style="position:absolute;left:${(i % 8) * 90}px;top:${Math.floor(i / 8) * 60}px;z-index:${(i * 7) % 11};background:rgba(${i * 6},80,${255 - i * 6},${i % 3 ? 1 : 0.6});width:110px;height:70px">
        <a href="/l${i}" style="color:#${(i * 123457).toString(16).padStart(6, '8').slice(-6)}">第 ${i} 块</a><span style="float:left;color:#888">浮</span></div>`,
    ).join(''),
  ),
  shadow: page(
    '影子',
    `<x-card><h3 slot="title">标题</h3><p style="color:#bbb">内容</p></x-card><x-card></x-card><slot>散落的插槽</slot>
    <script src="/shadow.js"></script>`,
  ),
  dialog: page(
    '对话框',
    `<main><h1>页</h1><p style="color:#bbb">在后面</p><a href="/"></a></main><dialog id="d"><p style="color:#bbb">模态</p><button></button></dialog>
    <script src="/dialog.js"></script>`,
  ),
  boxes: page(
    '滚动、剪裁与窗外',
    `<style>.box{width:160px;color:#999;background:#fff} .box p{height:120px;margin:0}</style>
    ${['auto', 'scroll', 'hidden', 'clip', 'visible', 'auto hidden', 'hidden scroll', 'clip visible']
      .flatMap((overflow) =>
        ['height:40px', 'height:0', 'width:0;height:40px', 'height:40px;padding:12px 30px 8px 6px'].map(
          (size) =>
            `<div class="box" style="overflow:${overflow};${size}"><p>${overflow} ${size}</p><a href="#${size}">链</a></div>`,
        ),
      )
      .join('')}
    <textarea rows="1" style="color:#bbb">多行
    文字
    更多</textarea><select size="2"><option>一</option><option>二</option><option>三</option></select>
    <span style="overflow:auto"><b style="color:#bbb">行内</b></span>
    <p style="position:absolute;top:-40px;height:20px;color:#ccc">上方窗外</p>
    <p style="position:absolute;left:-400px;width:200px;color:#ccc">左方窗外</p>
    <p style="position:fixed;top:3000px;color:#ccc">下方窗外</p><p style="margin-top:-900px;position:relative;color:#ccc">负边距</p>
    <div dir="rtl"><p style="position:absolute;left:-400px;width:200px;color:#ccc">从右读</p></div>
    <div style="height:60px;overflow:auto;background:#eee"><div style="position:relative;height:300px"><a href="#in" style="position:absolute;top:200px;color:#ddd">区内下方</a></div></div>
    <div style="width:90px;background:#036"><p style="white-space:nowrap;color:#fff">比背景宽得多的一行白色文字在这里</p></div>
    <p style="text-shadow:0 0 1px #000,1px 1px 0 #333;color:#eee">细影</p><p style="text-shadow:3px 3px 1px #000;color:#eee">偏影</p>
    <p style="-webkit-text-stroke:1px #333;color:#eee">描边</p>
    ${Array.from({ length: 12 }, (_, i) => `<a href="#t${i}" style="position:absolute;right:${i * 9}px;bottom:${(i % 4) * 7}px;width:${8 + i}px;height:${20 - i}px">${i}</a>`).join('')}`,
  ),
  rtl: `<!doctype html><html lang="ar" dir="rtl"><title>从右读的页面</title><body style="background:#eee;overflow-y:scroll">
    <main><h1 style="color:#999">题</h1><p style="position:absolute;left:3000px;color:#ccc">右方窗外</p>
    <p style="position:absolute;left:-4000px;color:#ccc">左方</p><div style="overflow-x:auto;width:50px"><p style="width:400px;color:#aaa">横向滚动</p></div></main>`,
  clobbered: page(
    '同名字段',
    `<form><input name="children"><input name="attributes" title="甲"><input name="parentElement"><input name="id" style="color:#bbb" value="x">
    <a href=""></a></form><form><input name="localName"><img src="${PIXEL}" name="firstChild"></form>`,
  ),
  media: page(
    '媒体',
    `<audio autoplay src="data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="></audio>
    <video controls></video><svg><title></title><text fill="#ccc" y="20">字</text></svg><math><mi>x</mi></math><canvas></canvas>
    <embed src="/e"><object data="/o"><p>替代</p></object><template><img></template><noscript><img></noscript>`,
  ),
  quirks: `<html><body bgcolor="#ffffff"><center><font color="#cccccc">旧页</font><table width="100%"><tr><td><img src="${PIXEL}"><a href="#"><img src="${PIXEL}"></a></td></tr></table><ul><li><ul><p>乱</ul></ul>`,
  frameset:
    '<html><head><title>框架集</title></head><frameset cols="50%,50%"><frame src="about:blank"><frame title="" src="about:blank"></frameset></html>',
};

/** Scripts that the pages above refer to. */
export const PAGE_SCRIPTS: Record<string, string> = {
  '/shadow.js': `customElements.define('x-card', class extends HTMLElement { constructor() { super();
    this.attachShadow({ mode: 'open' }).innerHTML = '<section><slot name="title"><b>无标题</b></slot><div style="background:#eee"><slot></slot></div><img src="${PIXEL}"><a href="/s"></a><p id="p" style="color:#ccc">影内</p></section>'; } });`,
  '/dialog.js': `document.getElementById('d').showModal();`,
};
