// Points that do not add up: sums, caps, and lines beyond the full points.
import type { Category, Criterion, Indicator, IndicatorSet, Part } from '@/lib/model/indicator-set';
import { formatPoints } from '../points-text';
import type { Path } from '../set-problem';
import type { Report } from './report';

/** Most points that any field may hold, hundredths: far beyond every real set, so that sums stay exact. */
const MOST = 1_000_000;

/** Sums of part, category and indicator; criteria and caps against their indicator; pass line, gate and veto score. */
export function checkPoints(set: IndicatorSet, report: Report): void {
  set.parts.forEach((part, index) => {
    checkPart(part, ['parts', index], report);
  });
  checkLines(set, report);
}

function checkPart(part: Part, path: Path, report: Report): void {
  const at = [...path, 'points'];
  checkSize(part.points, at, report);
  if (part.kind === 'veto') {
    if (part.points !== 0) report.error(at, '属单项否决，不计分，分值应为 0，请改正');
  } else if (part.categories.length > 0) {
    compareSum(part.kind, part.points, sumOf(part.categories), '类别', at, report);
    if (part.points === 0) report.error(at, '的分值为 0，请填写满分或加分封顶');
  }
  part.categories.forEach((category, index) => {
    checkCategory(part.kind, category, [...path, 'categories', index], report);
  });
}

function checkCategory(kind: Part['kind'], category: Category, path: Path, report: Report): void {
  const at = [...path, 'points'];
  checkSize(category.points, at, report);
  if (kind === 'veto') {
    if (category.points !== 0) report.error(at, '属单项否决，不计分，分值应为 0，请改正');
  } else compareSum(kind, category.points, sumOf(category.indicators), '指标', at, report);
  category.indicators.forEach((indicator, index) => {
    checkIndicator(kind, indicator, [...path, 'indicators', index], report);
  });
}

/** Deductions add up exactly; a bonus may be capped below its sum, never above it. */
function compareSum(
  kind: 'deduction' | 'bonus',
  points: number,
  sum: number,
  members: string,
  path: Path,
  report: Report,
): void {
  const text = `的分值为 ${formatPoints(points)} 分，所含${members}分值合计 ${formatPoints(sum)} 分`;
  if (kind === 'deduction' && points !== sum) report.error(path, `${text}，二者应相等，请改正其中之一`);
  if (kind === 'bonus' && points > sum) {
    report.error(path, `${text}，封顶不应高于合计，请调低封顶或增加${members}分值`);
  }
}

function checkIndicator(kind: Part['kind'], indicator: Indicator, path: Path, report: Report): void {
  checkSize(indicator.points, [...path, 'points'], report);
  if (kind === 'veto') {
    if (indicator.points !== 0) {
      report.error([...path, 'points'], '属单项否决，不计分，分值应为 0，请改正');
    }
  } else if (indicator.points === 0) {
    report.warning([...path, 'points'], '的分值为 0，所含评分点不起作用，请核对');
  }
  indicator.criteria.forEach((criterion, index) => {
    checkCriterion(kind, indicator, criterion, [...path, 'criteria', index], report);
  });
}

function checkCriterion(
  kind: Part['kind'],
  indicator: Indicator,
  { points, cap }: Criterion,
  path: Path,
  report: Report,
): void {
  const at = [...path, 'points'];
  checkSize(points, at, report);
  if (cap !== undefined) checkSize(cap, [...path, 'cap'], report);
  if (kind === 'veto') {
    if (points !== 0) report.error(at, '属单项否决，不计分，分值应为 0，请改正');
    if (cap !== undefined) report.error([...path, 'cap'], '属单项否决，不设封顶，请删除封顶');
    return;
  }
  const full = formatPoints(indicator.points);
  if (points === 0) report.warning(at, '的分值为 0，认定后不影响得分，请核对');
  if (points > indicator.points) {
    report.error(at, `的分值 ${formatPoints(points)} 分高于所属指标分值 ${full} 分，请改正`);
  }
  if (cap === undefined) return;
  if (cap < points) {
    report.error(
      [...path, 'cap'],
      `的封顶 ${formatPoints(cap)} 分低于单次分值 ${formatPoints(points)} 分，请改正`,
    );
  } else if (cap > indicator.points) {
    report.warning(
      [...path, 'cap'],
      `的封顶 ${formatPoints(cap)} 分高于所属指标分值 ${full} 分，实际按指标分值封顶`,
    );
  }
}

function checkLines(set: IndicatorSet, report: Report): void {
  const deductions = set.parts.filter((part) => part.kind === 'deduction');
  const full = sumOf(deductions);
  const lines = [
    ['passLine', '合格线', set.passLine],
    ['bonusGate', '加分门槛', set.bonusGate],
    ['vetoScore', '否决得分', set.vetoScore],
  ] as const;
  for (const [field, label, points] of lines) {
    if (points === undefined) continue;
    checkSize(points, [field], report);
    if (deductions.length === 0) report.warning([field], `没有扣分部分，“${label}”不起作用，建议删除`);
    else if (points > full) {
      report.error(
        [field],
        `的“${label}”${formatPoints(points)} 分高于扣分部分满分 ${formatPoints(full)} 分，请改正`,
      );
    }
  }
  const { passLine, bonusGate, vetoScore } = set;
  if (deductions.length > 0 && bonusGate === full) {
    report.warning(['bonusGate'], `的“加分门槛”等于满分 ${formatPoints(full)} 分，加分永远不会计入，请核对`);
  }
  if (vetoScore !== undefined && passLine !== undefined && vetoScore >= passLine) {
    report.warning(
      ['vetoScore'],
      `的“否决得分”${formatPoints(vetoScore)} 分不低于合格线 ${formatPoints(passLine)} 分，请核对`,
    );
  }
}

function checkSize(points: number, path: Path, report: Report): void {
  if (points > MOST) report.error(path, `的数值超过 ${formatPoints(MOST)} 分，请改正`);
}

function sumOf(items: readonly { points: number }[]): number {
  return items.reduce((sum, item) => sum + item.points, 0);
}
