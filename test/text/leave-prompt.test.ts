// Recognising leave-site prompts in wording, inline script and script names.
import { describe, expect, it } from 'vitest';
import { leaveWords, readPromptScript, scriptHint } from '@/lib/text/leave-prompt';

describe('leaveWords', () => {
  it.each([
    '您访问的链接即将离开“示例”门户网站，是否继续？',
    '您将离开本网站',
    '是否离开本站，前往外部站点',
    '您即将跳转到第三方网站',
    '确定要离开当前网站吗',
    '\\u5373\\u5c06\\u79bb\\u5f00',
  ])('%s', (text) => {
    expect(leaveWords(text)).not.toBe('');
  });

  it.each(['他离开了家乡', '欢迎访问本网站', '领导离开会场', '跳转到第2页', '正在加载'])('not %s', (text) => {
    expect(leaveWords(text)).toBe('');
  });
});

describe('readPromptScript', () => {
  it('reads what a delegated handler binds to', () => {
    const script = readPromptScript(
      `$(document).on("click", "a[target=_blank]", function(e){ var h=$(this).attr("href"); if(h.indexOf("gov.cn")>-1) return; layer.confirm("您即将离开本网站"); })`,
    );
    expect(script).toMatchObject({
      shows: 'layer',
      selectors: ['a[target=_blank]'],
      everyLink: false,
      exceptions: ['gov.cn'],
    });
  });

  it.each([
    "for(var i=0;i<document.links.length;i++){document.links[i].onclick=function(){return confirm('即将离开本站')}}",
    "document.addEventListener('click', e => { if (!confirm('您将离开本网站')) e.preventDefault() })",
    "$(document).on('click','a',function(){return confirm('您将离开本网站')})",
    "document.body.onclick=function(){ return window.confirm('您将离开本网站') }",
  ])('sees that every link is covered: %s', (source) => {
    expect(readPromptScript(source)?.everyLink).toBe(true);
  });

  it('collects functions and literal or pattern exceptions', () => {
    const script = readPromptScript(
      `function outLink(u){ if(/\\.gov\\.cn/i.test(u)) return; if(confirm('您即将离开本网站')) open(u) } var other = function(){};`,
    );
    expect(script?.functions).toEqual(['outLink', 'other']);
    expect(script?.exceptions).toEqual(['.gov.cn']);
  });

  it.each([
    ['speaks but shows nothing', "var t = '即将离开本网站'"],
    ['shows but speaks of something else', "$('a').click(function(){ return confirm('确定删除？') })"],
    ['comment', "/* $('a').click(function(){ confirm('即将离开本站') }) */"],
    ['line comment', "// $('a').click(function(){ confirm('即将离开本站') })\nvar a = 1"],
    ['empty', ''],
  ])('null for a script that %s', (_, source) => {
    expect(readPromptScript(source)).toBeNull();
  });

  it('reads a long script in linear time', () => {
    const filler = "function f(a){ return $('.x').attr('href') + \"即将\" }\n";
    const time = (times: number) => {
      const source = `${filler.repeat(times)}confirm('您即将离开本网站')`;
      const start = performance.now();
      expect(readPromptScript(source)).not.toBeNull();
      return performance.now() - start;
    };
    time(100);
    // Sixteen times the text may take sixteen times as long; a quadratic pattern would take 256 times.
    expect(time(3200)).toBeLessThan(Math.max(1, time(200)) * 100);
  });
});

describe('scriptHint', () => {
  it.each([
    ['http://a.gov.cn/js/outurl.js?v=1', 'prompt'],
    ['http://a.gov.cn/js/wailian.min.js', 'prompt'],
    ['http://a.gov.cn/images/checklink.js', 'prompt'],
    ['http://a.gov.cn/layer/layer.js', 'dialog-library'],
    ['http://a.gov.cn/js/layui.all.js', 'dialog-library'],
    ['http://a.gov.cn/js/jquery.min.js', undefined],
    ['http://a.gov.cn/wailian/main.js', undefined],
    ['http://a.gov.cn/js/player.js', undefined],
  ])('%s', (address, hint) => {
    expect(scriptHint(address)).toBe(hint);
  });
});
