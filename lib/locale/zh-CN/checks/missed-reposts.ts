// Chinese wording of required items that an account missed or reposted late.
import type { CheckWording } from '@/lib/locale/check-wording';

const wording: CheckWording = {
  title: '重要信息转载',
  passing: '已核对的重要信息均按要求转载。',
  failing: '有 {n} 条重要信息漏转或转载不及时。',
  advice: '请补转漏转的重要信息，并建立转载台账。',
  sees: '“重要信息转载”表中登记的情况：漏转、迟转的条目，每条报告一次。',
  cannotSee: '表中没有列出的信息；没有登记的条目不算漏转。',
};
export default wording;

export const group = '账号情况';

const from = (source: string) => (source === '' ? '' : `（${source}）`);

export const messages = {
  missed: (title: string, source: string) => `漏转重要信息“${title}”${from(source)}。`,
  late: (title: string, source: string) => `转载重要信息“${title}”${from(source)}不及时。`,
};
