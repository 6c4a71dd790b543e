// Chinese wording of the check of forms that are sent in the clear.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '登录和填报加密',
  passing: '登录和填报个人信息的表单使用 https 加密传输。',
  failing: '有 {n} 类登录或填报表单没有加密传输。',
  advice: '请为登录、注册、留言等填报页面启用 https，并将 http 访问自动转到 https。',
  sees: '有密码框的登录表单，以及要求填写身份证件号码，或同时填写姓名、电话、地址等两项以上个人信息的表单：页面本身或提交地址是否为 http。',
  cannotSee:
    '由脚本提交的，看不到提交地址，只看页面本身；点击后才出现的表单、其他网站的登录页面需打开后再检查。',
};
export default wording;

export const asked = { password: '登录表单', personal: '个人信息表单' };

export const messages = {
  insecure: (asks: keyof typeof asked, fields: string, clear: 'page' | 'action', visible: boolean) =>
    `${asked[asks]}${fields ? `（${fields}）` : ''}${clear === 'page' ? '所在页面以 http 打开' : '提交到 http 地址'}，填写的内容未加密传输${visible ? '' : '；该表单当前未显示，请打开后核实'}。`,
  expected: '页面和提交地址均为 https',
  pageClear: '页面地址为 http',
};
