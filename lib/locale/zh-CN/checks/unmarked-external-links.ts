// Chinese wording of the check of external links without a leave-site prompt.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '外部链接提示',
  passing: '指向外部网站的链接均有离开本站的提示。',
  failing: '有 {n} 个外部链接未见离开本站的提示。',
  advice: '请为指向非政府网站的链接设置“您即将离开本网站”的提示，或删除与政务无关的外部链接。',
  sees: '文字和图片链接、图片热区、下拉选项、点击打开的窗口和表单，凡指向非政府网站（*.gov.cn、*.政务、*.公益及自定义名单以外）且不属于本网站的，核对页面代码中是否有离开本站的提示。',
  cannotSee:
    '写在外部脚本文件中或绑定在整个页面上的提示读不到，只能列为需核实；读代码不等于点击，是否真正弹出以“外链点击验证”为准；内嵌的外单位页面中的链接不判定。',
};
export default wording;

export const group = (host: string) => `外部网站 ${host}`;

const named = (text: string) => (text ? `链接“${text}”` : '链接');
const places = (n: number) => (n > 1 ? `（本页共 ${n} 处）` : '');

export const kindNames = {
  anchor: named,
  area: (text: string) => (text ? `图片热区“${text}”` : '图片热区'),
  option: (text: string) => `下拉选项“${text}”`,
  handler: (text: string) => (text ? `点击区域“${text}”` : '点击区域'),
  form: (text: string) => (text ? `表单“${text}”` : '表单'),
};

export const messages = {
  unmarked: (what: string, host: string, n: number) =>
    `${what}指向外部网站 ${host}${places(n)}，页面代码中未见离开本站的提示。`,
  notProvable: (what: string, host: string, n: number, why: string) =>
    `${what}指向外部网站 ${host}${places(n)}，${why}，请点击一次核实是否有提示。`,
  ambiguous: (what: string, host: string, n: number, why: string) =>
    `${what}指向 ${host}${places(n)}，页面代码中未见离开本站的提示；${why}，请核实。`,
  /** Put behind `unmarked` where a script may have bound a prompt. */
  clickToProve: '提示可能写在脚本中，可用“外链点击验证”核实。',
  ownAlias: (host: string, why: string, n: number) =>
    `${host} 疑为本站域名（${why}），指向它的链接${n > 1 ? `共 ${n} 处，` : ''}暂未按外部链接判定；如属本站，请记为本站域名。`,
  proved: (what: string, host: string, why: string) => `${what}指向外部网站 ${host}，${why}。`,
  provedAmbiguous: (what: string, host: string, why: string, open: string) =>
    `${what}指向 ${host}，${why}；${open}，请核实。`,
  expected: '点击后先提示即将离开本网站，确认后再跳转',
  nothingSeen: '未见提示',
  scriptsUnread: (n: number) => `未见提示；页面另有 ${n} 个外部脚本读不到内容，点击一次即可确认`,
};

/** Where the page calls a host its own. */
export const aliasEvidence = {
  'site-domain': '页面标签 SiteDomain 写明',
  canonical: '页面的规范地址指向该域名',
  logo: '网站标志链接到该域名',
  entry: (text: string) => `“${text}”链接到该域名`,
};

/** Why it cannot be told from the markup whether a prompt appears. */
export const doubts = {
  dialog: (words: string) => `页面中有隐藏的提示“${words}”，但看不到由哪些链接触发`,
  promptScript: (name: string) => `外部脚本 ${name} 可能设有离站提示，读不到内容`,
  dialogLibrary: (name: string) => `页面引用了弹窗组件 ${name}，离站提示可能写在外部脚本中`,
  inlineElsewhere: (words: string) => `页面脚本中有提示“${words}”，但看不出是否作用于该链接`,
  exception: (literal: string) => `页面脚本有离站提示，但放行条件“${literal}”可能使该地址不提示`,
  handler: (name: string) => `点击时运行脚本函数 ${name}，看不出是否有提示`,
  className: (name: string) => `链接带有样式名“${name}”，可能由外部脚本设置提示`,
  option: '选择后由脚本跳转，看不出是否有提示',
  kept: '地址由脚本打开，看不出是否有提示',
  form: '提交表单时离开本站，看不出是否有提示',
};

/** How the markup shows the prompt. */
export const marks = {
  ownConfirm: '链接自带确认框',
  function: (name: string, words: string) => `点击时运行页面脚本 ${name}，提示“${words}”`,
  script: (words: string) => `页面脚本对链接统一设置提示“${words}”`,
  interstitial: (path: string) => `经本站跳转提示页 ${path} 前往`,
};

export const foreignFrame = (host: string, links: number) => ({
  what: `内嵌页面 ${host} 中的 ${links} 个链接`,
  why: '内嵌的是外单位网站的页面，其链接不按本站判定',
});
