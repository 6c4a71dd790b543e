// How the merge screen names what would happen to an inspection, and what it means.
import type { PlannedSession } from '@/lib/merge/merge-plan';

export const MERGE_WORD: Record<PlannedSession['status'], string> = {
  new: '新增',
  newer: '文件较新',
  both: '双方各有操作',
  conflict: '认定不同',
  same: '一致',
  older: '本机较新',
  refused: '不能合并',
};

/** Explained on the screen, in the order in which they are listed. */
export const MERGE_MEANING: readonly [PlannedSession['status'], string][] = [
  ['new', '本机没有这次检查，合并后整份加入。'],
  ['newer', '文件含有本机的全部操作和之后的操作，合并后采用文件。'],
  ['both', '双方在共同的开头之后各有操作，没有改到同一评分点，或者改得相同，自动合并。'],
  ['conflict', '双方对同一评分点作了不同的认定，须逐项确定。'],
  ['same', '内容相同，不作改动。'],
  ['older', '本机已含有文件的全部操作，不作改动。'],
  ['refused', '不能合并，原因见说明，本机记录不变。'],
];

/** true when merging would change something here. */
export function changes({ status }: PlannedSession): boolean {
  return status === 'new' || status === 'newer' || status === 'both' || status === 'conflict';
}
