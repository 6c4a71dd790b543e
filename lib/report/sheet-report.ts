// One inspection as plain records, ready for any file form: score rows, problems, automatic checks, notes.
import type { SessionView } from '@/lib/desk/protocol';
import type { Sheet } from '@/lib/model/sheet';
import { explainTotal } from '@/lib/scoring/explain-total';
import { formatPoints } from '@/lib/scoring/format-points';
import { accountLines } from './account-lines';
import { checkReport, type PageChecks } from './check-report';
import { type IdentityPages, identityPages } from './identity-pages';
import { completenessText, type Note, notes } from './notes';
import { type ProblemList, problemList } from './problem-list';
import { type ScorePart, scoreParts } from './score-rows';
import { shanghaiDay, shanghaiMinute } from './shanghai-time';
import { RESULT_WORD, UNCONFIRMED } from './words';

export interface SheetReport {
  /** e.g. “示例市人民政府检查评分表”. */
  title: string;
  subject: string;
  round: string;
  /** Day of the export in Beijing, `YYYYMMDD`. */
  day: string;
  /** What stands under the title: subject, round, inspector, score, result, completeness. */
  head: Note[];
  parts: ScorePart[];
  /** Total in hundredths; null when there is none. */
  total: number | null;
  result: string;
  /** How the total came about, one sentence each. */
  explanation: string[];
  /** “权重未经原文核对” or ''. */
  warning: string;
  problems: ProblemList;
  pages: PageChecks[];
  /** Where each identification element is missing or badly written. */
  identity: IdentityPages;
  notes: Note[];
}

/** Builds the report. `sheet` is the score of `view`; `at` the time of export. */
export function buildSheetReport(view: SessionView, sheet: Sheet, options: { at: Date }): SheetReport {
  const parts = scoreParts(view, sheet);
  const { subject, session, round } = view;
  return {
    title: `${subject.name}检查评分表`,
    subject: subject.name,
    round: round.name,
    day: shanghaiDay(options.at),
    head: [
      { label: '检查对象', text: subject.name },
      { label: '网址', text: subject.url ?? '' },
      ...accountLines(view),
      { label: '检查轮次', text: round.name },
      { label: '检查员', text: session.inspector || '未填写' },
      { label: '总分', text: totalText(sheet) },
      { label: '结论', text: RESULT_WORD[sheet.result] },
      { label: '完整性', text: completenessText(sheet) },
      { label: '导出时间', text: shanghaiMinute(options.at) },
    ],
    parts,
    total: sheet.total,
    result: RESULT_WORD[sheet.result],
    explanation: explainTotal(view.set, sheet),
    warning: sheet.unconfirmed ? `${UNCONFIRMED}，得分仅供参考，以正式印发的指标为准。` : '',
    problems: problemList(view),
    pages: checkReport(view),
    identity: identityPages(view),
    notes: notes(view, sheet, parts, options.at),
  };
}

function totalText(sheet: Sheet): string {
  if (sheet.total === null) return sheet.vetoHits.length > 0 ? '触发单项否决，不计分' : '本指标体系不计分';
  const full = sheet.fullScore === null ? '' : `（满分 ${formatPoints(sheet.fullScore)} 分）`;
  return `${formatPoints(sheet.total)} 分${full}`;
}
