// Reads surveys and calls for opinions out of the rows that the interaction probe saw: period, state, result.
import { normalisePage } from '@/lib/checks/engine/finding-key';
import type { InteractionFacts, InteractionGroup, InteractionRow } from '@/lib/model/facts/interaction';
import { findDates, readDate } from '@/lib/text/dates';
import {
  bareHead,
  columnKind,
  isSurveyName,
  roleOf,
  SURVEY_RESULT,
  type SurveyState,
  surveyState,
} from '@/lib/text/interaction-words';
import { readRow, type SeenDay } from './messages';
import { pageNames } from './page-column';

export interface Survey {
  title: string;
  /** Stable name for a finding: address without scheme, else title. */
  item: string;
  start?: SeenDay;
  end?: SeenDay;
  /** A date that nothing names. */
  dated?: SeenDay;
  state?: SurveyState;
  /**
   * 'published': a result is linked or named; 'denied': the page says that there is none; 'blank': its cell under the head
   * of the results is empty; 'unseen': the list does not show results.
   */
  result: 'published' | 'denied' | 'blank' | 'unseen';
  selector: string;
}

export interface SurveyList {
  name: string;
  surveys: Survey[];
  total: number;
  /** true: the page is the column of surveys; false: a block on another page. */
  own: boolean;
}

/** Lists of surveys in one frame; announcements of results stand for the surveys they belong to. */
export function surveyLists(facts: InteractionFacts, today: string): SurveyList[] {
  const own = pageNames(facts.page).some(isSurveyName);
  return facts.groups.flatMap((group) => {
    const named = isSurveyName(group.name);
    const other = group.name !== '' && !named && columnKind(group.name) !== 'unknown';
    if (!named && (!own || other)) return [];
    const rows = group.rows.flatMap((row) => surveyOf(group, row, today));
    const results = rows.filter(({ isResult }) => isResult).map(({ survey }) => core(survey.title));
    const surveys = rows
      .filter(({ isResult }) => !isResult)
      .map(({ survey }): Survey => (belongs(survey, results) ? { ...survey, result: 'published' } : survey));
    return surveys.length === 0 ? [] : [{ name: group.name, surveys, total: group.total, own }];
  });
}

function surveyOf(
  group: InteractionGroup,
  row: InteractionRow,
  today: string,
): { survey: Survey; isResult: boolean }[] {
  const { named, loose } = readRow(group, row);
  const period = findDates(named.get('period') ?? '', today).map(seen);
  const start = dayOf(named.get('start'), today) ?? period[0];
  const end = dayOf(named.get('end'), today) ?? (period.length > 1 ? period.at(-1) : undefined);
  const bare = loose.map((text) => readDate(text, today)).filter((date) => date !== undefined);
  const dated = dayOf(named.get('date'), today) ?? (bare.length === 1 && bare[0] ? seen(bare[0]) : undefined);
  const states = [named.get('state') ?? '', ...loose, ...row.links.map(({ text }) => text)].map(surveyState);
  const state = states.find((each) => each !== undefined && each !== 'published' && each !== 'unpublished');
  const title = titleOf(named.get('title'), loose, row);
  if (title === '' || (!start && !end && !dated && !state)) return [];
  const address =
    row.links.find((link) => link.address !== '' && link.text === title)?.address ?? row.links[0]?.address;
  const survey: Survey = {
    title,
    item: address ? normalisePage(address) : title,
    ...(start && { start }),
    ...(end && { end }),
    ...(dated && { dated }),
    ...(state && { state }),
    result: resultOf(named.get('result'), states, row, title),
    selector: row.selector,
  };
  return [{ survey, isResult: SURVEY_RESULT.test(title) && !/征集中|公开征求/.test(title) }];
}

function resultOf(
  cell: string | undefined,
  states: readonly (SurveyState | undefined)[],
  row: InteractionRow,
  title: string,
): Survey['result'] {
  const stated = cell === undefined ? undefined : surveyState(cell);
  if (stated === 'unpublished' || states.includes('unpublished')) return 'denied';
  if (states.includes('published') || stated === 'published') return 'published';
  if (row.links.some(({ text }) => text !== title && text.length <= 20 && SURVEY_RESULT.test(text)))
    return 'published';
  if (cell !== undefined) return bareHead(cell).replace(/[-—]/g, '') === '' ? 'blank' : 'published';
  return 'unseen';
}

function dayOf(text: string | undefined, today: string): SeenDay | undefined {
  const date = text ? findDates(text, today)[0] : undefined;
  return date && seen(date);
}

function seen(date: { day: string; yearInferred: boolean }): SeenDay {
  return { day: date.day, certain: !date.yearInferred };
}

function titleOf(own: string | undefined, loose: readonly string[], row: InteractionRow): string {
  const long = (texts: readonly string[]) =>
    texts
      .filter((text) => surveyState(text) === undefined && roleOf(text) === undefined)
      .filter((text) => text.length >= 4 && !/^[\d\s:：./年月日至到~-]+$/.test(text))
      .sort((a, b) => b.length - a.length)[0];
  return (own || long(row.links.map(({ text }) => text)) || long(loose) || '').slice(0, 80);
}

/** What a survey and the announcement of its result have in common. */
function core(title: string): string {
  return title.replace(
    /[《》“”"()（）\s]|关于|对|公开|征求意见稿|征求|征集|意见建议|意见|建议|社会公众|公告|通知|公示|通报|结果|采纳|反馈|情况|汇总|说明|活动|问卷|调查|网上|的/g,
    '',
  );
}

function belongs(survey: Survey, results: readonly string[]): boolean {
  const own = core(survey.title);
  return (
    own.length >= 4 &&
    results.some((result) => result.length >= 4 && (result.includes(own) || own.includes(result)))
  );
}
