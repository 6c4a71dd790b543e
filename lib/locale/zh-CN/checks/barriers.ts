// Wording of the own accessibility audits; the words of each rule are in ../barriers.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '无障碍补充检查',
  passing: '未发现无障碍补充检查所列的问题。',
  failing: '发现 {n} 类无障碍问题或需人工复核之处。',
  advice: '请对照 WCAG 2.2 和《网站设计无障碍技术要求》整改，并用键盘和读屏软件复核。',
  sees: '在 axe-core 之外，检查链接、文字、表格、结构、表单、键盘操作、语言、标题、图片和音视频等方面一百多种常见障碍；只有能够确定的判为问题，其余列为需复核或最佳实践。',
  cannotSee:
    '用程序绑定的点击、悬停和焦点处理，替代文本与图片内容是否相符，音视频是否已有字幕或文字稿；来自其他网站的样式表浏览器不允许读取。',
};

export default wording;

/** A certain fault of one element, one sentence. */
export function onePlace(title: string, subject: string, value: string | undefined): string {
  return `${title}：“${subject}”${value && value !== subject ? `（${value}）` : ''}。`;
}

/** A pattern seen `count` times, one sentence. */
export function manyPlaces(title: string, count: number, subject: string): string {
  return count > 1
    ? `${title}，共 ${count} 处，如“${subject}”，请复核。`
    : `${title}：“${subject}”，请复核。`;
}

export const frameNote = '（在页面内嵌的框架中）';
