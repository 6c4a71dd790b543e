// Telling a notice that there is no such page from a page, in any character set, without ever hanging.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHtml, pageSigns } from '@/lib/link-status/page-signs';

const BASE = 'http://www.shili.gov.cn/a/b.html';
const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title><style>p{}</style></head><body>${body}</body></html>`;
const ARTICLE = `<p>${'我市召开会议，部署今年重点工作，各部门要认真落实。'.repeat(20)}</p>`;

describe('notices that there is no such page', () => {
  it.each([
    ['404 Not Found', '<h1>404 Not Found</h1><hr>nginx'],
    ['404', ''],
    ['页面不存在', '<p>返回首页</p>'],
    ['页面找不到_示例市人民政府', ''],
    ['404错误-示例市人民政府', '<p>5 秒后返回首页</p>'],
    ['对不起，您访问的页面不存在', ''],
  ])('by the title %s', (title, body) => {
    expect(pageSigns(page(title, body), BASE).gone).toMatchObject({ inTitle: true });
  });

  it.each([
    '对不起，您访问的页面不存在或已被删除！<a href="/">返回首页</a>',
    '<p>抱歉，您要查看的网页已下线。</p>',
    '<div>很抱歉，页面不存在</div>',
    '<h2>找不到您访问的页面</h2><p>可能的原因：地址有误。</p>',
    '该信息已被删除！',
    '您访问的栏目不存在',
    'The page you requested was not found.',
    'HTTP 404 - 页面未找到',
  ])('by the short text %s', (body) => {
    expect(pageSigns(page('示例市人民政府', body), BASE).gone).toMatchObject({ inTitle: false });
  });

  it.each([
    ['关于网站链接失效问题整改情况的通报_示例市', ARTICLE],
    ['市政府常务会议', `${ARTICLE}<p>原页面不存在的，请联系我们。</p>`],
    ['企业注销登记办事指南', ARTICLE],
    ['示例市人民政府', '<p>欢迎访问示例市人民政府网站。</p>'],
    ['第404号建议的答复', ARTICLE],
    ['寻找丢失的记忆', '<p>展览时间：5 月。</p>'],
    ['', '<div id="app"></div><script src="app.js"></script>'],
  ])('never an ordinary page: %s', (title, body) => {
    expect(pageSigns(page(title, body), BASE).gone).toBeUndefined();
  });

  it('reads nothing from scripts, comments and styles', () => {
    const body = '<script>var t="您访问的页面不存在";</script><!-- 页面不存在 --><p>通知公告列表</p>';
    expect(pageSigns(page('通知公告', body), BASE).gone).toBeUndefined();
  });
});

describe('pages that lead on by themselves', () => {
  it.each([
    ['<meta http-equiv="refresh" content="0;url=/404.html">', 'http://www.shili.gov.cn/404.html'],
    ['<script>window.location.href="../";</script>', 'http://www.shili.gov.cn/'],
    ['<script>location.replace("http://other.example.com/")</script>', 'http://other.example.com/'],
    ['<script>location="javascript:alert(1)"</script>', undefined],
  ])('%s', (html, target) => {
    expect(pageSigns(`<html>${html}</html>`, BASE).leadsTo).toBe(target);
  });

  it('not when there is something to read', () => {
    const html = '<script>if(x)location.href="/m/"</script><p>正文</p>';
    expect(pageSigns(html, BASE).leadsTo).toBeUndefined();
  });
});

describe('character sets', () => {
  const words = new Uint8Array([0xd2, 0xb3, 0xc3, 0xe6, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda]);
  const text = '页面不存在';
  it('as the header says', () => {
    expect(decodeHtml(words, 'text/html; charset=GB2312')).toBe(text);
  });
  it('as the page says', () => {
    const head = new TextEncoder().encode(
      '<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
    );
    expect(decodeHtml(new Uint8Array([...head, ...words]), 'text/html')).toContain(text);
  });
  it('guessed when nobody says, or says nonsense', () => {
    expect(decodeHtml(words, 'text/html')).toBe(text);
    expect(decodeHtml(words, 'text/html; charset=nonsense')).toBe(text);
    expect(decodeHtml(new TextEncoder().encode(text), '')).toBe(text);
  });
  it('also when the end was cut within a character', () => {
    expect(decodeHtml(new TextEncoder().encode(text).subarray(0, 14), '')).toBe('页面不存');
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '<script',
    '</script',
    '<!--',
    '-->',
    '<title>',
    '<meta ',
    '页面',
    '不存在',
    ' ',
    '"',
    '=',
    'url',
    '您',
  );
  it('is read without an error and within its bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 60 }), (parts) => {
        const signs = pageSigns(parts.join(''), BASE);
        expect((signs.title ?? '').length).toBeLessThanOrEqual(120);
        expect((signs.gone?.words ?? '').length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it.each(['<', '<script ', '<!--', '<title', '您', '<meta http-equiv=refresh ', '页面 '])(
    '64 kB of “%s” is read in a moment',
    (piece) => {
      const started = performance.now();
      pageSigns(piece.repeat(65_536 / piece.length), BASE);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it('never fails on bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 30 }), (bytes, type) => {
        expect(typeof decodeHtml(bytes, type)).toBe('string');
      }),
    );
  });
});
