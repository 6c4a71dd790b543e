// Chinese wording of the check against the office's own word list.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '规范用语',
  passing: '未发现用语表所列的不规范用语。',
  failing: '有 {n} 个用语与用语表不符。',
  advice: '请对照用语表核实，确属错误的及时更正，并检查全站是否还有同样的表述。',
  sees: '按“设置”中启用的用语表，逐字比对页面标题、可见文字、图片说明和提示文字；英文和数字按整词比对，不分大小写和全角半角；例外语境中的不报；同一位置有多个词的报最长的。首页另核对必备用语。',
  cannotSee:
    '只比对字面，不理解意思，是否用错由人认定；隐藏的文字、图片和视频中的文字、附件内容看不到；没有启用的用语表时不检查；必备用语只核对首页。',
};
export default wording;

export const groups = { serious: '严重表述', general: '一般表述', required: '必备用语' };

/** Where a text stands, as it is said in a sentence. */
export const places = {
  text: '页面文字',
  button: '按钮文字',
  alt: '图片说明',
  title: '提示文字',
  'document-title': '网页标题',
};

export const messages = {
  noList: { what: '规范用语', why: '没有启用的用语表，请在“设置”中导入' },
  forbidden: (place: string, word: string, correct: string, n: number, sure: boolean) =>
    `${place}中有“${word}”${n > 1 ? `（本页共 ${n} 处）` : ''}${correct ? `，规范用语为“${correct}”` : '，属用语表所列不规范用语'}${sure ? '' : '，请结合上下文核实'}。`,
  missing: (word: string) => `首页未见必备用语“${word}”，请核实是否应当出现。`,
  addIt: '请核实该用语是否应当在首页出现；以图片展示的，请补充文字说明。',
};
