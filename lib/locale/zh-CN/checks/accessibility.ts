// Wording of the accessibility check.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '无障碍',
  passing: '按 WCAG 2.2 A、AA 级可自动检测的规则，未发现无障碍问题。',
  failing: '发现 {n} 处无障碍问题或需人工复核之处。',
  advice:
    '请按 WCAG 2.2 A、AA 级要求整改：补充替代文本和名称，提高文字与背景的对比度，完善表单标签和页面结构。',
  sees: '用 axe-core 逐个框架检查可自动判定的 WCAG 2.2 A、AA 级规则，违反的判为问题，无法判定的列为需复核，最佳实践单独列出。',
  cannotSee:
    '替代文本是否准确、阅读顺序是否合理、能否只用键盘完成办事等，须人工检查；扩展无法进入的框架不检查，并在“未检查内容”中说明。',
};

export default wording;
