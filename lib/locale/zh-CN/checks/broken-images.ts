// Chinese wording of the check of broken pictures.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '图片显示',
  passing: '页面图片均能正常显示。',
  failing: '发现 {n} 处图片问题。',
  advice: '请重新上传图片并改用本网站的正式地址，删除已失效的图片。',
  sees: '网页图片（含延迟加载、多尺寸图片）、图片按钮、矢量图中的图片、视频封面和背景图片：是否加载成功，地址是否为空，是否指向本机、局域网或不安全的地址。有延迟加载的图片时自动滚动页面使其加载，随后回到原位；已授权访问的网站，另向服务器核对未显示图片的真实答复。',
  cannotSee:
    '滚动后仍未加载的图片不判定；访问统计图片、轮播中未轮到的图片和不可见的图片只提示核实；未授权访问的网站，其图片出错的原因和背景图片是否加载成功，浏览器不提供。',
};
export default wording;

/** Headings by finding kind. */
export const groups = {
  'not-loaded': '图片不能显示',
  'http-error': '图片不能显示',
  'local-address': '图片地址指向本机文件',
  'intranet-address': '图片地址指向局域网',
  'mixed-content': '安全页面引用不安全的图片地址',
  'empty-address': '图片没有地址',
} as const;
export type ImageProblem = keyof typeof groups;

export const kindNames = {
  img: '图片',
  input: '图片按钮',
  svg: '矢量图中的图片',
  background: '背景图片',
  poster: '视频封面',
} as const;

export const reasons = {
  notLoaded: '图片未能加载',
  notAnImage: '服务器有答复，但内容不是可显示的图片',
  httpError: (status: number) =>
    `服务器答复 ${status}${STATUS_WORDS[status] ? `（${STATUS_WORDS[status]}）` : ''}`,
  localAddress: '地址指向编辑人员本机的文件，其他人无法看到',
  intranetAddress: (host: string) => `地址指向局域网或本机主机 ${host}，互联网用户无法看到`,
  mixedBlocked: '页面为 https，图片地址为 http，未能加载（可能被浏览器阻止）',
  mixedLoaded: (host: string) => `页面为 https，来自 ${host} 的图片地址写为 http，部分浏览器可能不显示`,
  netError: (code: string) => `未能取得图片（${NET_WORDS.find(([shape]) => shape.test(code))?.[1] ?? code}）`,
  servedAlone: '页面中未能显示，但单独访问可取得该图片（可能是防盗链、安全策略或临时故障），请核实',
  emptyAddress: (places: number) =>
    places > 1 ? `有 ${places} 处图片没有填写地址或地址就是本页面` : '图片没有填写地址或地址就是本页面',
};

const STATUS_WORDS: Record<number, string> = {
  401: '需要登录',
  403: '拒绝访问',
  404: '文件不存在',
  410: '文件已删除',
  500: '服务器出错',
  502: '服务器出错',
  503: '服务不可用',
};

/** Browsers' codes for what went wrong on the way. */
const NET_WORDS: readonly [RegExp, string][] = [
  [/NAME_NOT_RESOLVED|UNKNOWN_HOST|DNS/i, '找不到服务器，域名无法解析'],
  [/CONNECTION_REFUSED/i, '服务器拒绝连接'],
  [/TIMED?_?OUT/i, '服务器没有应答'],
  [/CERT|SSL|SEC_ERROR/i, '安全证书有问题'],
  [/BLOCKED_BY_CLIENT/i, '被浏览器中的其他扩展拦截'],
  [/BLOCKED_BY_(RESPONSE|ORB|CSP)/i, '被安全策略阻止'],
  [/CONNECTION|EMPTY_RESPONSE|NET_RESET|ADDRESS_UNREACHABLE/i, '连接中断'],
];

export const notes = {
  places: (n: number) => `，共 ${n} 处使用`,
  hidden: '，目前不可见（可能是轮播或折叠内容），请核实',
  counter: '，大小为 1×1 或来自统计服务，可能是访问统计，请核实是否为页面内容',
  slide: '，在轮播中目前未显示，请切换到该图核实',
  later: '，该地址写在延迟加载属性中',
  pending: (n: number) => ({ what: `${n} 张图片`, why: '检查时仍在加载，未判定' }),
  deferred: (n: number) => ({ what: `${n} 张图片`, why: '滚动或由脚本触发后才加载，未判定是否能显示' }),
  stillDeferred: (n: number) => ({ what: `${n} 张图片`, why: '滚动后仍未加载，未判定是否能显示' }),
  unknown: (n: number) => ({
    what: `${n} 张图片`,
    why: '多为背景图片或图片按钮，浏览器不提供加载结果，只检查了地址',
  }),
};
