// Chinese wording of the check of what links lead to.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '链接可用性',
  passing: '检查过的链接均能正常打开。',
  failing: '发现 {n} 个链接问题。',
  advice: '请更正或删除打不开、指向错误的链接；暂时打不开的，请隔日复核。',
  sees: '页面上的链接、图片和附件逐个请求一次：能否打开（404、410、服务器出错、域名无法解析、拒绝连接、证书错误），是否转到首页或其他网站，是否显示“页面不存在”，地址是否指向局域网或本机文件；超过 15 秒未答复或出错的隔几秒再试一次。',
  cannotSee:
    '需要登录、验证码或防护系统后面的页面只能列为待核实；内容与标题是否相符看不出；表单提交、退出登录、删除等链接不打开；脚本生成的地址读不到。',
  onDemand: {
    button: '检查本页链接',
    reason: '逐个请求本页的链接、图片和附件，需要几分钟，并需允许访问所链接的网站。',
    variants: [
      {
        id: 'visited',
        button: '检查已访问页面的链接',
        reason: '连同本次检查中查过的其他页面的链接一起检查，查过的不重复请求。',
      },
    ],
  },
};
export default wording;

/** Headings by finding kind. */
export const groups = {
  broken: '打不开的链接',
  'image-broken': '打不开的图片',
  certificate: '安全证书有问题的链接',
  'soft-404': '显示“页面不存在”的链接',
  'home-redirect': '转到首页的链接',
  'other-site': '转到其他网站的链接',
  'page-for-file': '打开的不是文件',
  'local-address': '指向本机文件的链接',
  'intranet-address': '指向局域网的链接',
  unsure: '未能判定的链接',
  'host-refuses': '拒绝访问的网站',
  unchecked: '未检查的链接',
} as const;
export type LinkProblem = keyof typeof groups;

export const kindNames = { link: '链接', image: '图片', attachment: '附件' } as const;

export const named = (kind: keyof typeof kindNames, name: string) => `${kindNames[kind]}“${name}”`;
export const places = (n: number) => (n > 1 ? `（共 ${n} 处）` : '');

const STATUS_WORDS: Record<number, string> = {
  401: '需要登录',
  403: '拒绝访问',
  404: '网页不存在',
  405: '不接受此访问方式',
  408: '服务器等待超时',
  410: '网页已删除',
  412: '疑为防护系统拦截',
  429: '访问过于频繁',
  500: '服务器出错',
  501: '服务器不支持',
  502: '网关出错',
  503: '服务不可用',
  504: '网关超时',
  521: '疑为防护系统拦截',
};
const statusText = (status: number) =>
  `服务器答复 ${status}${STATUS_WORDS[status] ? `（${STATUS_WORDS[status]}）` : ''}`;

export const messages = {
  status: (what: string, status: number) => `${what}打不开：${statusText(status)}。`,
  dns: (what: string, host: string) => `${what}打不开：域名 ${host} 无法解析。`,
  refused: (what: string, host: string) => `${what}打不开：${host} 拒绝连接。`,
  certificate: (what: string, host: string) =>
    `${what}打开时浏览器会警告：${host} 的安全证书已过期、已吊销或与网址不符。`,
  untrusted: (what: string, host: string) =>
    `${what}打开时本机浏览器会警告：${host} 的安全证书不受信任，请换一台电脑核实。`,
  gone: (what: string, words: string) => `${what}打开后显示“${words}”。`,
  errorPage: (what: string) => `${what}打开后转到出错页面，疑为页面已不存在。`,
  home: (what: string) => `${what}打开后转到网站首页，疑为页面已不存在，请核实。`,
  otherSite: (what: string, host: string) => `${what}打开后转到其他网站 ${host}，请核实是否为错链。`,
  pageForFile: (what: string) => `${what}打开的是网页而不是文件，请核实能否下载或显示。`,
  local: (what: string) => `${what}指向编辑人员本机或局域网共享中的文件，其他人无法打开。`,
  intranet: (what: string, host: string) => `${what}指向局域网或本机主机 ${host}，互联网用户无法打开。`,
  unsure: (what: string, why: string) => `${what}未能判定：${why}，请点开核实。`,
  unsureMany: (host: string, n: number, why: string) =>
    `${host} 的 ${n} 个链接未能判定：${why}，请点开核实。`,
  hostRefuses: (host: string, n: number) =>
    `${host} 连续拒绝访问，为避免影响该网站，其余 ${n} 个链接没有请求，请稍后再查或人工核实。`,
  unchecked: (n: number) => `还有 ${n} 个链接没有检查，再次启动可继续，已查的不重复请求。`,
  noAccess: (n: number) => `没有访问权，${n} 个链接都没有检查，请允许访问后重新启动。`,
};

/** Why an answer leaves it open. */
export const doubts = {
  status: (status: number) =>
    `${statusText(status)}${status === 401 || status === 403 ? '，可能不接受程序访问' : ''}`,
  challenge: '服务器答复 202，疑为防护系统要求浏览器验证',
  timeout: '15 秒内没有答复，已重试',
  refused: '该网站先前有答复，后来拒绝连接，可能限制了访问频率',
  reset: '连接被中断',
  'redirect-loop': '反复转址，可能需要登录',
  blocked: '请求被本机浏览器或其他扩展阻止',
  offline: '本机网络中断',
  dns: '域名无法解析，也可能是本机网络问题',
  network: '网络出错，原因不明',
} as const;

export const found = {
  chain: (steps: { url: string; status: number }[], final: string) =>
    `${steps.map(({ url, status }) => `${url}（${status}）`).join(' → ')} → ${final}`,
  answered: (minute: string, ms: number, tries: number) =>
    `${minute} 检查，用时 ${(ms / 1000).toFixed(1)} 秒${tries > 1 ? '，试了 2 次' : ''}`,
};

export const notes = {
  denied: (links: number, hosts: number) => ({
    what: `${hosts} 个网站的 ${links} 个链接`,
    why: '没有这些网站的访问权，未检查；允许访问全部网站后再次启动即可',
  }),
  unsafe: (n: number) => ({ what: `${n} 个链接`, why: '疑为退出登录、删除等操作，为免误操作未打开' }),
  forms: (n: number) => ({ what: `${n} 个表单`, why: '提交表单可能产生业务数据，未检查提交地址' }),
  stopped: {
    cancelled: (n: number) => ({ what: `${n} 个链接`, why: '检查被取消，已查的结果已保存' }),
    offline: (n: number) => ({ what: `${n} 个链接`, why: '本机网络中断，已查的结果已保存' }),
    timeout: (n: number) => ({ what: `${n} 个链接`, why: '检查时间过长，已查的结果已保存' }),
  },
};
