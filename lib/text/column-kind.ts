// Tells by its name which kind of column it is: 动态要闻, 通知公告, 政策文件, or another that the indicators give no period for.
import type { ColumnKind } from '@/lib/model/columns';

const POLICY =
  /政策文件|规范性文件|(?:政府|部门|最新|重要|本级|上级|市|县|区|省|局|厅|委|镇|街道)[^动态]{0,4}文件$|文件(?:库|发布|公开|通知|资料)|^文件$|政策法规|法规(?:文件|政策)|政策发布|最新政策|法律法规|政府规章|政府令|[府政委办]发$|^政策$|公报$/;
const NOTICE = /通知|公告|公示|通告|告示/;
const NEWS =
  /要闻|新闻|快讯|时政|头条|政务动态|工作动态|[部门区县镇乡街道基层市州省局内外行业战线]动态|^动态|动态$|动态信息|信息快递|今日|播报|联播|政务资讯|最新资讯|工作信息/;
/** Named like one of the kinds, but kept for something else. */
const OTHER =
  /解读|回应|办事|服务|图解|专题|专栏|历史|归档|往年|废止|失效|招标|采购|中标|回复|选登|信箱|征集|调查|访谈|直播|视频|图片|音频|文化|旅游|公开指南|公开年报|年度报告/;
const YEAR = /(?:19|20)\d{2}\s*年?/;

/** The kind by the column's own name, then by the page tag ColumnType; `sure` = the name itself says it. */
export function columnKindOf(name: string, columnType = ''): { kind: ColumnKind; sure: boolean } {
  const own = byWords(name);
  if (own) return { kind: own, sure: true };
  const typed = OTHER.test(name) ? undefined : byWords(columnType);
  return typed ? { kind: typed, sure: false } : { kind: 'other', sure: true };
}

function byWords(text: string): ColumnKind | undefined {
  const plain = text.replace(/\s+/g, '');
  if (plain === '' || OTHER.test(plain) || YEAR.test(plain)) return undefined;
  if (/政策动态/.test(plain)) return undefined;
  if (NOTICE.test(plain) && !/政策文件/.test(plain)) return 'notice';
  if (POLICY.test(plain)) return 'policy';
  return NEWS.test(plain) ? 'news' : undefined;
}
