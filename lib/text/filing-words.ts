// The states of a filing (备案) in official words: the one list for register, notes, sheets and files.
import type { Filing } from '@/lib/model/register';

/** After 国办发〔2018〕123号, which has accounts filed when they are opened, changed, shut down (关停) or cancelled (注销). */
export const FILING_WORD: Record<Filing['state'], string> = {
  filed: '已备案',
  unfiled: '未备案',
  'change-unfiled': '变更未备案',
  closed: '已关停注销',
  unknown: '待核实',
};
