// Chinese wording of the check of alt texts.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '图片替代文字',
  passing: '未发现无效的图片替代文字。',
  failing: '发现 {n} 处图片替代文字问题。',
  advice: '请用一句话写明图片内容或链接去向作为替代文字；纯装饰图片保留空的替代文字。',
  sees: '可见图片的替代文字：是否为文件名，是否只写“图片”等占位文字，图片链接有无名称，较大图片的替代文字是否为空。',
  cannotSee:
    '替代文字与图片内容是否相符，需人工核对；较大的图片是否纯属装饰，需人工判断；没有替代文字属性的图片由“无障碍”检查报告；背景图片不判定。',
};
export default wording;

export const groups = {
  'file-name': '替代文字是文件名',
  'placeholder-text': '替代文字是占位文字',
  'unnamed-link': '图片链接没有名称',
  'empty-text': '较大图片的替代文字为空',
} as const;
export type AlternativeProblem = keyof typeof groups;

const used = (places: number) => (places > 1 ? `，共 ${places} 处使用` : '');

export const sentences: Record<AlternativeProblem, (alt: string, places: number) => string> = {
  'file-name': (alt, places) => `图片的替代文字是文件名“${alt}”，读屏用户听不出图片内容${used(places)}。`,
  'placeholder-text': (alt, places) => `图片的替代文字只有“${alt}”，没有说明图片内容${used(places)}。`,
  'unnamed-link': (_alt, places) => `链接中只有图片且替代文字为空，读屏用户不知链接去向${used(places)}。`,
  'empty-text': (_alt, places) => `较大的图片替代文字为空，如不是装饰请补写${used(places)}。`,
};
