// Chinese wording of the check that clicks external links without leaving the page.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '外链点击验证',
  passing: '已逐类点击外部链接，结果记入“外部链接提示”。',
  failing: '外链点击验证有 {n} 处需人工核实。',
  advice: '请人工点击核实。',
  sees: '在不离开页面、不向外发出请求的前提下，对每类外部链接各点击一次，观察访问者会看到什么：确认框、弹出的提示层、跳转提示页，还是直接离开；并点击其他政府网站的链接，看是否过度提示。结果改写“外部链接提示”的判断。',
  cannotSee:
    '框架内的链接不点击；点击后先向服务器取内容才显示的提示看不到；跳转提示页只看地址，不看页面内容；页面阻止点击验证时如实说明，由人工点击。',
  onDemand: {
    button: '外链点击验证',
    reason:
      '逐类点击本页外部链接，看是否有离开本站的提示。不会离开页面，不向外发送请求；约需数秒至一分钟，期间请勿操作网页。',
  },
};
export default wording;

export const group = '外链点击验证';

/** How the visitor was warned. */
export const sights = {
  confirm: (words: string) => `点击证实：弹出确认框“${words}”`,
  alert: (words: string) => `点击证实：弹出提示框“${words}”`,
  dialog: (words: string) => `点击证实：页面显示提示“${words}”`,
  interstitial: (path: string) => `点击证实：经本站跳转提示页 ${path} 前往`,
};

/** What else a click showed. */
export const proofs = {
  left: (host: string) => `点击证实：未见任何提示，直接前往 ${host}`,
  both: (words: string) => `点击时显示“${words}”，但同时已离开本页`,
  words: (words: string) => `点击后显示“${words}”，未说明即将离开本网站`,
  frame: '点击后弹出内嵌页面，其内容在验证中未加载',
  request: '点击后页面先向服务器请求内容，验证中不发送请求，看不到结果',
  elsewhere: (address: string) => `点击后前往 ${address}，看不出是否为离站提示页`,
  broken: '点击时页面脚本出错',
  nothing: '点击后没有反应',
  gone: '点击时该链接已不在页面上',
  notClicked: '本次未点击',
};

export const messages = {
  overWarning: (text: string, host: string, how: string) =>
    `${text ? `链接“${text}”` : '链接'}指向政府网站 ${host}，也弹出了离站提示（${how}），属过度提示，请核实提示规则。`,
  overExpected: '指向政府网站的链接直接打开',
  unproved: (text: string) => `${text}，未能完成点击验证，请人工点击外部链接核实。`,
};

/** Why a page could not be clicked safely. */
export const resistances = {
  navigation: '页面改写了浏览器的跳转机制，无法保证点击不离开页面',
  window: '页面锁定了打开窗口的功能，无法保证点击不打开新窗口',
  dialogs: '页面锁定了确认框功能，无法观察提示',
  events: '页面改写了浏览器的点击机制，无法安全点击',
  network: '页面锁定了网络请求功能，无法保证不向外发送请求',
  'dialog-stays': '点击后弹出的提示无法关闭，其余链接未再点击，请刷新页面',
  moved: '点击后页面地址发生变化，其余链接未再点击，请刷新页面',
};

export const rest = (n: number) => ({ what: `${n} 个外部链接`, why: '点击验证中途停止，其余链接未点击' });
