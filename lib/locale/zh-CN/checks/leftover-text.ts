// Chinese wording of the check of leftovers: tests, templates, program values, damaged text.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '残留内容与乱码',
  passing: '未发现测试内容、未替换的模板代码和乱码。',
  failing: '有 {n} 处残留内容或乱码。',
  advice: '请删除测试内容，补全或撤下空白栏目，修复未替换的模板代码和乱码。',
  sees: '页面标题、可见文字、图片说明和提示文字中：单独成条的测试标题（“核酸检测”“测试中心”等正常用语不报）、填充文字、“暂无内容”、undefined 等程序值、未替换的模板代码，以及各种编码错误造成的乱码。',
  cannotSee:
    '隐藏的文字、图片和附件中的内容看不到；混在正文长句中的测试内容不报；页面脚本没有运行时可能见到模板代码，列为需核实。',
};
export default wording;

export const groups = {
  'test-text': '测试内容',
  'filler-text': '填充文字',
  template: '未替换的模板代码',
  'program-value': '程序值',
  'empty-notice': '空白提示',
  mojibake: '乱码',
};

export const expected = {
  'test-text': '正式发布的内容',
  'filler-text': '正式发布的内容',
  template: '替换后的实际内容',
  'program-value': '实际内容，没有内容时不显示该项',
  'empty-notice': '栏目有内容；没有内容的栏目不发布',
  mojibake: '可以正常阅读的文字',
};

export const messages = {
  'test-text': (piece: string) => `页面上有测试内容“${piece}”`,
  'filler-text': (piece: string) => `页面上有制作网页时的填充文字“${piece}”`,
  template: (piece: string) => `页面上显示了未替换的模板代码“${piece}”`,
  'program-value': (piece: string) => `页面上显示了程序值“${piece}”`,
  'empty-notice': (piece: string) => `页面提示“${piece}”`,
  mojibake: (piece: string, meant: string) =>
    `页面上有乱码“${piece}”${meant ? `，原文可能是“${meant}”` : ''}`,
  look: '，请核实',
  scriptSilent: '，可能是页面脚本没有运行，请刷新后核实',
};
