// Chinese wording of an account's filing against the register.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '账号备案',
  passing: '备案状态与台账相符。',
  failing: '备案情况需处理。',
  advice: '请按规定办理开设、变更、关停、注销备案，并更正台账。',
  sees: '检查员登记的备案状态，与台账中的备案状态比较。',
  cannotSee: '备案系统中的记录；备案日期是否及时由检查员认定。',
};
export default wording;

export const group = '账号情况';

export const messages = {
  unfiled: '账号未备案。',
  changeUnfiled: '账号变更后未备案。',
  differs: (known: string, found: string) => `台账为“${known}”，检查发现为“${found}”。`,
};
