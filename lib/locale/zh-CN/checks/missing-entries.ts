// Chinese wording of the check of the home page's entries.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '首页功能入口',
  passing: '首页有站内搜索、无障碍、适老化、IPv6 标识和登录入口。',
  failing: '首页有 {n} 项功能入口未见。',
  advice: '请在首页明显位置设置相应入口；已设置但以图片展示的，请补充文字说明。',
  sees: '只检查首页：站内搜索框（含图标展开的、不用表单的、链接到搜索页的）、无障碍入口、适老化（关怀版、长者模式等）入口、IPv6 支持标识、登录入口。按文字、图片说明、提示文字和常用组件的特征识别。',
  cannotSee:
    '没有文字说明的图片入口可能认不出；登录后显示用户名的页面看不到登录入口；有标识不等于功能可用；IPv6 是否真正可达须另行测试。除站内搜索外，未见只作提醒。',
};
export default wording;

export const entryNames = {
  search: '站内搜索',
  accessible: '无障碍入口',
  elder: '适老化入口',
  ipv6: 'IPv6 标识',
  login: '登录入口',
};

export const messages = {
  missing: (entry: keyof typeof entryNames, complete: boolean) =>
    entry === 'search'
      ? `首页未见站内搜索${complete ? '' : '，但页面有未能检查的部分，请核实'}。`
      : `首页未见${entryNames[entry]}，请核实是否设置。`,
  expected: {
    search: '首页提供站内搜索',
    accessible: '首页提供“无障碍浏览”入口',
    elder: '首页提供“关怀版”“长者模式”等适老化入口',
    ipv6: '首页标明支持 IPv6',
    login: '首页提供登录入口',
  },
  found: '未见',
};
