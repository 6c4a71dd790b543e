// What a number opens: its name and the subjects whose sheets it is made from.
import type { ScopeNumbers } from '@/lib/model/round-numbers';
import { SUBJECT_WORD } from '@/lib/report/words';
import { NUMBERS_GROUP_WORD } from '@/lib/rounds/number-words';

/** Sheets behind one number, for the list that the number opens. */
export interface Behind {
  title: string;
  subjectIds: readonly string[];
}

export type OpenBehind = (behind: Behind) => void;

/** “政府网站 · 区 · 不合格” */
export function behindOf(scope: ScopeNumbers, what: string, subjectIds: readonly string[]): Behind {
  return {
    title: `${SUBJECT_WORD[scope.kind]} · ${NUMBERS_GROUP_WORD[scope.group]} · ${what}`,
    subjectIds,
  };
}
