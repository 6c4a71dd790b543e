// The score: a set and a person's verdicts become a sheet. Pure, order-independent, integers in hundredths of a point.

import { capped, pointsFor } from '@/lib/indicators/criterion-points';
import type { Category, Criterion, Indicator, IndicatorSet, Part, PartKind } from '@/lib/model/indicator-set';
import type { Verdict } from '@/lib/model/session';
import type { Sheet, SheetCategory, SheetCriterion, SheetIndicator, SheetPart } from '@/lib/model/sheet';
import { type Applicability, applicabilityOf, rescale } from './applicability';
import { latestVerdicts } from './latest-verdicts';

/** What the lines of a part are made from. */
interface Context {
  verdicts: ReadonlyMap<string, Verdict>;
  applicability: Applicability;
  /** false when a veto stops scoring: nothing is taken or given. */
  scored: boolean;
}

/**
 * Scores one subject (国办秘函〔2019〕19号 附件1; the numbers come from the set).
 * A veto hit makes it unqualified and leaves the rest unscored (`vetoScore` when the set has one). Else: full points −
 * Σ min(indicator's deductions, its points), scaled up when the set's naPolicy leaves a category out (`hasServices: false`
 * only); below the pass line unqualified; above the bonus gate the bonus is added, each indicator, category and the whole
 * capped. A criterion without verdict is untested; 'na' and 'disputed' take nothing; verdicts of unknown criteria are ignored.
 */
export function scoreSheet(
  set: IndicatorSet,
  verdicts: readonly Verdict[],
  subject: { hasServices: boolean },
): Sheet {
  const latest = latestVerdicts(verdicts);
  const applicability = applicabilityOf(set, subject);
  const vetoHits = criterionIds(set, 'veto').filter((id) => latest.get(id)?.status === 'hit');
  const scored = vetoHits.length === 0;
  const parts = set.parts.map((part) => sheetPart(part, { verdicts: latest, applicability, scored }));

  const deductions = parts.filter((part) => part.kind === 'deduction');
  const bonuses = parts.filter((part) => part.kind === 'bonus');
  const full = sumOf(deductions, (part) => part.full);
  const hasScore = deductions.length > 0;
  const scoreAfter = (taken: number) => deductionScore(full, taken, applicability);

  const score = hasScore && scored ? scoreAfter(sumOf(deductions, (part) => part.points)) : null;
  const bonusEarned = sumOf(bonuses, (part) => part.points);
  const bonusOpen = score !== null && (set.bonusGate === undefined || score > set.bonusGate);
  const bonusScore = bonusOpen ? bonusEarned : 0;
  const counts = countStatuses(parts);

  return {
    setId: set.id,
    setVersion: set.version,
    result: resultOf(set, parts, vetoHits, score, scoreAfter),
    vetoHits,
    deductionScore: score,
    bonusScore,
    bonusEarned,
    bonusOpen,
    total: score === null ? (hasScore && !scored ? (set.vetoScore ?? null) : null) : score + bonusScore,
    fullScore: hasScore ? full + sumOf(bonuses, (part) => part.full) : null,
    complete: counts.untested === 0 && counts.disputed === 0,
    counts,
    unconfirmed: parts.some((part, index) => isUnconfirmed(part, set.parts[index])),
    parts,
  };
}

function criterionIds(set: IndicatorSet, kind: PartKind): string[] {
  return set.parts
    .filter((part) => part.kind === kind)
    .flatMap((part) =>
      part.categories.flatMap((c) => c.indicators.flatMap((i) => i.criteria.map((k) => k.id))),
    );
}

function deductionScore(full: number, taken: number, { kind, excluded }: Applicability): number {
  if (kind === 'rescale' && excluded !== undefined) {
    return rescale(Math.max(0, full - excluded.points - taken), full, excluded.points);
  }
  return Math.max(0, full - taken);
}

function sheetPart(part: Part, context: Context): SheetPart {
  const categories = part.categories.map((category) => sheetCategory(part.kind, category, context));
  const points = sumOf(categories, (category) => category.points);
  return {
    kind: part.kind,
    title: part.title,
    full: part.points,
    points: part.kind === 'bonus' ? Math.min(points, part.points) : points,
    categories,
  };
}

function sheetCategory(kind: PartKind, category: Category, context: Context): SheetCategory {
  const excluded = kind === 'deduction' && category.id === context.applicability.excluded?.id;
  const indicators = category.indicators.map((indicator) =>
    sheetIndicator(kind, indicator, excluded, context),
  );
  const points = sumOf(indicators, (indicator) => indicator.points);
  const spread = kind === 'deduction' && !excluded && context.applicability.kind === 'spread';
  return {
    id: category.id,
    name: category.name,
    full: spread ? sumOf(indicators, (indicator) => indicator.full) : category.points,
    points: kind === 'bonus' ? Math.min(points, category.points) : points,
    excluded,
    confirmed: category.confirmed ?? category.indicators.every((indicator) => indicator.confirmed),
    indicators,
  };
}

function sheetIndicator(
  kind: PartKind,
  indicator: Indicator,
  excluded: boolean,
  context: Context,
): SheetIndicator {
  const criteria = indicator.criteria.map((criterion) => sheetCriterion(kind, criterion, excluded, context));
  const full = kind === 'deduction' && !excluded ? context.applicability.fullOf(indicator) : indicator.points;
  const uncapped = sumOf(criteria, (criterion) => criterion.points);
  return {
    id: indicator.id,
    name: indicator.name,
    full,
    points: Math.min(uncapped, full),
    uncapped,
    excluded,
    confirmed: indicator.confirmed,
    criteria,
  };
}

function sheetCriterion(
  kind: PartKind,
  criterion: Criterion,
  excluded: boolean,
  context: Context,
): SheetCriterion {
  const { id, confirmed } = criterion;
  const verdict = context.verdicts.get(id);
  const status = excluded ? 'na' : (verdict?.status ?? 'untested');
  if (status !== 'hit') return { id, status, count: 0, points: 0, confirmed };
  const count = Math.max(1, verdict?.count ?? 1);
  if (kind === 'veto' || !context.scored) return { id, status, count, points: 0, confirmed };
  const amount = verdict?.amount;
  if (amount === undefined) return { id, status, count, points: pointsFor(criterion, count), confirmed };
  return { id, status, count, points: capped(criterion, amount), amount, confirmed };
}

/**
 * The result, and 'undetermined' as long as an untested or disputed criterion could still turn it. An open criterion can
 * take anything up to its cap, or else its indicator's points, because an inspector may set the amount by hand.
 */
function resultOf(
  set: IndicatorSet,
  parts: readonly SheetPart[],
  vetoHits: readonly string[],
  score: number | null,
  scoreAfter: (taken: number) => number,
): Sheet['result'] {
  if (vetoHits.length > 0) return 'unqualified';
  const passLine = set.passLine ?? 0;
  if (score !== null && score < passLine) return 'unqualified';
  const vetoOpen = parts.some((part) => part.kind === 'veto' && indicatorsOf(part).some(hasOpen));
  if (vetoOpen) return 'undetermined';
  if (score === null) return 'qualified';
  const caps = new Map(allCriteria(set).map((criterion) => [criterion.id, criterion.cap]));
  const most = sumOf(parts.filter((part) => part.kind === 'deduction').flatMap(indicatorsOf), (indicator) => {
    const open = indicator.criteria.filter(isOpen);
    const more = sumOf(open, (criterion) => caps.get(criterion.id) ?? indicator.full);
    return Math.min(indicator.uncapped + more, indicator.full);
  });
  return scoreAfter(most) < passLine ? 'undetermined' : 'qualified';
}

function allCriteria(set: IndicatorSet): Criterion[] {
  return set.parts.flatMap((p) => p.categories.flatMap((c) => c.indicators.flatMap((i) => i.criteria)));
}

function indicatorsOf(part: SheetPart): SheetIndicator[] {
  return part.categories.flatMap((category) => category.indicators);
}

function hasOpen(indicator: SheetIndicator): boolean {
  return indicator.criteria.some(isOpen);
}

function isOpen(criterion: SheetCriterion): boolean {
  return criterion.status === 'untested' || criterion.status === 'disputed';
}

function countStatuses(parts: readonly SheetPart[]): Sheet['counts'] {
  const counts = { untested: 0, ok: 0, hit: 0, na: 0, disputed: 0, total: 0 };
  for (const criterion of parts.flatMap(indicatorsOf).flatMap((indicator) => indicator.criteria)) {
    counts[criterion.status] += 1;
    counts.total += 1;
  }
  return counts;
}

/** Whether a number or rule of the part that applies to the subject lacks the source's confirmation. */
function isUnconfirmed(part: SheetPart, source: Part | undefined): boolean {
  if (source?.confirmed === false) return true;
  return part.categories.some(
    (category) =>
      !category.excluded &&
      (category.confirmed === false ||
        category.indicators.some((i) => !i.confirmed || i.criteria.some((c) => !c.confirmed))),
  );
}

function sumOf<T>(items: readonly T[], points: (item: T) => number): number {
  return items.reduce((sum, item) => sum + points(item), 0);
}
