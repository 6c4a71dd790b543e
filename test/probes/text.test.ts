// @vitest-environment happy-dom
// What the text probe takes for one block, and what it leaves out.
import { describe, expect, it } from 'vitest';
import { TextFacts } from '@/lib/model/facts/text';
import text from '@/lib/probes/text';
import { factsOf, showPage } from '../checks/page-cases';

async function blocksOf(html: string): Promise<string[]> {
  showPage('http://www.shili.gov.cn/', html);
  const facts = TextFacts.parse((await factsOf(text, 'http://www.shili.gov.cn/')).frames[0]?.facts.text);
  for (const { selector } of facts.blocks) expect(document.querySelectorAll(selector)).toHaveLength(1);
  return facts.blocks.map((block) => `${block.kind}:${block.tag} ${block.text}`);
}

describe('text probe', () => {
  it('joins inline pieces and keeps links, cells and lines apart', async () => {
    const seen = await blocksOf(
      '<p>坚持<b>以人</b><span>民</span>为中心<br>第二行</p><nav><a>首页</a><a>测试</a></nav><p>见<a>通知</a>全文</p><table><tr><td>甲</td><td>乙</td></tr></table>',
    );
    expect(seen).toEqual([
      'text:p 坚持以人民为中心',
      'text:p 第二行',
      'text:a 首页',
      'text:a 测试',
      'text:p 见',
      'text:a 通知',
      'text:p 全文',
      'text:td 甲',
      'text:td 乙',
    ]);
  });

  it('reads alt, title and button texts; a title that repeats the text only once', async () => {
    const seen = await blocksOf(
      '<a title="关于放假的通知">关于放假…</a><a title="同文">同文</a><img alt="会议照片"><input type="submit" value="提交"><input type="text" value="填写的内容">',
    );
    expect(seen).toEqual([
      'text:a 关于放假…',
      'text:a 同文',
      'title:a 关于放假的通知',
      'alt:img 会议照片',
      'button:input 提交',
    ]);
  });

  it('leaves out hidden text, scripts, typed text and our own interface', async () => {
    const seen = await blocksOf(
      '<p style="display:none">隐藏</p><script>var a = "脚本"</script><style>.a::before { content: "样式" }</style><textarea>填写</textarea><select><option>选项</option></select><div data-gov-site-inspector="dock">界面</div><p>正文</p>',
    );
    expect(seen).toEqual(['text:option 选项', 'text:p 正文']);
  });

  it('marks program text', async () => {
    showPage('http://www.shili.gov.cn/', '<pre>{{name}}</pre><p>正文</p>');
    const facts = (await factsOf(text, 'http://www.shili.gov.cn/')).frames[0]?.facts.text;
    expect(facts?.blocks.map(({ code }) => code)).toEqual([true, undefined]);
  });
});
