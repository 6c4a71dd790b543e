// Finds who runs a website (主办单位) in a line of its foot, in the orders in which offices write it.
import { fold, tidy } from './fold';

export interface SponsorHit {
  value: string;
  /** Where the value begins in the text. */
  index: number;
  end: number;
}

/** Labels and other words at which a unit's name ends. */
const NEXT =
  /(?:本?网?站)?(?:主管|承办|协办|主办|开办|建设|运营|运行|运维|维护|制作|开发|管理|设计|监制)(?:及|和|与)?(?:维护|管理|制作|建设|运维)?(?:单位|部门|机构|方|商)?\s*[:：]|(?:技术|网络|安全|运营|运维|信息|内容|业务)?(?:支持|保障|支撑)(?:单位|热线|电话)?\s*[:：]|版权所有|copyright|©|all\s+rights|地\s*址|电\s*话|邮\s*编|邮政编码|邮\s*箱|e-?mail|传\s*真|热线(?!管理|受理|服务|中心)|联系|备案|网站标识|标识码|政府网站|I\s?C\s?P|公网安备|建议使用|推荐使用|浏览|访问|您是|技术支持|网站地图|网站声明|隐私|举报|本站|未经|Powered/i;
/** "X承办" without a colon, behind a blank or a stop. */
const NEXT_UNIT_VERB = /[、,;|\s]\s*[\u4e00-\u9fff()]{3,30}(?:承办|协办|技术支持)/;
const LABEL =
  /(?:网\s*站|本\s*站)?主\s*管?\s*主?\s*办(?:(?:单\s*位|方|机关|机构|部门|者)(?:名称)?)?(?:\s*[、/和及与,]\s*(?:承办|协办|管理|维护|版权所有|运营|运维)(?:单位)?)*(?:\([^)]{0,10}\))?\s*:\s*/g;
/** “【主办】X”; behind a name the bracket belongs to that name: “X（主办）”. */
const LABEL_BRACKETED = /(?<![\u4e00-\u9fff])[[【(](?:网站)?主办(?:单位)?[\]】)]\s*:?\s*(?=[\u4e00-\u9fff])/g;
const LABEL_BARE = /主办单位\s*/g;
const AFTER = /([\u4e00-\u9fff][\u4e00-\u9fff()·、,/和及\s]{2,80}?)\s*主办(?!\s*[:方机者单部权的了])/g;
const ENGLISH = /(?:sponsored|hosted)\s+by\s*:?\s*|sponsors?\s*:\s*/gi;
const UNIT_END =
  /(?:政府|办公室|办公厅|委员会|委|局|厅|中心|部|院|处|站|办|会|大学|学院|馆|队|所|街道|镇|乡|区|县|市|省|组|行|署|公司|集团|平台|网|社)$/;
/** “本网站由甲市人民政府主办”: what stands before the name. */
const SITE_BY = /^.*(?:网\s*站|网|站)\s*由\s*/s;
/** “本次活动由甲协会主办”: a sentence about an event; names of offices may hold such words too. */
const EVENT =
  /由|活动(?!中心)|(?<!协商)会议(?!中心)|大赛|比赛|展览(?!馆|中心)|论坛|培训(?!中心|学院|学校|基地)|联合(?!会|社|国|大学)|共同/;
const HAN = /[\u4e00-\u9fff]/;

/** true when the line could name a sponsor at all: cheap test before the real one. */
export function mentionsSponsor(text: string): boolean {
  return /主\s*[办辦]|sponsor|hosted\s+by/i.test(text);
}

/** Sponsors named in a line, in order; the first is the best. */
export function findSponsors(text: string): SponsorHit[] {
  const folded = fold(text);
  const hits: SponsorHit[] = [];
  for (const pattern of [LABEL, LABEL_BRACKETED, LABEL_BARE]) {
    for (const match of folded.matchAll(pattern)) {
      if (/协$/.test(folded.slice(0, match.index))) continue;
      const from = match.index + match[0].length;
      const hit = forward(text, folded, from);
      // Without a colon only the name of a unit counts: “主办单位变更的公告” names none.
      if (hit && (pattern !== LABEL_BARE || UNIT_END.test(fold(hit.value)))) hits.push(hit);
    }
    if (hits.length) return hits;
  }
  for (const match of folded.matchAll(AFTER)) {
    const hit = backward(text, folded, match.index, match.index + (match[1] ?? '').length);
    if (hit) hits.push(hit);
  }
  if (hits.length) return hits;
  for (const match of folded.matchAll(ENGLISH)) {
    const from = match.index + match[0].length;
    const end = from + (folded.slice(from).search(/[|.;©]|copyright|all rights|address|tel|ICP|$/i) ?? 0);
    const value = tidy(text.slice(from, end));
    if (value.length >= 3) hits.push({ value, index: from, end });
  }
  return hits;
}

/** true when the text ends with a sponsor label whose value must stand on the next line. */
export function endsWithSponsorLabel(text: string): boolean {
  return /主办(?:单位|方|机关)?\s*:?\s*$/.test(fold(text).trimEnd()) && !/协办单位\s*:?\s*$/.test(fold(text));
}

/** true when a whole line is nothing but the name of a unit, e.g. a second sponsor below the first. */
export function isUnitName(text: string): boolean {
  const folded = fold(tidy(text));
  return (
    folded.length <= 30 &&
    /^[\u4e00-\u9fff()]{4,}$/.test(folded) &&
    UNIT_END.test(folded) &&
    !NEXT.test(folded)
  );
}

function forward(text: string, folded: string, from: number): SponsorHit | null {
  const start = from + (folded.slice(from).length - folded.slice(from).trimStart().length);
  let rest = folded.slice(start, start + 120);
  const stop = [
    rest.search(NEXT),
    rest.search(NEXT_UNIT_VERB),
    rest.search(/[|;。<>]|(?<!\d)(?!\d{5}[\u4e00-\u9fff])\d/),
  ].filter((at) => at >= 0);
  if (stop.length) rest = rest.slice(0, Math.min(...stop));
  // Names that follow a blank belong to the value only while they look like units.
  let end = 0;
  for (const token of rest.matchAll(/\S+/g)) {
    const word = token[0].replace(/[,、/]+$/, '');
    if (end > 0 && !(HAN.test(word) && UNIT_END.test(word))) break;
    end = token.index + token[0].length;
  }
  return made(text, start, start + end);
}

function backward(text: string, folded: string, index: number, end: number): SponsorHit | null {
  let start = index;
  const site = SITE_BY.exec(folded.slice(index, end));
  if (site) start += site[0].length;
  const stretch = folded.slice(start, end);
  const cut = /.*(?:版权所有|[:;。|]|\s{2,})/s.exec(stretch);
  if (cut) start += cut[0].length;
  const rights = /版权所有\s*:?\s*$/.test(folded.slice(0, start));
  // "地址… 甲县人民政府 主办": keep the trailing words that look like units.
  const words = [...folded.slice(start, end).matchAll(/\S+/g)];
  let first = words.length - 1;
  // The first name behind “版权所有” holds the rights.
  while (first > (rights ? 1 : 0) && UNIT_END.test((words[first - 1]?.[0] ?? '').replace(/[,、/]+$/, '')))
    first -= 1;
  start += words[first]?.index ?? 0;
  if (EVENT.test(folded.slice(start, end))) return null;
  return made(text, start, end);
}

function made(text: string, index: number, end: number): SponsorHit | null {
  // “主办：X主办”: people write the word twice.
  const value = tidy(text.slice(index, end))
    .replace(/[\s,，、/;；|(（：:-]+$/, '')
    .replace(/(?<=[\u4e00-\u9fff]{2})(?:主[办辦]|主管[、/和及与]?)$/, '');
  if (value.length < 2 || value.length > 80 || !HAN.test(value)) return null;
  if (/^(?:单位|方|承办|协办|的|了|和|及)|(?:通知|公告|公示|方案|活动|报名|启事)$/.test(value)) return null;
  return { value, index, end };
}
