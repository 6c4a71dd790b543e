// Chinese wording of account functions that were tried and did not work.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '账号功能测试',
  passing: '测试过的功能均可用。',
  failing: '测试过的功能有 {n} 项不可用。',
  advice: '请修复或下线不可用的菜单、链接和服务。',
  sees: '检查员登记的功能测试结果，每项不可用的功能报告一次。',
  cannotSee: '没有登记的功能；功能在其他手机、其他时间是否可用。',
};
export default wording;

export const group = '账号情况';

export const messages = { fails: (name: string) => `功能“${name}”经测试不可用。` };
