// @vitest-environment happy-dom
// Alt texts: the fixture's pages through probe and check, and texts that must not be taken for names of files.
import { describe, expect, it, vi } from 'vitest';
import check from '@/lib/checks/image-alternatives';
import { alternativeFault } from '@/lib/checks/judge/image-alternative';
import images from '@/lib/probes/images';
import { fakeImages } from '../probes/fake-browser-images';
import { answerOf, factsOf, readCases, showPage } from './page-cases';

fakeImages();
vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
  const [width = 0, height = 0] = (this.getAttribute('data-size') ?? '40x40').split('x').map(Number);
  return new DOMRect(0, 0, width, height);
});
const cases = readCases('test/checks/image-alternatives.html');

describe('image-alternatives', () => {
  it('has a case for every outcome', () => {
    const outcomes = new Set(cases.map(({ expected }) => expected.outcome));
    expect([...outcomes].sort()).toEqual(['fail', 'inapplicable', 'pass', 'review']);
  });

  it.each(cases)('$name', async (page) => {
    showPage(page.url, page.html);
    const answer = answerOf(check, await factsOf(images, page.url), page);
    expect(answer.findings).toEqual(page.expected.findings);
    expect(answer.outcome).toBe(page.expected.outcome);
    for (const [at, text] of (page.expected.says ?? []).entries())
      expect(answer.messages[at]).toContain(text);
  });
});

describe('what an alt text is', () => {
  it.each([
    '图解',
    '示例图书馆',
    '图一：示意',
    '照片中的市民',
    '12345',
    '12345热线',
    '2024',
    '国徽',
    'logo',
    'IPv6',
    'GOV',
    '党政机关',
    'Image of the bridge',
    '微信公众号',
    '政府网站找错',
    '统计图',
    '2024-05-06',
    '图片新闻：春耕',
    '截图工具使用说明',
    '扫一扫',
  ])('%s tells something', (text) => {
    expect(alternativeFault(text)).toBeUndefined();
  });

  it.each([
    ['a.jpg', 'file-name'],
    ['20240506093015', 'file-name'],
    ['DSC_0012', 'file-name'],
    ['mmexport1588888888888', 'file-name'],
    ['image001.png', 'file-name'],
    ['u=123,456&fm=26', 'file-name'],
    ['屏幕截图 2024 05 06', 'file-name'],
    ['图片1', 'placeholder-text'],
    ['【图片】', 'placeholder-text'],
    ['img', 'placeholder-text'],
    ['在这里插入图片描述', 'placeholder-text'],
    ['ＩＭＧ', 'placeholder-text'],
  ])('%s is %s', (text, fault) => {
    expect(alternativeFault(text)).toBe(fault);
  });
});
