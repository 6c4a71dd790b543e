// The states of an account's filing (备案) in official words.
import type { Filing } from '@/lib/model/register';

export const FILING_WORD: Record<Filing['state'], string> = {
  filed: '已备案',
  unfiled: '未备案',
  'change-unfiled': '变更未备案',
  closed: '已关停注销',
  unknown: '未登记',
};
