// The facts for 说明: which standard, who, when, how complete, what was not looked at, and what the words mean.
import type { SessionView } from '@/lib/desk/protocol';
import type { Sheet } from '@/lib/model/sheet';
import { explainTotal } from '@/lib/scoring/explain-total';
import { byCodePoint } from '@/lib/text/order';
import { sortedSkips } from './check-report';
import type { ScorePart } from './score-rows';
import { shanghaiMinute } from './shanghai-time';
import { RESULT_WORD, STATE_WORD, SUBJECT_WORD, UNCONFIRMED } from './words';

export interface Note {
  label: string;
  text: string;
}

/** Label and text pairs; `at` is the time of export. */
export function notes(view: SessionView, sheet: Sheet, parts: ScorePart[], at: Date): Note[] {
  const { session, subject, round, set } = view;
  const inspectors = [session.inspector, ...view.verdicts.map((verdict) => verdict.by)];
  const all: Note[] = [
    { label: '检查对象', text: subject.name },
    { label: '对象类型', text: SUBJECT_WORD[subject.kind] + (subject.hasServices ? '' : '（无办事服务）') },
    { label: '主管（主办）单位', text: subject.unit ?? '' },
    { label: '网址', text: subject.url ?? '' },
    { label: '网站标识码', text: subject.siteIdCode ?? '' },
    { label: '检查轮次', text: round.name },
    { label: '检查员', text: names(inspectors) || '未填写' },
    { label: '检查状态', text: STATE_WORD[session.state] },
    {
      label: '检查时间',
      text: `开始 ${shanghaiMinute(session.createdAt)}；${session.finishedAt ? `完成 ${shanghaiMinute(session.finishedAt)}` : `最后修改 ${shanghaiMinute(session.updatedAt)}，尚未完成`}（北京时间）`,
    },
    { label: '导出时间', text: `${shanghaiMinute(at)}（北京时间）` },
    { label: '指标体系', text: `${set.title}（编号 ${set.id}，版本 ${set.version}）` },
    { label: '指标依据', text: [set.source.document, set.source.note].filter(Boolean).join('\n') },
    { label: '权重核对', text: confirmation(sheet, parts) },
    { label: '完整性', text: completenessText(sheet) },
    { label: '检查结论', text: RESULT_WORD[sheet.result] },
    { label: '得分计算', text: explainTotal(set, sheet).join('\n') },
    { label: '自动检查页面', text: pages(view) },
    { label: '取证图片', text: view.evidence.length > 0 ? `${view.evidence.length} 张，见“问题清单”` : '无' },
    {
      label: '未检查内容',
      text:
        sortedSkips(view.runs.flatMap((run) => [...run.skipped, ...run.results.flatMap((r) => r.skipped)]))
          .map(({ what, why }) => `${what}：${why}`)
          .join('\n') || '无',
    },
    {
      label: '用语说明',
      text: [
        '未检：尚未检查，不计分，也不等于合格。',
        '合格、有问题：经检查员认定。',
        '不适用：该项不适用于本检查对象，不扣分。',
        '有争议：待复核，未扣分，结论以复核结果为准。',
        '自动检查发现的均为疑似问题，经检查员认定后方计入得分；“处数”为认定的问题处数。',
        `标注“${UNCONFIRMED}”的分值未与正式印发的原文核对，以原文为准。`,
      ].join('\n'),
    },
  ];
  return all.filter(({ text }) => text !== '');
}

/** e.g. “未完成：共 96 项，未检 12 项，有争议 1 项”. */
export function completenessText(sheet: Sheet): string {
  const { total, untested, disputed } = sheet.counts;
  if (sheet.complete) return `完整：共 ${total} 项，均已认定`;
  const open = [
    untested > 0 ? `未检 ${untested} 项` : '',
    disputed > 0 ? `有争议 ${disputed} 项` : '',
  ].filter((part) => part !== '');
  return `未完成：共 ${total} 项，${open.join('，')}`;
}

function confirmation(sheet: Sheet, parts: ScorePart[]): string {
  if (!sheet.unconfirmed) return '全部分值已与原文核对';
  const rows = parts.flatMap((part) => part.rows).filter((row) => !row.confirmed);
  return `${UNCONFIRMED}：涉及 ${rows.length} 个评分点，已在“评分表”中逐项标注；得分仅供参考，以正式印发的指标为准。`;
}

function pages(view: SessionView): string {
  if (view.runs.length === 0) return `未运行自动检查；浏览页面 ${view.visits.length} 个`;
  const first = view.runs
    .filter(({ scope }) => scope !== 'site')
    .map((run) => run.at)
    .sort(byCodePoint);
  return `${first.length} 个（${shanghaiMinute(first[0] ?? '')} 至 ${shanghaiMinute(first.at(-1) ?? '')}）；浏览页面 ${view.visits.length} 个`;
}

function names(all: string[]): string {
  return [...new Set(all.map((name) => name.trim()).filter((name) => name !== ''))].join('、');
}
