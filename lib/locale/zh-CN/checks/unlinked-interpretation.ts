// Chinese wording of the check of links between policy documents and their interpretations.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '政策解读关联',
  passing: '文件与解读材料已相互关联。',
  failing: '发现 {n} 处政策解读关联问题或可认定的解读形式。',
  advice: '请在政策文件页面设置解读材料链接，在解读页面设置文件原文链接，并及时填充“相关解读”栏目。',
  sees: '有文号、发文机关等要素的政策文件页：正文及“相关解读”“解读材料”等栏中有无本文件的解读链接；政策解读页：有无指向文件原文的链接，采用文字、图解、视频、音频、动漫中的哪些形式。人事任免、表彰、公示、预决算等文件不计。',
  cannotSee:
    '文件是否应当解读（由检查员认定）；链接打开后的内容是否确为该文件的解读；图片中写出的解读内容是否照抄原文；点击后才由脚本显示的链接。',
};
export default wording;

export const groups = {
  'no-interpretation': '文件未见解读链接',
  'empty-interpretation': '解读栏为空',
  'no-original': '解读未见文件链接',
  'media-form': '多种形式解读',
} as const;

const named = (title: string) => `“${title.length > 40 ? `${title.slice(0, 40)}…` : title}”`;

export const formNames = {
  text: '文字',
  picture: '图解',
  video: '视频',
  audio: '音频',
  animation: '动漫',
} as const;

export const messages = {
  noInterpretation: (title: string, number: string) =>
    `政策文件${named(title)}${number ? `（${number}）` : ''}页面未见解读材料链接，请核实该文件是否应当解读、是否已解读。`,
  doubtfulInterpretation: (title: string, example: string) =>
    `政策文件${named(title)}页面的解读链接似与本文件无关（如${named(example)}），请核实。`,
  emptyInterpretation: (title: string, heading: string) =>
    `政策文件${named(title)}页面设有“${heading}”栏，但其中没有内容，请核实是否应当解读、是否漏挂链接。`,
  noOriginal: (title: string) => `解读材料${named(title)}页面未见指向被解读文件的链接。`,
  emptyOriginal: (title: string, heading: string) =>
    `解读材料${named(title)}页面设有“${heading}”栏，但其中没有链接。`,
  doubtfulOriginal: (title: string) =>
    `解读材料${named(title)}页面的链接看不出是否指向被解读文件，请点开核实。`,
  mediaForm: (title: string, forms: string) =>
    `解读材料${named(title)}采用${forms}形式，请核实是否通俗易懂、可予加分。`,
};

export const expected = {
  interpretation: '文件页面有解读材料链接',
  original: '解读页面有文件原文链接',
  form: '运用音频、视频、动漫等形式解读',
};
