// Which messages the list shows: by words, by how they stand, by link, and by the number that was opened.
import type { CitizenRow } from '@/lib/desk/calls/citizen-reports';
import type { AnswerState, CitizenNumbers } from '@/lib/model/citizen-numbers';
import { wordSearch } from '../list/word-search';

export interface CitizenFilter {
  text: string;
  state: AnswerState | '';
  link: 'linked' | 'choose' | 'none' | '';
  /** The messages behind a number that was opened, and its name. */
  behind?: { title: string; numbers: ReadonlySet<string> } | undefined;
}

export const NO_CITIZEN_FILTER: CitizenFilter = { text: '', state: '', link: '' };

/** 'choose' = several registered subjects fit, or one that was not linked yet. */
export function linkOf(row: CitizenRow): Exclude<CitizenFilter['link'], ''> {
  if (row.subjectName !== undefined) return 'linked';
  return row.candidates.length > 0 ? 'choose' : 'none';
}

/** Rows that fit all of the filter; every word of `text` must occur somewhere in the message. */
export function filterCitizen(
  rows: readonly CitizenRow[],
  { text, state, link, behind }: CitizenFilter,
  numbers: CitizenNumbers,
): CitizenRow[] {
  const hasWords = search(text);
  const ofState = state === '' ? undefined : new Set(numbers.states[state]);
  return rows.filter((row) => {
    const { report } = row;
    if (behind && !behind.numbers.has(report.number)) return false;
    if (ofState && !ofState.has(report.number)) return false;
    return (link === '' || linkOf(row) === link) && hasWords(row);
  });
}

const search = wordSearch(({ report, unit, subjectName }: CitizenRow) => [
  report.number,
  unit,
  report.unit,
  report.site,
  report.url,
  report.kind,
  report.content,
  report.state,
  subjectName,
]);
