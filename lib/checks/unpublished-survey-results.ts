// Surveys and calls for opinions that ended without a published result, and columns with too few of them.
import { z } from 'zod';
import wording, {
  expected,
  groups,
  messages,
  notes,
  resultWords,
} from '@/lib/locale/zh-CN/checks/unpublished-survey-results';
import type { FrameFacts } from '@/lib/model/page-facts';
import type { Skip } from '@/lib/model/primitives';
import type { SurveysSummary } from '@/lib/model/summary';
import { addMonths, shanghaiDay } from '@/lib/text/days';
import { defineCheck, type FindingDraft } from './engine/define-check';
import { isLaterPage } from './judge/page-column';
import { type Survey, type SurveyList, surveyLists } from './judge/surveys';

const Params = z.object({
  /** A result must be public this many months after the end. */
  resultMonths: z.int().min(1).default(1),
  /** Surveys within a year; left out = the set has no minimum. */
  minimum: z.int().min(1).optional(),
});
type Params = z.infer<typeof Params>;

interface Place {
  today: string;
  yearAgo: string;
  params: Params;
  url: string;
  frame: FrameFacts;
}

export default defineCheck({
  id: 'unpublished-survey-results',
  probes: ['interaction'],
  scope: 'page',
  params: Params,
  run(facts, { params }) {
    const today = shanghaiDay(facts.at);
    const yearAgo = addMonths(today, -12);
    const findings: FindingDraft[] = [];
    const skipped: Skip[] = [];
    const all: Survey[] = [];
    for (const frame of facts.frames) {
      const seen = frame.facts.interaction;
      if (!seen) continue;
      const place: Place = { today, yearAgo, params, url: facts.url, frame };
      const lists = surveyLists(seen, today);
      for (const list of lists) {
        all.push(...list.surveys);
        findings.push(...list.surveys.flatMap((survey) => judge(survey, list, place)));
        const silent = list.surveys.filter(({ end, state }) => !end && !state).length;
        if (silent > 0) skipped.push(notes.noPeriods(silent));
        if (list.total > 200) skipped.push(notes.cut(list.total - 200));
      }
      const own = lists.filter((list) => list.own);
      if (own.length > 0 && !isLaterPage(frame.url))
        findings.push(...tooFew(own, seen.paged, place, skipped));
    }
    const summary: SurveysSummary = {
      day: today,
      total: all.length,
      withinYear: all.filter((survey) => isRecent(survey, yearAgo)).length,
      ended: all.filter((survey) => hasEnded(survey, today)).length,
      withResult: all.filter(({ result }) => result === 'published').length,
    };
    return { ...(all.length === 0 && { outcome: 'inapplicable' as const }), findings, skipped, summary };
  },
});

/** Surveys that ended more than a year ago are left alone: the indicators look at one year. */
function judge(survey: Survey, list: SurveyList, place: Place): FindingDraft[] {
  const { today, yearAgo, params } = place;
  if (survey.result === 'published') return [];
  if (!survey.end) {
    const isOld = survey.dated !== undefined && survey.dated.day < yearAgo;
    if (survey.state !== 'ended' || isOld) return [];
    const message = messages.undatedEnding(survey.title, resultWords[survey.result]);
    return [{ ...base('undated-ending', survey, place), outcome: 'review', message }];
  }
  const late = survey.end.day < addMonths(today, -params.resultMonths);
  if (!late || survey.end.day < yearAgo) return [];
  const how = resultWords[survey.result];
  return [
    {
      ...base('unpublished-result', survey, place),
      outcome: survey.end.certain && isSurelyMissing(survey, list) ? 'fail' : 'review',
      message: messages.unpublished(survey.title, survey.end.day, how, params.resultMonths),
      found: how,
    },
  ];
}

/** The page says so itself, or others of the list have their result where this one has an empty cell. */
function isSurelyMissing(survey: Survey, list: SurveyList): boolean {
  if (survey.result === 'denied') return true;
  return survey.result === 'blank' && list.surveys.some(({ result }) => result === 'published');
}

function tooFew(lists: readonly SurveyList[], paged: boolean, place: Place, skipped: Skip[]): FindingDraft[] {
  const { params, yearAgo, url, frame } = place;
  const surveys = lists.flatMap((list) => list.surveys);
  const count = surveys.filter((survey) => isRecent(survey, yearAgo)).length;
  if (params.minimum === undefined) {
    skipped.push(notes.noMinimum(count));
    return [];
  }
  if (count >= params.minimum) return [];
  const days = surveys.map((survey) => dayOf(survey));
  const isWhole = !paged || days.some((day) => day !== undefined && day < yearAgo);
  const sure = isWhole && days.every((day) => day !== undefined) && lists.length === 1;
  return [
    {
      kind: 'few-surveys',
      item: 'column',
      outcome: sure ? 'fail' : 'review',
      group: groups['few-surveys'],
      message: messages.few(count, params.minimum),
      expected: expected.few(params.minimum),
      found: `${count} 次`,
      advice: wording.advice,
      locator: { url, frame: frame.top ? '' : frame.url, selector: surveys[0]?.selector ?? '' },
    },
  ];
}

function base(kind: keyof typeof groups, survey: Survey, { url, frame, params }: Place) {
  return {
    kind,
    item: survey.item,
    group: groups[kind],
    expected: expected.result(params.resultMonths),
    advice: wording.advice,
    locator: { url, frame: frame.top ? '' : frame.url, selector: survey.selector, text: survey.title },
  };
}

function dayOf({ start, dated, end }: Survey): string | undefined {
  return (start ?? dated ?? end)?.day;
}

function isRecent(survey: Survey, yearAgo: string): boolean {
  return (dayOf(survey) ?? '') >= yearAgo;
}

function hasEnded({ end, state }: Survey, today: string): boolean {
  return end ? end.day < today : state === 'ended';
}
