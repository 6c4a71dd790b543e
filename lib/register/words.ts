// The register's choices in Chinese, as we write them and as offices do.
import type { Filing, Platform, SubjectGroup } from '@/lib/model/register';
import type { Subject } from '@/lib/model/session';

export const KIND_WORD: Record<Subject['kind'], string> = { website: '网站', 'new-media': '新媒体' };

/** The first pattern that the text matches as a whole decides. */
type Readings<Code extends string> = readonly (readonly [Code, RegExp])[];

const KINDS: Readings<Subject['kind']> = [
  ['website', /(政府|政务|门户)?网站|网页|website/],
  ['new-media', /(政务)?新媒体(账号)?|账号|移动客户端|app|小程序|公众号|微信|微博/],
];

const GROUPS: Readings<SubjectGroup> = [
  [
    'district',
    /(各)?区|区县|县区|县|各?区县?(自治县)?|区\/?县(市)?|区(县)?级?(政府|人民政府|单位)?|县级?政府|旗|县级市/,
  ],
  [
    'department',
    /(市|省|州|区|县|盟)?(级|直|直属|政府)?(各)?(部门|委办局|单位|机构|局委办)|部门(单位)?|委办局/,
  ],
  ['own', /本(单位|级|级政府|市|省|部门|机关)|(市|省)(人民)?政府|自有|门户/],
  ['other', /其他|其它|国企|企业|事业单位/],
];

const PLATFORMS: Readings<Platform> = [
  ['wechat-video', /(微信)?视频号/],
  ['wechat', /微信|(微信)?公众(平台|号|帐号|账号)|(微信)?(订阅号|服务号)|wechat/],
  ['weibo', /(新浪)?(政务)?微博|weibo/],
  ['toutiao', /(今日)?头条(号)?|toutiao/],
  ['douyin', /抖音(短视频|号)?|douyin|tiktok/],
  ['app', /(移动|手机)?客户端|(移动|手机|政务)?app|移动应用(程序)?|移动客户端\(?app\)?/],
];

const FILINGS: Readings<Filing['state']> = [
  ['change-unfiled', /(名称|主办单位)?变更(后)?未(及时)?备案|未(及时)?变更备案|变更备案未(完成|办理)/],
  ['unfiled', /未(备案|申报|开设备案|办理)|否|无|没有|不是|开设未备案/],
  ['closed', /(已)?(关停|注销|关闭|下线|停用|停更|撤销)([、/和或]?注销)?(备案)?/],
  ['filed', /(已)?(开设|变更)?备案|是|正常|已(完成)?(开设|变更)?备案|有|在用|运行|正常运行|已申报/],
  ['unknown', /不清楚|未知|不详|待核实|待查|未登记/],
];

export const readKind = (text: string) => reading(KINDS, text);
export const readGroup = (text: string) => reading(GROUPS, text);
export const readFilingState = (text: string) => reading(FILINGS, text);

/** The platform, and for one that is not among the counted ones its own name, '' for a mere 其他. */
export function readPlatform(text: string): { platform: Platform; name: string } {
  const known = reading(PLATFORMS, text);
  if (known) return { platform: known, name: '' };
  return { platform: 'other', name: /^(其他|其它)(平台)?$/.test(text) ? '' : text };
}

/** true, false, or undefined when it is neither. */
export function readYesNo(text: string): boolean | undefined {
  if (/^(是|有|提供|√|✓|y|yes|1|true)$/i.test(text)) return true;
  return /^(否|无|没有|不提供|×|✗|n|no|0|false)$/i.test(text) ? false : undefined;
}

function reading<Code extends string>(readings: Readings<Code>, text: string): Code | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return readings.find(([, pattern]) => new RegExp(`^(?:${pattern.source})$`).test(plain))?.[0];
}
