// Chinese wording of the share of policy documents with an interpretation, over the whole site.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '政策解读比例',
  passing: '已检查的政策文件均有解读，或数量较少不作统计。',
  failing: '有 {n} 项政策解读情况需核实。',
  advice: '请为应解读的政策文件补充解读材料，并更多采用图解、音频、视频、动漫等形式。',
  sees: '汇总本次检查中打开过的政策文件页和政策解读页：有解读的文件所占比例，解读材料是否只有文字一种形式。至少各打开 3 个页面才作统计。',
  cannotSee: '没有打开过的文件和解读；文件是否应当解读、解读是否照抄原文，由检查员认定。',
};
export default wording;

export const group = '全站汇总';

export const messages = {
  lowShare: (missing: number, documents: number) =>
    `已检查的 ${documents} 个政策文件中有 ${missing} 个未见解读，解读比例 ${Math.floor(((documents - missing) * 100) / documents)}%，请核实是否应当解读。`,
  textOnly: (n: number) => `已检查的 ${n} 篇解读材料均只有文字，未见图解、音频、视频、动漫等形式，请核实。`,
  list: (pages: readonly { title: string; page: string }[]) =>
    pages.map(({ title, page }) => `${title}（${page}）`).join('；'),
};

export const skips = {
  documents: (n: number, least: number) => ({
    what: '政策解读比例',
    why: `只检查了 ${n} 个政策文件页，不足 ${least} 个，未作统计`,
  }),
  interpretations: (n: number, least: number) => ({
    what: '政策解读形式',
    why: `只检查了 ${n} 篇解读材料，不足 ${least} 篇，未作统计`,
  }),
};
