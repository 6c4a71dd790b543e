// How government sites name their entries: search, barrier-free reading, elder mode, IPv6, login. Whole short names, never titles of news.
import { comparable } from './fold';

/** Entries that a short name speaks of; the name is the whole text of a link, button or picture. */
export type NamedEntry = 'search' | 'accessible' | 'elder' | 'login';

/** Longer texts are titles, not names of entries. */
const LONGEST_NAME = 18;

const PATTERNS: [NamedEntry, RegExp][] = [
  [
    'search',
    /^(?:站内|全站|全文|智能|智慧|高级|一键|网站|本站|政务|信息|立即|点击)*(?:搜索|检索|查询|搜一搜|搜一下|搜)$|^search$/,
  ],
  [
    'accessible',
    /^(?:网站|网页|页面|信息|开启|进入|打开|启用)*无障碍(?:阅读|浏览|模式|版|辅助|工具条?|通道|服务|网站|导航|访问|操作|适老化?|适老版|关怀版?|长者版?|长者助手|及|与|和|[/|·-])*(?:入口|开关|专区|按钮)?$/,
  ],
  [
    'elder',
    /(?:适老化?(?:版|模式|专区|服务|浏览|网站)?|关怀(?:版|模式|服务)|关爱(?:版|模式)|长者(?:助手|专区|模式|版|关怀|频道|服务|专栏)?|老年(?:人)?(?:版|模式|专区|频道)|大字版)(?:入口|开关)?$/,
  ],
  [
    'login',
    /^(?:用户|个人|法人|企业|统一|单点|身份|请|您好|立即|一键|政务服务网|[,，!！])*(?:登录|登陆)(?:[/|｜·、-]*(?:或|立即|免费)?注册)?$|^(?:免费|立即|用户)?注册(?:[/|｜·、-]*登[录陆])?$|^(?:个人|用户|会员)(?:中心|空间)$|^(?:我的(?:主页|空间|账号|账户))$|^统一身份认证(?:登录|平台)?$|^(?:login|sign ?in)$/,
  ],
];

/** Which entries the name speaks of. */
export function namedEntries(text: string): NamedEntry[] {
  const name = comparable(text).replace(/[[\]【】()（）<>《》“”"'：:。.]/g, '');
  if (name === '' || name.length > LONGEST_NAME) return [];
  return PATTERNS.flatMap(([entry, pattern]) => (pattern.test(name) ? [entry] : []));
}

/** true: the text says that the site can be reached by IPv6. */
export function saysIpv6(text: string): boolean {
  const plain = comparable(text);
  if (plain.length > 40 || /不支持|推进|部署|规模|工作|会议|方案|通知|培训/.test(plain)) return false;
  return /支持(?:访问)?ipv6|ipv6.{0,6}(?:支持|访问|可用|就绪|认证|enabled|ready|网络|网站|站点|标识|改造)|^(?:本网站|网站|本站)?ipv6(?:\+)?$/.test(
    plain,
  );
}

const SEARCH_FIELD =
  /^(?:q|qt|kw|wd|key|keys|query|search|searchkey|searchtext|searchtxt|searchinput|searchbox|search_?text|search_?key|sitesearch|fulltext|full_?text|text_?search|keyboard|s_?key|so|txtsearch|searchname|searchcontent)$|keywords?$|search_?words?$/i;
const SEARCH_HINT =
  /搜索|检索|搜一搜|搜您|关键[词字]|想(?:找|搜|查)|热搜|请输入(?:您?要?(?:查询|查找|搜)|内容|要?查)|站内/;
const OTHER_HINT = /编号|受理|验证码|密码|手机|邮箱|身份证|姓名|用户名|账号|帐号|电话|编码|流水号|快递|车牌/;

/** What a text field tells of itself: name, id, placeholder or label, and the address of its form. */
export interface FieldTraits {
  type: string;
  names: readonly string[];
  hints: readonly string[];
  action: string;
}

/** true: the field is for the words of a site search. */
export function isSearchField({ type, names, hints, action }: FieldTraits): boolean {
  const said = hints.join(' ');
  if (OTHER_HINT.test(said)) return false;
  if (type === 'search' || SEARCH_HINT.test(said)) return true;
  if (
    names.some((name) =>
      SEARCH_FIELD.test(name.replace(/^(?:txt|input|form|head|top|site|index)[-_.]?/i, '')),
    )
  )
    return true;
  return /(?:^|[/._-])(?:site)?(?:search|sousuo|query)/i.test(action);
}
