// The words by which policy documents, interpretations and the links between them are told.
import { fold } from './fold';

const INTERPRETATION_HEADS =
  /^(?:相关解读|政策解读|解读材料|文件解读|关联解读|解读链接|政策图解|图解|图文解读|相关政策解读|解读信息|解读文章|解读回应|配套解读|政策解读链接|图解政策|解读)$/;
const ORIGINAL_HEADS =
  /^(?:原文链接|政策原文|原文|文件原文|解读原文|相关文件|相关政策|政策文件|关联文件|相关政策文件|解读文件|被解读文件|相关公文|原文件|文件链接|政策链接|政策原文链接|关联政策)$/;

/** Which side a heading announces; undefined for other texts. */
export function relatedSide(text: string): 'interpretation' | 'original' | undefined {
  const bare = fold(text.slice(0, 30)).replace(/[\s:[\]()【】|·•>«»]/g, '');
  if (bare.length > 8) return undefined;
  if (INTERPRETATION_HEADS.test(bare)) return 'interpretation';
  return ORIGINAL_HEADS.test(bare) ? 'original' : undefined;
}

/** 〔2024〕5号 with the office's short name before it. */
const NUMBER = /[\u4e00-\u9fff]{1,14}[〔[(【][12]\d{3}[〕\])】](?:第)?\d{1,5}号/;

/** The document number in a short text, '' when there is none. */
export function documentNumberIn(text: string): string {
  return NUMBER.exec(fold(text.slice(0, 120)).replace(/\s/g, ''))?.[0] ?? '';
}

/** Labels of the block over a published document. */
export const DOCUMENT_LABEL =
  /^(?:文号|发文字号|发文号|文件编号|文件字号|索引号|发文机关|发布机构|发文单位|制发机关|发文机构|公开主体|成文日期|发文日期|印发日期|主题分类|有效性|效力状态|公文种类|主题词)$/;
export const NUMBER_LABEL = /^(?:文号|发文字号|发文号|文件编号|文件字号)$/;

/** Columns of interpretations. */
export const INTERPRETATION_COLUMN = /解读|图解|一图读懂/;
/** Columns of policy documents. */
export const POLICY_COLUMN =
  /政策文件|规范性文件|政府文件|文件库|政策法规|规章|政策公开|市政府文|县政府文|政府办文|政府令/;
/** Titles of interpretations. */
export const INTERPRETATION_TITLE =
  /解读|图解|一图读懂|一图看懂|一图了解|一图速览|政策问答|答记者问|漫画|动漫|【图解】/;
/** Kinds of documents that set policy. */
export const POLICY_TITLE = /通知|意见|办法|规定|方案|细则|规划|措施|条例|决定|纲要|计划|政策|规则|标准|制度/;
/** Documents that need no interpretation: people, money, single cases. */
export const NOT_POLICY =
  /任免|任职|免职|任命|表彰|嘉奖|通报|公示|批复|预算|决算|纪要|名单|讣告|放假|招标|中标|采购|招考|招聘|录用|转发|废止|失效|征收|拍卖|出让|人事|提案|建议的?答复|成立.{0,20}(?:领导小组|指挥部)|调整.{0,20}(?:领导小组|成员)|分工/;

/** The form that a title or link announces. */
export function formIn(text: string): 'picture' | 'video' | 'audio' | 'animation' | undefined {
  if (/动漫|动画|漫画|H5|FLASH|沙画/i.test(text)) return 'animation';
  if (/视频|短片|访谈|直播|发布会|微电影/.test(text)) return 'video';
  if (/音频|听政策|之声|电台|播客/.test(text)) return 'audio';
  return /图解|一图|图说|长图|海报|图表/.test(text) ? 'picture' : undefined;
}

/** The part of a title that a document and its interpretation share. */
export function titleCore(title: string): string {
  return title
    .replace(/[《》“”"()（）【】[\]\s〔〕:：、，,。]/g, '')
    .replace(
      /关于|印发|公布|发布|政策解读|解读|图解|一图读懂|一图看懂|政策问答|答记者问|的通知|通知|的|人民政府|办公室|办公厅|政府|征求意见稿|试行|暂行/g,
      '',
    );
}

/** true when both speak of the same thing: they share a run of at least `least` characters. */
export function sharesTitle(a: string, b: string, least = 6): boolean {
  const [one, other] = [titleCore(a), titleCore(b)];
  for (let at = 0; at + least <= one.length; at++) if (other.includes(one.slice(at, at + least))) return true;
  return false;
}

/** true for the address of a single page (numbers or a date in its name), not of a column. */
export function isArticleAddress(address: string): boolean {
  const path = address.replace(/#.*$/s, '');
  if (/\.(?:pdf|docx?|ofd|wps|mp4|mp3)(?:\?|$)/i.test(path)) return true;
  if (/\/(?:index|list|default)(?:[_-]\d+)?\.\w+$/i.test(path) || /\/$/.test(path)) return false;
  const last = path.replace(/^.*\//, '');
  return /\d{3}/.test(last) || /[?&]\w*id=\w+/i.test(path);
}
