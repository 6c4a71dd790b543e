// The words, names and addresses by which the walk knows what is worth keeping; deliberately generous, judgement comes later.
import type { IdentityElement } from '@/lib/model/summary';

/** Kinds of evidence for a page foot, as bits. */
export const EVIDENCE = { icp: 1, police: 2, siteCode: 4, rights: 8, mark: 16, errorEntry: 32, sponsor: 64 };

export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
export const NO_TEXT = new Set(
  'script style template noscript svg canvas textarea select option title head iframe frame object math datalist'.split(
    ' ',
  ),
);
export const KEY =
  /I\s?C\s?P|[ＩＣＰ]{2}|公.{0,6}备|公.{0,6}備|标识码|識別?碼|標識碼|识别码|标志码|网站(?:标识|识别)号|主\s?[办辦]|版权|版權|copyright|©|电\s*话|電話|热\s*线|熱線|联系|聯[繫系絡]|[总手]机|总\s?机|传真|邮箱|值班|\btel\b|telephone|\bphone\b|hotline|@|sponsor|hosted by|site\s?(?:id|code)/i;
export const SHAPES: [number, RegExp][] = [
  [EVIDENCE.icp, /[ＩI]\s?[ＣC]\s?[ＰP]\s*(?:[备備]|证)/i],
  [EVIDENCE.police, /公.{0,4}[安网網].{0,6}[备備].{0,8}\d{4}/],
  [EVIDENCE.siteCode, /(?:标识|識別|標識|识别|标志)码|標識碼|网站(?:标识|识别)号/],
  [EVIDENCE.rights, /版权所有|版權所有|copyright|©|all rights reserved/i],
  [EVIDENCE.sponsor, /主[办辦](?:单位|單位)?\s*[:：]|[政府局委厅办会心]\s*主[办辦](?![:：单單的者方])/],
];
/** Words that a short text, an image or a link must have to be kept. */
export const TOKEN =
  /网站地图|網站地圖|站点地图|站點地圖|站点导航|网站导航|网站导图|site\s?-?map|政府网站找错|我要找错|网站找错|联系我们|联系方式|聯絡我們|contact us/i;
/** A filing number that stands only in the words of a link. */
export const NUMBER_TITLE = /I\s?C\s?P\s*[备備]|公网安备|公網安備/i;
export const TARGET =
  /conac|sitename\?|jiucuo|site_?code=|\/exposure\/|\bLink\(|recordcode=\d|webSearch\?code=\d/i;
/** Paths under which site maps lie, for links that have no words. */
export const MAP_TARGET = /(?:^|[/_-])(?:wzdt|zddt|wangzhanditu|web-?map|site-?_?map)(?:[/._?-]|$)/i;
export const IMAGE =
  /conac|jiucuo|dzjg|dangzheng|dangjiguan|jiguan|zhaocuo|zzjg|(?:^|[/\\_-])a?(?:red|blue)\d*\.(?:png|jpe?g|gif|svg|webp)|\/jg\.(?:png|jpg|gif)/i;
export const IMAGE_TEXT =
  /党政机关|黨政機關|事业单位|找错|找錯|纠错|网站地图|站点地图|網站地圖|I\s?C\s?P\s*备|公网安备/;
export const HINT = /conac|jiucuo|dzjg|dangzheng|zhaocuo|dzbs|gov-?mark/i;
export const FOOT =
  /(?:^|[-_\s])(?:[a-z]*foot(?:er|s)?|bottom|btm|copy-?right|copy|dibu|yejiao|banquan|ft|footer[-_a-z0-9]*|foot[-_a-z0-9]*|link-?foot)(?:$|[-_\s\d])/i;
/** Names of elements that hold an article's text. */
export const ARTICLE =
  /(?:^|[-_\s])(?:article|zoom|trs[-_]?editor|ucapcontent|content[-_]?(?:text|txt|body|detail)|detail[-_]?(?:con|content|text|body|info)|xl[-_]?(?:con|text)|news[-_]?(?:con|content|text)|main[-_]?text|arti[-_a-z]*)(?:$|[-_\s\d])/i;
/** Where the extension's own elements hang. */
export const OUTERMOST = ':scope > *, :scope > body > *';
export const COMMENT: [IdentityElement, RegExp][] = [
  ['govMark', /conac/i],
  ['errorReportEntry', /jiucuo/i],
  ['siteIdCode', /标识码|识别码|网站(?:标识|识别)号/],
  ['sponsor', /主办/],
  ['contact', /(?:电\s*话|热\s*线)[^\d]{0,12}[\d(（]/],
  ['icpFiling', /ICP\s*备/i],
  ['policeFiling', /公网?安备/],
  ['siteMap', /网站地图|站点地图/],
];
