// How the total of a sheet was computed, step by step, in the order of the rules.
import { criteriaOf } from '@/lib/indicators/criteria';
import type { IndicatorSet } from '@/lib/model/indicator-set';
import type { Sheet, SheetCategory, SheetIndicator, SheetPart } from '@/lib/model/sheet';
import { formatPoints } from './format-points';

/** Chinese sentences from veto to result: every number with the numbers it came from. Never empty. */
export function explainTotal(set: IndicatorSet, sheet: Sheet): string[] {
  const scoring =
    sheet.vetoHits.length > 0
      ? vetoed(set, sheet)
      : [
          noVeto(sheet),
          ...deductions(set, sheet),
          ...passLine(set, sheet),
          ...bonus(set, sheet),
          ...sum(sheet),
        ];
  return [...scoring, ...resultAndGaps(sheet)].filter((sentence) => sentence !== '');
}

function vetoed(set: IndicatorSet, sheet: Sheet): string[] {
  const texts = criteriaOf(set)
    .filter(({ criterion }) => sheet.vetoHits.includes(criterion.id))
    .map(({ indicator, criterion }) => `“${indicator.name}：${criterion.text.replace(/[。；]+$/u, '')}”`);
  const stop = `触发单项否决 ${sheet.vetoHits.length} 项：${texts.join('、')}，判定为不合格，其余指标不再评分。`;
  return sheet.total === null
    ? [stop]
    : [stop, `按本指标体系，触发单项否决的对象总分记 ${formatPoints(sheet.total)} 分。`];
}

function noVeto(sheet: Sheet): string {
  const vetoes = partsOf(sheet, 'veto');
  if (vetoes.length === 0) return '';
  const open = vetoes.flatMap(indicatorsOf).reduce((count, indicator) => count + openCriteria(indicator), 0);
  return open === 0 ? '单项否决指标均未触发。' : `单项否决指标暂未触发，尚有 ${open} 个评分点未检或有争议。`;
}

function deductions(set: IndicatorSet, sheet: Sheet): string[] {
  const parts = partsOf(sheet, 'deduction');
  if (sheet.deductionScore === null) return ['本指标体系只设单项否决，不评分。'];
  const full = parts.reduce((points, part) => points + part.full, 0);
  const taken = parts.reduce((points, part) => points + part.points, 0);
  const lost = parts
    .flatMap(indicatorsOf)
    .filter((indicator) => indicator.points > 0)
    .map(lossOf);
  const list = lost.length === 0 ? '' : `：${lost.join('，')}`;
  const excluded = parts.flatMap((part) => part.categories).find((category) => category.excluded);
  const score = formatPoints(sheet.deductionScore);
  const head = `扣分部分满分 ${formatPoints(full)} 分，共扣 ${formatPoints(taken)} 分${list}。`;
  if (excluded === undefined) return [head, `扣分部分得分 ${minus(full, taken)} = ${score} 分。`];
  return [head, ...withoutCategory(set, excluded, full, taken, score)];
}

function withoutCategory(
  set: IndicatorSet,
  excluded: SheetCategory,
  full: number,
  taken: number,
  score: string,
): string[] {
  const out = `该对象无对外服务，“${excluded.name}”${formatPoints(excluded.full)} 分不参与评分`;
  if (set.naPolicy.kind === 'spread') {
    return [`${out}，按比例分摊到其余指标。`, `扣分部分得分 ${minus(full, taken)} = ${score} 分。`];
  }
  const rest = full - excluded.full;
  const left = Math.max(0, rest - taken);
  const exact = (left * full) % rest === 0 ? '' : '（四舍五入到 0.01 分）';
  return [
    `${out}，其余指标满分 ${minus(full, excluded.full)} = ${formatPoints(rest)} 分，得 ${minus(rest, taken)} = ${formatPoints(left)} 分。`,
    `按 ${ratio(full, rest)} 折算为 ${formatPoints(full)} 分制：${formatPoints(left)} × ${ratio(full, rest)} = ${score} 分${exact}。`,
  ];
}

function passLine(set: IndicatorSet, sheet: Sheet): string[] {
  if (sheet.deductionScore === null || set.passLine === undefined) return [];
  const score = formatPoints(sheet.deductionScore);
  const line = formatPoints(set.passLine);
  return [
    sheet.deductionScore < set.passLine
      ? `得分 ${score} 分低于合格线 ${line} 分，判定为不合格。`
      : `得分 ${score} 分不低于合格线 ${line} 分。`,
  ];
}

function bonus(set: IndicatorSet, sheet: Sheet): string[] {
  const parts = partsOf(sheet, 'bonus');
  if (parts.length === 0 || sheet.deductionScore === null) return [];
  const earned = parts.flatMap(earnedIn);
  const score = formatPoints(sheet.deductionScore);
  if (!sheet.bonusOpen) {
    const gate = formatPoints(set.bonusGate ?? 0);
    return [
      ...earned,
      `得分 ${score} 分未高于加分门槛 ${gate} 分，加分 ${formatPoints(sheet.bonusEarned)} 分不计入，计 ${formatPoints(sheet.bonusScore)} 分。`,
    ];
  }
  const reason =
    set.bonusGate === undefined
      ? '本指标体系不设加分门槛'
      : `得分 ${score} 分高于加分门槛 ${formatPoints(set.bonusGate)} 分`;
  return [...earned, `${reason}，计入加分 ${formatPoints(sheet.bonusScore)} 分。`];
}

/** The bonus of one part with each cap that worked: item, category, whole. */
function earnedIn(part: SheetPart): string[] {
  const items = part.categories.flatMap((category) => {
    const list = category.indicators.filter((indicator) => indicator.points > 0).map(gainOf);
    const before = category.indicators.reduce((points, indicator) => points + indicator.points, 0);
    if (before > category.points) {
      list.push(
        `“${category.name}”合计 ${formatPoints(before)} 分，封顶 ${formatPoints(category.points)} 分`,
      );
    }
    return list;
  });
  const before = part.categories.reduce((points, category) => points + category.points, 0);
  const cap =
    before > part.points
      ? `合计 ${formatPoints(before)} 分，超过加分封顶，按 ${formatPoints(part.points)} 分计`
      : `合计 ${formatPoints(before)} 分（加分封顶 ${formatPoints(part.full)} 分）`;
  return [`${part.title}：${[...items, cap].join('，')}。`];
}

function sum(sheet: Sheet): string[] {
  if (sheet.total === null || sheet.deductionScore === null) return [];
  const full = sheet.fullScore === null ? '' : `（满分 ${formatPoints(sheet.fullScore)} 分）`;
  const total = formatPoints(sheet.total);
  return sheet.bonusScore === 0
    ? [`总分 ${total} 分${full}。`]
    : [
        `总分 ${formatPoints(sheet.deductionScore)} + ${formatPoints(sheet.bonusScore)} = ${total} 分${full}。`,
      ];
}

function resultAndGaps(sheet: Sheet): string[] {
  const { untested, disputed } = sheet.counts;
  const gaps = [untested > 0 ? `${untested} 项未检` : '', disputed > 0 ? `${disputed} 项有争议` : '']
    .filter((gap) => gap !== '')
    .join('、');
  const result = { qualified: '合格', unqualified: '不合格', undetermined: '' }[sheet.result];
  const sentences: string[] = [];
  if (result === '') sentences.push(`尚有 ${gaps}，可能影响结果，是否合格暂不能判定。`);
  else if (gaps !== '') sentences.push(`尚有 ${gaps}，但不影响是否合格的判定：${result}。`);
  else sentences.push(`检查结果：${result}。`);
  if (sheet.unconfirmed) sentences.push('本表部分权重或条文未经原文核对。');
  return sentences;
}

function lossOf(indicator: SheetIndicator): string {
  const cap =
    indicator.uncapped > indicator.points
      ? `（合计 ${formatPoints(indicator.uncapped)} 分，按指标分值封顶）`
      : '';
  return `“${indicator.name}”扣 ${formatPoints(indicator.points)} 分${cap}`;
}

function gainOf(indicator: SheetIndicator): string {
  const cap =
    indicator.uncapped > indicator.points
      ? `（合计 ${formatPoints(indicator.uncapped)} 分，按该项分值封顶）`
      : '';
  return `“${indicator.name}”加 ${formatPoints(indicator.points)} 分${cap}`;
}

function minus(from: number, points: number): string {
  return `${formatPoints(from)} − ${formatPoints(points)}`;
}

/** "4/3" for 100 of 75. */
function ratio(full: number, rest: number): string {
  const divisor = greatestCommonDivisor(full, rest);
  return `${full / divisor}/${rest / divisor}`;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function partsOf(sheet: Sheet, kind: SheetPart['kind']): SheetPart[] {
  return sheet.parts.filter((part) => part.kind === kind);
}

function indicatorsOf(part: SheetPart): SheetIndicator[] {
  return part.categories.flatMap((category) => category.indicators);
}

function openCriteria(indicator: SheetIndicator): number {
  return indicator.criteria.filter(({ status }) => status === 'untested' || status === 'disputed').length;
}
